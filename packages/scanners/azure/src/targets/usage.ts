import type { Arm } from '../arm.ts'
import { armIdentifier, day, thing } from '../finding.ts'
import type { Place } from '../place.ts'
import { type Json, list, number, type Resource, text } from '../resource.ts'
import { ownerOf, publisherOf } from '../suppliers.ts'
import { target } from '../target.ts'
import { ACCOUNT, kindOf } from './cognitive-accounts.ts'

/** Metrics of requests and tokens that are split by deployment, by the older and the newer names. */
const MODEL_METRICS = ['AzureOpenAIRequests', 'TokenTransaction']
const SPLIT = "ModelDeploymentName eq '*' and ModelName eq '*' and ModelVersion eq '*'"
const servesModels = (account: Resource) => /^(openai|aiservices)$/i.test(kindOf(account) ?? '')

async function* accountsThat(arm: Arm, is: (account: Resource) => boolean): AsyncGenerator<Resource> {
  for await (const account of arm.parents('CognitiveServices:Accounts_List')) if (is(account)) yield account
}

/** Whole days, so that two looks on one day ask the same. */
const questionOf = (place: Place, metrics: readonly string[]) => ({
  timespan: `${place.since.toISOString()}/${place.now.toISOString()}`,
  interval: 'P1D',
  metricnames: metrics.join(','),
  metricnamespace: ACCOUNT,
  aggregation: 'Total',
})

interface Series {
  readonly metric: string
  readonly dimensions: ReadonlyMap<string, string>
  readonly total: number
  readonly last: string | undefined
}

/** One line a metric and combination of dimensions, with its sum over the period. */
function* seriesOf(answer: Json): Generator<Series> {
  for (const metric of list(answer, 'value'))
    for (const series of list(metric, 'timeseries')) {
      const dimensions = new Map(
        list(series, 'metadatavalues').map((one) => [
          (text(one, 'name', 'value') ?? '').toLowerCase(),
          text(one, 'value') ?? '',
        ]),
      )
      const used = list(series, 'data').filter((one) => (number(one, 'total') ?? 0) > 0)
      const total = used.reduce<number>((sum, one) => sum + (number(one, 'total') ?? 0), 0)
      const last = used
        .map((one) => text(one, 'timeStamp') ?? '')
        .sort()
        .at(-1)
      yield { metric: text(metric, 'name', 'value') ?? '', dimensions, total, last }
    }
}

interface Use {
  readonly deployment: string
  readonly model: string
  readonly version: string
  calls: number
  tokens: number
  last: string
}

export const modelUse = target({
  id: 'model-use',
  service: 'microsoft.insights',
  title: 'Calls and tokens by model deployment (Azure Monitor)',
  kinds: ['usage'],
  operations: ['CognitiveServices:Accounts_List', 'Monitor:Metrics_List'],
  list: (arm, place) =>
    arm.each('Monitor:Metrics_List', accountsThat(arm, servesModels), ({ id }) =>
      arm.get('Monitor:Metrics_List', {
        id,
        query: { ...questionOf(place, MODEL_METRICS), $filter: SPLIT },
      }),
    ),
  *toFindings({ parent: account, result }, place) {
    for (const use of usesOf(result)) {
      const id = `${account.id}/deployments/${use.deployment}`
      yield thing(place, {
        type: 'model-use',
        kind: 'usage',
        id: `${id}:${use.model}:${use.version}`,
        name: `${use.model || 'Model'} through ${account.name}/${use.deployment}`,
        parent: account,
        grade: 'used',
        supplier: ownerOf(place, ACCOUNT, kindOf(account)),
        product: 'Model deployment',
        ...(use.model
          ? { model: { id: use.model, publisher: publisherOf(place, undefined, use.model) } }
          : {}),
        operation: 'Monitor:Metrics_List',
        method: 'metric',
        identifiers: armIdentifier(id),
        attributes: {
          account: account.name,
          deployment: use.deployment,
          modelVersion: use.version || undefined,
          calls: use.calls,
          tokens: use.tokens,
          usageSince: day(place.since),
          lastUsedOn: use.last.slice(0, 10) || undefined,
        },
      })
    }
  },
})

function usesOf(answer: Json): Use[] {
  const uses = new Map<string, Use>()
  for (const { metric, dimensions, total, last } of seriesOf(answer)) {
    const deployment = dimensions.get('modeldeploymentname') ?? ''
    // Calls that name no deployment are counted under an empty name: there is nothing to speak of.
    if (!(total > 0) || !deployment) continue
    const model = dimensions.get('modelname') ?? ''
    const version = dimensions.get('modelversion') ?? ''
    const key = `${deployment} ${model} ${version}`.toLowerCase()
    const use = uses.get(key) ?? { deployment, model, version, calls: 0, tokens: 0, last: '' }
    if (/requests$/i.test(metric)) use.calls += total
    else use.tokens += total
    if (last && last > use.last) use.last = last
    uses.set(key, use)
  }
  return [...uses].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, use]) => use)
}

export const serviceUse = target({
  id: 'ai-service-use',
  service: 'microsoft.insights',
  title: 'Calls of speech, vision, language, translator and other accounts (Azure Monitor)',
  kinds: ['usage'],
  operations: ['CognitiveServices:Accounts_List', 'Monitor:Metrics_List'],
  list: (arm, place) =>
    arm.each(
      'Monitor:Metrics_List',
      accountsThat(arm, (account) => !servesModels(account)),
      ({ id }) => arm.get('Monitor:Metrics_List', { id, query: questionOf(place, ['TotalCalls']) }),
    ),
  *toFindings({ parent: account, result }, place) {
    const series = [...seriesOf(result)].filter(({ total }) => total > 0)
    const calls = series.reduce((sum, { total }) => sum + total, 0)
    if (calls === 0) return
    const last = series
      .flatMap((one) => one.last ?? [])
      .sort()
      .at(-1)
    yield thing(place, {
      type: 'ai-service-use',
      kind: 'usage',
      id: account.id,
      name: `Calls of ${account.name}`,
      parent: account,
      grade: 'used',
      supplier: ownerOf(place, ACCOUNT, kindOf(account)),
      product: kindOf(account),
      operation: 'Monitor:Metrics_List',
      method: 'metric',
      identifiers: armIdentifier(account.id),
      attributes: {
        account: account.name,
        calls,
        usageSince: day(place.since),
        lastUsedOn: last?.slice(0, 10),
      },
    })
  },
})

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
  list: (arm, place) => arm.pages('CostManagement:Query_Usage', { body: costQuestion(place) }),
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

/** A table: the columns say what stands where in a row. */
function* linesOf(answer: Json): Generator<Line> {
  const columns = list(answer, 'properties', 'columns').map((one) => (text(one, 'name') ?? '').toLowerCase())
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
