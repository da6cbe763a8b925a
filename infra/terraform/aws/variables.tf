# Generated from the scanner’s table: node packages/scanners/aws/src/write-infra.ts. Do not edit.
variable "role_name" {
  description = "The role that the scanner assumes in this account"
  type        = string
  default     = "AiCensusReader"
}

variable "trusted_principal_arn" {
  description = "Who may assume the role: the ARN of the role or user that runs the scanner"
  type        = string
}

variable "external_id" {
  description = "The external id that the scanner must give; empty for none"
  type        = string
  default     = ""
}
