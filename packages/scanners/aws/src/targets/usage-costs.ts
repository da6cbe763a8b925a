import { day, names, type Tally } from '@ai-census/cloud-kit'
import type { Group } from '@aws-sdk/client-cost-explorer'
import type { Aws } from '../aws.ts'
import { thing } from '../finding.ts'
import type { Place } from '../place.ts'
import { target } from '../target.ts'
import { jumpStartNamed } from './artefact.ts'

/** What Cost Explorer calls AWS's own AI, by the word that is in its service's name. */
const SERVICES: readonly (readonly [RegExp, string])[] = [
  [/bedrock/i, 'aws-bedrock'],
  [/sagemaker|augmented ai/i, 'aws-sagemaker'],
  [/\bQ Developer\b|CodeWhisperer|\bKiro\b/i, 'amazon-q-developer'],
  [
    /comprehend|rekognition|textract|transcribe|\bpolly\b|\blex\b|kendra|personalize|translate|forecast|fraud ?detector|healthlake|lookout|\bQ Business\b|\bAmazon Q\b|devops ?guru|devops agent|security agent|nova act/i,
    'aws-ai-services',
  ],
]
/** A model of AWS Marketplace: `Claude 3.5 Sonnet (Amazon Bedrock Edition)`. */
const MODEL = /^(.+?) \((?:Amazon )?Bedrock Edition\)$/i
/** Whose lines on the bill are AI whatever they are for. */
const AI_ROLES: ReadonlySet<string> = new Set(['model-provider', 'inference-host'])

const METRICS = ['UnblendedCost', 'UsageQuantity']
/** Credits hide what was used, and taxes say nothing of it. */
const NO_USE = ['Credit', 'Refund', 'Tax']

/**
 * The bill by service, with Marketplace's models as lines of their own; for services that are AI a second look by kind of use,
 * which names models, features and regions.
 */
export const costs = target({
  id: 'ai-costs',
  service: 'cost-explorer',
  where: 'global',
  title: 'Costs of AI services and of models from AWS Marketplace',
  kinds: ['usage'],
  operations: ['cost-explorer:GetCostAndUsage'],
  list: bill,
  tally: billTally,
})

interface Billed {
  readonly group: Group
  /** The first look has the sums, the second splits them. */
  readonly isSum: boolean
}

async function* bill(aws: Aws, place: Place): AsyncGenerator<Billed> {
  const services = new Set<string>()
  // The organisation's payer sees the bills of all; each account is asked for its own.
  const account = { Dimensions: { Key: 'LINKED_ACCOUNT' as const, Values: [place.account] } }
  const noUse = { Not: { Dimensions: { Key: 'RECORD_TYPE' as const, Values: NO_USE } } }
  const query = {
    TimePeriod: { Start: day(place.since), End: day(place.now) },
    Granularity: 'MONTHLY' as const,
    Metrics: METRICS,
  }
  for await (const { Groups = [] } of aws.list('cost-explorer', 'GetCostAndUsage', 'ResultsByTime', {
    ...query,
    GroupBy: [{ Type: 'DIMENSION', Key: 'SERVICE' }],
    Filter: { And: [account, noUse] },
  }))
    for (const group of Groups) {
      const [service = ''] = group.Keys ?? []
      if (ownerOf(service, place)) services.add(service)
      yield { group, isSum: true }
    }
  if (services.size === 0) return
  const ofAi = { Dimensions: { Key: 'SERVICE' as const, Values: [...services].sort() } }
  for await (const { Groups = [] } of aws.list('cost-explorer', 'GetCostAndUsage', 'ResultsByTime', {
    ...query,
    GroupBy: [
      { Type: 'DIMENSION', Key: 'SERVICE' },
      { Type: 'DIMENSION', Key: 'USAGE_TYPE' },
    ],
    Filter: { And: [account, noUse, ofAi] },
  }))
    for (const group of Groups) yield { group, isSum: false }
}

interface Line {
  readonly service: string
  readonly currency: string
  amount: number
  quantity: number
  readonly usageTypes: Set<string>
}

function billTally(place: Place): Tally<Billed> {
  const lines = new Map<string, Line>()
  return {
    add({ group: { Keys = [], Metrics }, isSum }) {
      const [service = '', usageType] = Keys
      const { Amount, Unit: currency = 'USD' } = Metrics?.UnblendedCost ?? {}
      const key = `${service} ${currency}`
      const line = lines.get(key) ?? { service, currency, amount: 0, quantity: 0, usageTypes: new Set() }
      lines.set(key, line)
      if (usageType !== undefined) line.usageTypes.add(usageType)
      if (!isSum) return
      line.amount += numberOf(Amount)
      line.quantity += numberOf(Metrics?.UsageQuantity?.Amount)
    },
    *findings() {
      for (const line of [...lines.values()].sort((a, b) => (a.service < b.service ? -1 : 1))) {
        const { service, currency, amount, quantity, usageTypes } = line
        const owner = ownerOf(service, place)
        // What is used within a free tier costs nothing.
        if (!owner || !(amount > 0 || quantity > 0)) continue
        yield thing(place, {
          type: 'ai-costs',
          kind: 'usage',
          id: `${service}:${currency}`,
          name: service,
          grade: 'used',
          supplier: owner.supplier,
          product: service.slice(0, 256),
          operation: 'cost-explorer:GetCostAndUsage',
          method: 'cost',
          model: owner.model,
          attributes: {
            // Sums of fractions of a cent differ in their last digits by the order of adding up.
            [`costs${currency.charAt(0)}${currency.slice(1).toLowerCase()}`]:
              Math.round(amount * 10_000) / 10_000,
            usageTypes: names([...usageTypes]),
            usageSince: day(place.since),
            publisher: owner.model?.publisher,
          },
        })
      }
    },
  }
}

const numberOf = (text: string | undefined): number => {
  const number = Number(text ?? 0)
  return Number.isFinite(number) ? number : 0
}

interface LineOwner {
  readonly supplier: string
  readonly model?: { readonly id: string; readonly publisher?: string }
}

/** Whose line it is; null where it is no AI. */
function ownerOf(service: string, place: Place): LineOwner | null {
  const name = MODEL.exec(service)?.[1]
  if (name) {
    const { publisher } = jumpStartNamed(place, name.toLowerCase().replace(/\s+/g, '-'))
    return { supplier: 'aws-bedrock', model: publisher ? { id: name, publisher } : { id: name } }
  }
  const known = SERVICES.find(([form]) => form.test(service))?.[1]
  if (known) return { supplier: known }
  const seller = /^(?:amazon|aws)\b/i.test(service) ? null : sellerOf(service, place)
  return seller ? { supplier: seller } : null
}

/** `Cohere Command R …` on the bill is a subscription to Cohere's, bought on AWS Marketplace. */
function sellerOf(service: string, { catalogue }: Place): string | null {
  const title = service.toLowerCase()
  let best: { slug: string; length: number } | null = null
  for (const [slug, { name, roles }] of catalogue.suppliers) {
    const begins = title === name.toLowerCase() || title.startsWith(`${name.toLowerCase()} `)
    if (!begins || !roles.some((role) => AI_ROLES.has(role))) continue
    if (name.length > (best?.length ?? 0)) best = { slug, length: name.length }
  }
  return best?.slug ?? null
}
