# Generated from the scanner’s table: node packages/scanners/gcp/src/write-infra.ts. Do not edit.
variable "member" {
  description = "Who reads: serviceAccount:…, principalSet:… of a workload identity pool, or user:…"
  type        = string
}

variable "project_id" {
  description = "The project to read; empty where an organisation is read"
  type        = string
  default     = ""
}

variable "organization_id" {
  description = "The number of the organisation to read; empty where a project is read"
  type        = string
  default     = ""
}

variable "role_id" {
  description = "The custom role's id"
  type        = string
  default     = "aiCensusReader"
}
