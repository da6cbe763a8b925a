import { withTable } from '@ai-census/cloud-kit'
import { organisationPermissions, policyText, readerPermissions } from './policy.ts'
import { targets } from './table.ts'

const HEAD = 'Generated from the scanner’s table: node packages/scanners/gcp/src/write-infra.ts. Do not edit.'

/** `infra/` as it must be, by path from the repository’s root. */
export const infraFiles = (): Record<string, string> => ({
  'infra/terraform/gcp/main.tf': terraform(),
  'infra/terraform/gcp/variables.tf': VARIABLES,
  'infra/permissions/gcp/reader-role.yaml': `# ${HEAD}\n${policyText(false)}\n`,
  'infra/permissions/gcp/organisation-reader-role.yaml': `# ${HEAD}\n${policyText(true)}\n`,
})

const VARIABLES = `# ${HEAD}
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
`

const listOf = (permissions: readonly string[]): string =>
  permissions.map((one) => `    "${one}",`).join('\n')

const terraform = (): string => `# ${HEAD}
# One project (project_id) or a whole organisation (organization_id): the role and who has it.
terraform {
  required_version = ">= 1.5"
  required_providers {
    google = {
      source  = "hashicorp/google"
      version = ">= 5.0"
    }
  }
}

locals {
  # What reading a project needs.
  permissions = [
${listOf(readerPermissions)}
  ]
  # What finding the projects of an organisation needs on top; no role of a project may have it.
  organization_permissions = [
${listOf(organisationPermissions)}
  ]
}

resource "google_project_iam_custom_role" "reader" {
  count       = var.project_id == "" ? 0 : 1
  project     = var.project_id
  role_id     = var.role_id
  title       = "AI Census reader"
  description = "Reads which AI there is; changes nothing and reads no secret"
  permissions = local.permissions
}

resource "google_project_iam_member" "reader" {
  count   = var.project_id == "" ? 0 : 1
  project = var.project_id
  role    = google_project_iam_custom_role.reader[0].name
  member  = var.member
}

resource "google_organization_iam_custom_role" "reader" {
  count       = var.organization_id == "" ? 0 : 1
  org_id      = var.organization_id
  role_id     = var.role_id
  title       = "AI Census reader"
  description = "Reads which AI there is; changes nothing and reads no secret"
  permissions = concat(local.permissions, local.organization_permissions)
}

resource "google_organization_iam_member" "reader" {
  count  = var.organization_id == "" ? 0 : 1
  org_id = var.organization_id
  role   = google_organization_iam_custom_role.reader[0].name
  member = var.member
}
`

/** The scanner's README with the table of its rows. */
export const readmeWithTable = (readme: string): string =>
  withTable(readme, 'gcp', targets, (permission) => permission)
