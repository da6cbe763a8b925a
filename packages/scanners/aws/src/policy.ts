import { operationsOf } from '@ai-census/cloud-kit'
import { accountOperations } from './accounts.ts'
import { assumeOperations } from './identities.ts'
import { type Operation, permissionOf } from './permissions.ts'
import { regionOperations } from './regions.ts'
import { targets } from './table.ts'
import { tagOperations } from './tag-reader.ts'

export interface Statement {
  readonly Sid: string
  readonly Effect: 'Allow'
  readonly Action: readonly string[]
  readonly Resource: string
}
export interface PolicyDocument {
  readonly Version: '2012-10-17'
  readonly Statement: readonly Statement[]
}

/** Anybody may ask who they are: IAM has no permission for it. */
const FREE: ReadonlySet<Operation> = new Set<Operation>(['sts:GetCallerIdentity'])

/** Everything that the scanner can send, by the SDK's names: what the table names and what discovery needs. */
export const allOperations: readonly Operation[] = [
  ...new Set<Operation>([
    ...accountOperations,
    ...assumeOperations,
    ...regionOperations,
    ...tagOperations,
    // The table's rows name nothing else, which its type says.
    ...([...operationsOf(targets).keys()] as Operation[]),
  ]),
].sort()

/** Rows that are read in the management account alone. */
const organisationRows = targets
  .filter(({ service }) => service === 'organizations')
  .flatMap(({ operations }) => operations)

const isForOrganisation = (operation: Operation): boolean =>
  [...accountOperations, ...assumeOperations, ...organisationRows].includes(operation)

const permissions = (operations: readonly Operation[]): string[] =>
  [...new Set(operations.filter((one) => !FREE.has(one)).map(permissionOf))].sort()

/** What each account's own role needs. */
export const readerPermissions: readonly string[] = permissions(
  allOperations.filter((one) => !isForOrganisation(one)),
)

/** What the caller needs on top, to find the accounts and to be let in. */
export const organisationPermissions: readonly string[] = permissions(
  allOperations.filter((one) => isForOrganisation(one) && !assumeOperations.includes(one)),
)

/** A managed policy may have so many characters that are no white space. */
const MOST_CHARACTERS = 6144

/**
 * The least that reading needs, in as many managed policies as IAM's limit of their size asks for. Nothing in it can be
 * narrowed to resources: lists are of all.
 */
export function readerPolicies(): PolicyDocument[] {
  const policies: PolicyDocument[] = []
  let actions: string[] = []
  for (const permission of readerPermissions) {
    if (sizeOf(documentOf([...actions, permission])) > MOST_CHARACTERS) {
      policies.push(documentOf(actions))
      actions = []
    }
    actions.push(permission)
  }
  return [...policies, documentOf(actions)]
}

const sizeOf = (policy: PolicyDocument): number => JSON.stringify(policy).length

const documentOf = (Action: readonly string[]): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [{ Sid: 'AiCensusRead', Effect: 'Allow', Action, Resource: '*' }],
})

/** For who runs the scan over a whole organisation. */
export const organisationPolicy = (partition: string, roleName: string): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [
    { Sid: 'AiCensusAccounts', Effect: 'Allow', Action: organisationPermissions, Resource: '*' },
    {
      Sid: 'AiCensusAssume',
      Effect: 'Allow',
      Action: permissions(assumeOperations),
      Resource: `arn:${partition}:iam::*:role/${roleName}`,
    },
  ],
})
