import { withTable } from '@ai-census/cloud-kit'
import { permissionOf } from './operations.ts'
import { DESCRIPTION, ROLE_NAME, readerActions, readerDataActions, roleDefinition } from './policy.ts'
import { targets } from './table.ts'

const HEAD =
  'Generated from the scanner’s table: node packages/scanners/azure/src/write-infra.ts. Do not edit.'

/** `infra/` as it must be, by path from the repository’s root. */
export const infraFiles = (): Record<string, string> => ({
  'infra/terraform/azure/main.tf': terraform(),
  'infra/terraform/azure/variables.tf': VARIABLES,
  'infra/bicep/azure/subscription.bicep': bicep('subscription', 'subscription().id', readerDataActions),
  'infra/bicep/azure/management-group.bicep': bicep('managementGroup', 'managementGroup().id', []),
  'infra/permissions/azure/reader-role.json': roleFile(),
})

const SOME_SUBSCRIPTION = '/subscriptions/00000000-0000-0000-0000-000000000000'

/** In the repository's own format, which keeps a list of one on one line. */
const roleFile = (): string =>
  `${JSON.stringify(roleDefinition([SOME_SUBSCRIPTION]), null, 2).replace(/\[\s+("[^"]+")\s+\]/g, '[$1]')}\n`

const VARIABLES = `# ${HEAD}
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
  default     = "${ROLE_NAME}"
}
`

const terraform = (): string => `# ${HEAD}
terraform {
  required_version = ">= 1.5"
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = ">= 4.0"
    }
  }
}

resource "azurerm_role_definition" "reader" {
  name              = var.role_name
  scope             = var.scope
  description       = "${DESCRIPTION}"
  assignable_scopes = [var.scope]

  permissions {
    actions = [
${readerActions.map((action) => `      "${action}",`).join('\n')}
    ]
    not_actions = []
    # A role with actions on data cannot be given at a management group: give "Foundry User" (once "Azure AI User")
    # in subscriptions there, for agents as their projects tell them.
    data_actions = startswith(var.scope, "/providers/Microsoft.Management/") ? [] : [
${readerDataActions.map((action) => `      "${action}",`).join('\n')}
    ]
  }
}

resource "azurerm_role_assignment" "reader" {
  scope              = var.scope
  role_definition_id = azurerm_role_definition.reader.role_definition_resource_id
  principal_id       = var.principal_id
}

output "role_definition_id" {
  value = azurerm_role_definition.reader.role_definition_resource_id
}
`

const bicep = (targetScope: string, scope: string, dataActions: readonly string[]): string => `// ${HEAD}
targetScope = '${targetScope}'

@description('Who runs the scanner: the object id of a managed identity, service principal or group')
param principalId string

@description('The name of the role, unique in the tenant')
param roleName string = '${ROLE_NAME}'

resource role 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(${scope}, roleName)
  properties: {
    roleName: roleName
    description: '${DESCRIPTION}'
    type: 'CustomRole'
    assignableScopes: [
      ${scope}
    ]
    permissions: [
      {
        actions: [
${readerActions.map((action) => `          '${action}'`).join('\n')}
        ]
        notActions: []
        dataActions: [${dataActions.map((action) => `\n          '${action}'`).join('')}${dataActions.length > 0 ? '\n        ' : ''}]
        notDataActions: []
      }
    ]
  }
}

resource assignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(${scope}, principalId, role.id)
  properties: {
    roleDefinitionId: role.id
    principalId: principalId
  }
}

output roleDefinitionId string = role.id
`

/** The scanner's README with the table of its rows. */
export const readmeWithTable = (readme: string): string => withTable(readme, 'azure', targets, permissionOf)
