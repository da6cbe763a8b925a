import { operationsOf } from '@ai-census/cloud-kit'
import { LOCATIONS, locationOperations, organisationOperations, projectOperations } from './projects.ts'
import { targets } from './table.ts'
import { PUBLISHER_MODELS } from './targets/model-garden.ts'
import { PRODUCT_SETS, PRODUCTS } from './targets/vision.ts'

/** Operations that IAM has no permission for. */
const UNLISTED: ReadonlySet<string> = new Set([LOCATIONS, PUBLISHER_MODELS, PRODUCT_SETS, PRODUCTS])

/** What each project's role needs: what the table names, and what discovery asks of a project. */
export const readerPermissions: readonly string[] = [
  ...new Set([
    ...projectOperations,
    ...locationOperations,
    ...operationsOf(targets.filter(({ service }) => service !== 'billingexport')).keys(),
  ]),
]
  .filter((one) => !UNLISTED.has(one))
  .sort()

/** What reading the bill needs on top, where its table lies. Asking BigQuery is a job, which is made. */
export const billingPermissions: readonly string[] = [
  ...operationsOf(targets.filter(({ service }) => service === 'billingexport')).keys(),
  'bigquery.tables.getData',
].sort()

/** What finding the projects of an organisation needs on top. IAM has these for roles of organisations alone. */
export const organisationPermissions: readonly string[] = [...organisationOperations].sort()

/** A custom role as `gcloud iam roles create --file` takes it. */
export function policyText(isOrganisation: boolean, hasBilling = false): string {
  const permissions = [
    ...new Set([
      ...readerPermissions,
      ...(isOrganisation ? organisationPermissions : []),
      ...(hasBilling ? billingPermissions : []),
    ]),
  ].sort()
  return [
    'title: AI Census reader',
    'description: Reads which AI there is; changes nothing and reads no secret',
    'stage: GA',
    'includedPermissions:',
    ...permissions.map((one) => `- ${one}`),
  ].join('\n')
}
