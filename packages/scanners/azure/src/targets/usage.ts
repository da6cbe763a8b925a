import { day } from '@ai-census/cloud-kit'
import { ScopeFailure } from '@ai-census/scanner-kit'
import type { Arm } from '../arm.ts'
import { armIdentifier, thing } from '../finding.ts'
import type { Place } from '../place.ts'
import { type Json, list, number, type Resource, text } from '../resource.ts'
import { ownerOf, publisherOf } from '../suppliers.ts'
import { target } from '../target.ts'
import { ACCOUNT, kindOf } from './cognitive-accounts.ts'

/**
 * Metrics by their older and newer names: the first ones count calls of OpenAI's models alone, the others of all. Tokens of the
 * older kind know the deployment and not the model.
 */
const CALLS = ['AzureOpenAIRequests', 'ModelRequests']
const CALLS_BY = "ModelDeploymentName eq '*' and ModelName eq '*' and ModelVersion eq '*'"
const TOKENS = ['TokenTransaction', 'TotalTokens']
const TOKENS_BY = "ModelDeploymentName eq '*'"
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

/**
 * Monitor refuses a question whole for one metric that a kind of account does not have: then each is asked for alone, and
 * what is refused again is not there. What Monitor could not work out is a doubt.
 */
async function metricsOf(arm: Arm, place: Place, id: string, metrics: readonly string[], by?: string) {
  const ask = (names: readonly string[]) =>
    arm.get('Monitor:Metrics_List', {
      id,
      query: { ...questionOf(place, names), ...(by ? { $filter: by } : {}) },
      has: ['value'],
    })
  const answers: Json[] = []
  try {
    answers.push(await ask(metrics))
  } catch (failure) {
    if (!isRefused(failure) || metrics.length < 2) throw failure
    for (const one of metrics) {
      const answer = await ask([one]).catch((again: unknown) => {
        if (!isRefused(again)) throw again
        return null
      })
      if (answer) answers.push(answer)
    }
    if (answers.length === 0) throw failure
  }
  const value = answers.flatMap((answer) => list(answer, 'value'))
  for (const metric of value) {
    const code = text(metric, 'errorCode')
    if (code && !/^success$/i.test(code))
      arm.doubt(`${text(metric, 'name', 'value') ?? 'a metric'} of ${id.toLowerCase()}`, 'metric-error', code)
  }
  return { value }
}
const isRefused = (failure: unknown): boolean =>
  failure instanceof ScopeFailure && failure.status === 'failed' && failure.reason === 'BadRequest'

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
  model: string
  version: string
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
    arm.each('Monitor:Metrics_List', accountsThat(arm, servesModels), async ({ id }) => ({
      calls: await metricsOf(arm, place, id, CALLS, CALLS_BY),
      tokens: await metricsOf(arm, place, id, TOKENS, TOKENS_BY).catch((failure: unknown) => {
        // Calls alone prove use; that tokens could not be read the cell says.
        if (!(failure instanceof ScopeFailure)) throw failure
        arm.doubt(`tokens of ${id.toLowerCase()}`, failure.reason, failure.message)
        return null
      }),
    })),
  *toFindings({ parent: account, result }, place) {
    for (const use of usesOf(result.calls, result.tokens)) {
      const id = `${account.id}/deployments/${use.deployment}`
      yield thing(place, {
        type: 'model-use',
        kind: 'usage',
        id,
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
          calls: use.calls || undefined,
          tokens: use.tokens || undefined,
          usageSince: day(place.since),
          lastUsedOn: use.last.slice(0, 10) || undefined,
        },
      })
    }
  },
})

/**
 * One line a deployment. What both the older and the newer metric count is the same calls, so that the larger sum of the two
 * holds; of a deployment that changed its model the one that was called last counts.
 */
function usesOf(calls: Json, tokens: Json | null): Use[] {
  const uses = new Map<string, Use>()
  const sums = new Map<string, number>()
  const asked = [
    ...[...seriesOf(calls)].filter(({ metric }) => CALLS.includes(metric)),
    ...(tokens ? [...seriesOf(tokens)].filter(({ metric }) => TOKENS.includes(metric)) : []),
  ]
  for (const { metric, dimensions, total, last = '' } of asked) {
    const deployment = dimensions.get('modeldeploymentname') ?? ''
    // Calls that name no deployment are counted under an empty name: there is nothing to speak of.
    if (!(total > 0) || !deployment) continue
    const key = deployment.toLowerCase()
    const use = uses.get(key) ?? { deployment, model: '', version: '', calls: 0, tokens: 0, last: '' }
    uses.set(key, use)
    const sum = (sums.get(`${key} ${metric}`) ?? 0) + total
    sums.set(`${key} ${metric}`, sum)
    if (TOKENS.includes(metric)) use.tokens = Math.max(use.tokens, sum)
    else use.calls = Math.max(use.calls, sum)
    const model = dimensions.get('modelname') ?? ''
    if (model && (!use.model || last > use.last)) {
      use.model = model
      use.version = dimensions.get('modelversion') ?? ''
    }
    if (last > use.last) use.last = last
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
      ({ id }) =>
        arm.get('Monitor:Metrics_List', { id, query: questionOf(place, ['TotalCalls']), has: ['value'] }),
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
