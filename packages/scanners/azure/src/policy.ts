import { operationsOf } from '@ai-census/cloud-kit'
import type { AzureConfig } from './config.ts'
import { type Operation, permissionOf, restOf } from './operations.ts'
import { groupOperations, subscriptionOperations } from './subscriptions.ts'
import { targets } from './table.ts'

/** A custom role as `az role definition create` takes it. */
export interface RoleDefinition {
  readonly Name: string
  readonly IsCustom: true
  readonly Description: string
  readonly Actions: readonly string[]
  readonly NotActions: readonly string[]
  readonly DataActions: readonly string[]
  readonly NotDataActions: readonly string[]
  readonly AssignableScopes: readonly string[]
}

export const ROLE_NAME = 'AI Census Reader'
export const DESCRIPTION = 'AI Census reads which AI there is; it changes nothing and reads no secret'

/** Everything that the scanner can send: what the table names and what discovery needs. */
export const allOperations: readonly Operation[] = [
  ...new Set<Operation>([
    ...subscriptionOperations,
    ...groupOperations,
    // The table's rows name nothing else, which their type says.
    ...([...operationsOf(targets).keys()] as Operation[]),
  ]),
].sort()

const permissionsOf = (operations: readonly Operation[]): readonly string[] =>
  [...new Set(operations.map(permissionOf))].sort()

/** The least that reading needs, in each subscription or at the management group above them. */
export const readerActions: readonly string[] = permissionsOf(
  allOperations.filter((operation) => !restOf(operation).isUnlisted && !restOf(operation).plane),
)

/** What accounts are asked themselves needs actions on data. Azure lets no role with such be given at a management group. */
export const readerDataActions: readonly string[] = permissionsOf(
  allOperations.filter((operation) => restOf(operation).plane),
)

const isManagementGroup = (scope: string): boolean => scope.startsWith('/providers/Microsoft.Management/')

export const roleDefinition = (scopes: readonly string[]): RoleDefinition => ({
  Name: ROLE_NAME,
  IsCustom: true,
  Description: DESCRIPTION,
  Actions: readerActions,
  NotActions: [],
  DataActions: scopes.some(isManagementGroup) ? [] : readerDataActions,
  NotDataActions: [],
  AssignableScopes: scopes,
})

/** Where the role may be given, as the settings say it; with none of them a place to fill in. */
export function assignableScopes({ managementGroup, subscriptions }: AzureConfig): string[] {
  if (managementGroup) return [`/providers/Microsoft.Management/managementGroups/${managementGroup}`]
  return (subscriptions ?? ['00000000-0000-0000-0000-000000000000']).map((id) => `/subscriptions/${id}`)
}
