import { day, names } from '@ai-census/cloud-kit'
import { thing } from '../finding.ts'
import { target } from '../target.ts'
import { readReport } from './iam-report.ts'

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
      if (!JobId) continue
      const pages = readReport(aws, 'the organisation', (page) =>
        aws.get('iam', 'GetOrganizationsAccessReport', { JobId, MaxItems: 1000, ...page }),
      )
      for await (const { AccessDetails = [] } of pages) yield* AccessDetails
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
