import { operationsOf } from '@ai-census/cloud-kit'
import { LOCATIONS, locationOperations, organisationOperations, projectOperations } from './projects.ts'
import { targets } from './table.ts'

/** What each project's role needs: what the table names, and what discovery asks of a project. */
export const readerPermissions: readonly string[] = [
  ...new Set([...projectOperations, ...locationOperations, ...operationsOf(targets).keys()]),
]
  .filter((one) => one !== LOCATIONS)
  .sort()

/** What finding the projects of an organisation needs on top. IAM has these for roles of organisations alone. */
export const organisationPermissions: readonly string[] = [...organisationOperations].sort()

/** A custom role as `gcloud iam roles create --file` takes it. */
export function policyText(isOrganisation: boolean): string {
  const permissions = isOrganisation
    ? [...new Set([...readerPermissions, ...organisationPermissions])].sort()
    : readerPermissions
  return [
    'title: AI Census reader',
    'description: Reads which AI there is; changes nothing and reads no secret',
    'stage: GA',
    'includedPermissions:',
    ...permissions.map((one) => `- ${one}`),
  ].join('\n')
}
