import { day, mapAhead, names } from '@ai-census/cloud-kit'
import type { ServiceLastAccessed } from '@aws-sdk/client-iam'
import type { Aws } from '../aws.ts'
import { thing } from '../finding.ts'
import { target } from '../target.ts'
import { readReport } from './iam-report.ts'

const ROLES_A_PAGE = 100

/** Which roles and users ever used an AI service, by IAM's own record of four hundred days. */
export const lastAccessed = target({
  id: 'iam-last-accessed',
  service: 'iam',
  where: 'global',
  title: 'Principals that ever used an AI service (IAM last accessed)',
  kinds: ['usage'],
  operations: [
    'iam:ListRoles',
    'iam:ListUsers',
    'iam:GenerateServiceLastAccessedDetails',
    'iam:GetServiceLastAccessedDetails',
  ],
  list: (aws) => mapAhead(principals(aws), 8, async (arn) => ({ arn, services: await accessed(aws, arn) })),
  tally(place) {
    const uses = new Map<
      string,
      { supplier: string; product: string | undefined; last: number; by: Map<string, number> }
    >()
    return {
      add({ arn, services }) {
        for (const { ServiceNamespace = '', ServiceName, LastAuthenticated } of services) {
          const owner = place.catalogue.awsActionOwner(ServiceNamespace)
          if (!owner || !LastAuthenticated) continue
          const at = LastAuthenticated.getTime()
          const use = uses.get(ServiceNamespace) ?? {
            supplier: owner.supplier,
            product: owner.product ?? ServiceName,
            last: 0,
            by: new Map(),
          }
          uses.set(ServiceNamespace, use)
          use.last = Math.max(use.last, at)
          if (use.by.size < 1000) use.by.set(arn, at)
        }
      },
      *findings() {
        for (const [namespace, { supplier, product, last, by }] of [...uses].sort(([a], [b]) =>
          a < b ? -1 : 1,
        ))
          yield thing(place, {
            type: 'iam-last-accessed',
            kind: 'usage',
            id: namespace,
            name: `Principals that used ${product ?? namespace}`,
            grade: 'used',
            supplier,
            ...(product ? { product } : {}),
            operation: 'iam:GetServiceLastAccessedDetails',
            method: 'audit-log',
            attributes: {
              service: namespace,
              principals: names([...by.keys()]),
              principalCount: by.size,
              lastUsedOn: day(new Date(last)),
            },
          })
      },
    }
  },
})

async function* principals(aws: Aws): AsyncGenerator<string> {
  for await (const { Arn, Path } of aws.list('iam', 'ListRoles', 'Roles', { MaxItems: ROLES_A_PAGE })) {
    // AWS's own service roles act for AWS.
    if (Arn && !Path?.startsWith('/aws-service-role/')) yield Arn
  }
  for await (const { Arn } of aws.list('iam', 'ListUsers', 'Users', { MaxItems: ROLES_A_PAGE }))
    if (Arn) yield Arn
}

/** Services that a principal used. One whose report cannot be made does not keep the others from being read. */
async function accessed(aws: Aws, arn: string): Promise<ServiceLastAccessed[]> {
  const job = await aws.more('iam', 'GenerateServiceLastAccessedDetails', { Arn: arn })
  const JobId = job?.JobId
  if (!JobId) return []
  const pages = readReport(aws, arn, (page) =>
    aws.get('iam', 'GetServiceLastAccessedDetails', { JobId, MaxItems: 1000, ...page }),
  )
  const all = await aws.within('iam:GetServiceLastAccessedDetails', pages)
  return all.flatMap(({ ServicesLastAccessed = [] }) => ServicesLastAccessed)
}
