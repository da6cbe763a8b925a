# Generated from the scanner’s table: node packages/scanners/azure/src/write-infra.ts. Do not edit.
variable "scope" {
  description = "Where the scanner may read: /subscriptions/<id>, or /providers/Microsoft.Management/managementGroups/<id>"
  type        = string
}

variable "principal_id" {
  description = "Who runs the scanner: the object id of a managed identity, service principal or group"
  type        = string
}

variable "role_name" {
  description = "The name of the role, unique in the tenant"
  type        = string
  default     = "AI Census Reader"
}
