import { day, mapAhead, names } from '@ai-census/cloud-kit'
import type { ServiceLastAccessed } from '@aws-sdk/client-iam'
import type { Aws } from '../aws.ts'
import { thing } from '../finding.ts'
import { target } from '../target.ts'
import { readReport } from './iam-report.ts'

/** What Cost Explorer calls AWS's own AI, by the word that is in its service's name. */
const SERVICES: readonly (readonly [RegExp, string])[] = [
  [/bedrock/i, 'aws-bedrock'],
  [/sagemaker/i, 'aws-sagemaker'],
  [/\bQ Developer\b|CodeWhisperer|\bKiro\b/i, 'amazon-q-developer'],
  [
    /comprehend|rekognition|textract|transcribe|\bpolly\b|\blex\b|kendra|personalize|translate|forecast|fraud ?detector|healthlake|lookout|\bQ Business\b|\bAmazon Q\b/i,
    'aws-ai-services',
  ],
]

/** The bill by service, with Marketplace's models as lines of their own: `Claude 3.5 Sonnet (Amazon Bedrock Edition)`. */
export const costs = target({
  id: 'ai-costs',
  service: 'cost-explorer',
  where: 'global',
  title: 'Costs of AI services and of models from AWS Marketplace',
  kinds: ['usage'],
  operations: ['cost-explorer:GetCostAndUsage'],
  list: (aws, place) =>
    aws.list('cost-explorer', 'GetCostAndUsage', 'ResultsByTime', {
      TimePeriod: { Start: day(place.since), End: day(place.now) },
      Granularity: 'MONTHLY',
      Metrics: ['UnblendedCost'],
      GroupBy: [{ Type: 'DIMENSION', Key: 'SERVICE' }],
      // The organisation's payer sees the bills of all; each account is asked for its own.
      Filter: { Dimensions: { Key: 'LINKED_ACCOUNT', Values: [place.account] } },
    }),
  tally(place) {
    const lines = new Map<string, { service: string; currency: string; amount: number }>()
    return {
      add({ Groups = [] }) {
        for (const { Keys = [], Metrics } of Groups) {
          const [service = ''] = Keys
          const { Amount, Unit: currency = 'USD' } = Metrics?.UnblendedCost ?? {}
          const key = `${service} ${currency}`
          const line = lines.get(key) ?? { service, currency, amount: 0 }
          line.amount += Number(Amount ?? 0)
          lines.set(key, line)
        }
      },
      *findings() {
        for (const { service, currency, amount } of [...lines.values()].sort((a, b) =>
          a.service < b.service ? -1 : 1,
        )) {
          const known = SERVICES.find(([form]) => form.test(service))?.[1]
          // A model's own line names the model, and `place.catalogue` its publisher.
          const model = /^(.+?) \((?:Amazon )?Bedrock Edition\)$/i.exec(service)?.[1]
          const supplier = known ?? (model ? 'aws-bedrock' : null)
          if (!supplier || !(amount > 0)) continue
          const publisher = model
            ? place.catalogue.modelOwner(model.toLowerCase().replace(/\s+/g, '-'))?.publisher
            : undefined
          yield thing(place, {
            type: 'ai-costs',
            kind: 'usage',
            id: `${service}:${currency}`,
            name: service,
            grade: 'used',
            supplier,
            product: service.slice(0, 256),
            operation: 'cost-explorer:GetCostAndUsage',
            method: 'cost',
            ...(model ? { model } : {}),
            attributes: {
              // Sums of fractions of a cent differ in their last digits by the order of adding up.
              [`costs${currency.charAt(0)}${currency.slice(1).toLowerCase()}`]:
                Math.round(amount * 10_000) / 10_000,
              usageSince: day(place.since),
              publisher,
            },
          })
        }
      },
    }
  },
})

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
