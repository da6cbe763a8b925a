import { day } from '@ai-census/cloud-kit'
import { thing } from '../finding.ts'
import type { Place } from '../place.ts'
import { type Json, list, text } from '../resource.ts'
import { publisherOf } from '../suppliers.ts'
import { target } from '../target.ts'

/** What the bill calls Azure's AI. Marketplace models are lines of their own, which name the model. */
const METERS: readonly (readonly [RegExp, string])[] = [
  [/openai/i, 'azure-openai'],
  [/foundry/i, 'azure-ai-foundry'],
  [/machine learning/i, 'azure-machine-learning'],
  [/(ai|cognitive) search/i, 'azure-ai-search'],
  [/bot service/i, 'microsoft'],
  [
    /cognitive services|azure ai services|\bspeech\b|\btranslator\b|document intelligence/i,
    'azure-ai-services',
  ],
]

interface Line {
  readonly category: string
  readonly meter: string
  readonly currency: string
  amount: number
}

export const costs = target({
  id: 'ai-costs',
  service: 'microsoft.costmanagement',
  title: 'Costs of AI by meter (Cost Management)',
  kinds: ['usage'],
  operations: ['CostManagement:Query_Usage'],
  async *list(arm, place) {
    const answers = arm.pages('CostManagement:Query_Usage', {
      body: costQuestion(place),
      has: ['properties', 'rows'],
    })
    for await (const answer of answers) {
      // Costs by something else may be anybody's: that none of AI are seen in them says nothing.
      if (list(answer, 'properties', 'rows').length > 0 && !columnsOf(answer).includes('metercategory'))
        arm.doubt('costs by meter', 'unexpected-answer', 'The costs were told by something else than meters.')
      yield answer
    }
  },
  tally(place) {
    const lines = new Map<string, Line>()
    return {
      add(answer) {
        for (const { category, meter, currency, amount } of linesOf(answer)) {
          const key = `${category}:${meter}:${currency}`
          const line = lines.get(key) ?? { category, meter, currency, amount: 0 }
          line.amount += amount
          lines.set(key, line)
        }
      },
      *findings() {
        for (const [id, line] of [...lines].sort(([a], [b]) => (a < b ? -1 : 1)))
          if (line.amount > 0) yield* costFinding(place, id, line)
      },
    }
  },
})

function* costFinding(place: Place, id: string, { category, meter, currency, amount }: Line) {
  const words = `${meter} ${category}`
  const known =
    METERS.find(([form]) => form.test(meter))?.[1] ?? METERS.find(([form]) => form.test(words))?.[1]
  const publisher = publisherOf(place, undefined, meter.toLowerCase().replace(/\s+/g, '-'))
  const supplier = known ?? publisher
  if (!supplier) return
  yield thing(place, {
    type: 'ai-costs',
    kind: 'usage',
    id,
    name: meter || category,
    grade: 'used',
    supplier,
    product: meter || category,
    operation: 'CostManagement:Query_Usage',
    method: 'cost',
    attributes: {
      // Sums of fractions of a cent differ in their last digits by the order of adding up.
      [`costs${currency.charAt(0)}${currency.slice(1).toLowerCase()}`]: Math.round(amount * 10_000) / 10_000,
      meterCategory: category,
      publisher,
      usageSince: day(place.since),
    },
  })
}

const costQuestion = (place: Place): Json => ({
  type: 'ActualCost',
  timeframe: 'Custom',
  timePeriod: { from: place.since.toISOString(), to: place.now.toISOString() },
  dataset: {
    granularity: 'None',
    aggregation: { totalCost: { name: 'Cost', function: 'Sum' } },
    grouping: [
      { type: 'Dimension', name: 'MeterCategory' },
      { type: 'Dimension', name: 'MeterSubCategory' },
    ],
  },
})

const columnsOf = (answer: Json): string[] =>
  list(answer, 'properties', 'columns').map((one) => (text(one, 'name') ?? '').toLowerCase())

/** A table: the columns say what stands where in a row. */
function* linesOf(answer: Json): Generator<Line> {
  const columns = columnsOf(answer)
  const column = (row: readonly unknown[], name: string): unknown => row[columns.indexOf(name)]
  for (const row of list(answer, 'properties', 'rows')) {
    if (!Array.isArray(row)) continue
    const amount = column(row, 'cost') ?? column(row, 'totalcost') ?? column(row, 'pretaxcost')
    const currency = column(row, 'currency')
    yield {
      category: String(column(row, 'metercategory') ?? ''),
      meter: String(column(row, 'metersubcategory') ?? ''),
      currency:
        typeof currency === 'string' && /^[A-Za-z]{3}$/.test(currency) ? currency.toUpperCase() : 'USD',
      amount: typeof amount === 'number' && Number.isFinite(amount) ? amount : 0,
    }
  }
}
