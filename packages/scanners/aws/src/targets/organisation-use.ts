import { setTimeout as sleep } from 'node:timers/promises'
import { day, names } from '@ai-census/cloud-kit'
import { ScopeFailure } from '@ai-census/scanner-kit'
import type { AccessDetail } from '@aws-sdk/client-iam'
import type { Aws } from '../aws.ts'
import { thing } from '../finding.ts'
import { target } from '../target.ts'

const ASK_MS = 2000
const MOST_ASKS = 60

/** Which accounts of the organisation ever used an AI service: IAM's report of the management account on all. */
export const organisationAccess = target({
  id: 'iam-organisation-access',
  service: 'organizations',
  where: 'global',
  title: 'AI services that accounts of the organisation used (IAM access report)',
  kinds: ['usage'],
  operations: [
    'organizations:DescribeOrganization',
    'organizations:ListRoots',
    'iam:GenerateOrganizationsAccessReport',
    'iam:GetOrganizationsAccessReport',
  ],
  async *list(aws, { account }) {
    const { Organization } = await aws.get('organizations', 'DescribeOrganization', {})
    // Only the management account may ask, and asks for all.
    if (!Organization?.Id || Organization.MasterAccountId !== account) return
    for await (const root of aws.list('organizations', 'ListRoots', 'Roots')) {
      const EntityPath = `${Organization.Id}/${root.Id}`
      const { JobId } = await aws.get('iam', 'GenerateOrganizationsAccessReport', { EntityPath })
      if (JobId) yield* await report(aws, JobId)
    }
  },
  *toFindings(access, place) {
    const owner = place.catalogue.awsActionOwner(access.ServiceNamespace ?? '')
    if (!owner || !access.LastAuthenticatedTime) return
    const product = owner.product ?? access.ServiceName
    yield thing(place, {
      type: 'iam-organisation-access',
      kind: 'usage',
      id: access.ServiceNamespace ?? '',
      name: `Accounts that used ${product}`,
      grade: 'used',
      supplier: owner.supplier,
      ...(product ? { product } : {}),
      operation: 'iam:GetOrganizationsAccessReport',
      method: 'audit-log',
      attributes: {
        service: access.ServiceNamespace,
        lastUsedOn: day(access.LastAuthenticatedTime),
        lastUsedBy: access.EntityPath,
        lastUsedIn: names([access.Region]),
        accounts: access.TotalAuthenticatedEntities,
      },
    })
  },
})

async function report(aws: Aws, JobId: string): Promise<AccessDetail[]> {
  const details: AccessDetail[] = []
  let marker: string | undefined
  for (let asked = 0; asked < MOST_ASKS; asked++) {
    const page = { JobId, MaxItems: 1000, ...(marker ? { Marker: marker } : {}) }
    const answer = await aws.get('iam', 'GetOrganizationsAccessReport', page)
    if (answer.JobStatus === 'IN_PROGRESS') {
      await sleep(ASK_MS)
      continue
    }
    details.push(...(answer.AccessDetails ?? []))
    marker = answer.IsTruncated ? answer.Marker : undefined
    if (!marker) return details
  }
  throw new ScopeFailure(
    'failed',
    'unavailable',
    'IAM’s report on the organisation was not ready in two minutes.',
  )
}
