import { createParts, type Parts } from '@ai-census/scanner-kit'
import type { Context, Finding, Identifier } from '@ai-census/schema'
import type { OpenAiApi } from '../client.ts'
import { day, evidence, openAiFinding } from '../finding.ts'
import { type ApiKey, CostPage, UsagePage } from '../schema.ts'
import { keyOwner } from './api-keys.ts'
import { useIdentifier } from './identifiers.ts'
import {
  createTally,
  type ModelUse,
  type ProjectActivity,
  SERVICES,
  services,
  type Tally,
  type UsageService,
  type Use,
} from './tally.ts'

const DAY = 86_400

/** What was used and paid, by the provider's own reports. */
export interface Activity {
  /** Midnight UTC, Unix seconds: from here on something counts as use. */
  since: number
  byProject: Map<string | null, ProjectActivity>
  /** Which reports could be read. */
  parts: Parts
}

export const ofProject = ({ byProject }: Activity, project: string | null): ProjectActivity =>
  byProject.get(project) ?? { models: [], others: [], costs: [] }

/** All usage and cost reports from midnight UTC `days` days ago until now, added up by project. */
export async function getActivity(api: OpenAiApi, now: Date, days: number): Promise<Activity> {
  const since = (Math.floor(now.getTime() / 1000 / DAY) - days) * DAY
  const parts = createParts()
  const tally = createTally()
  for (const service of services)
    await parts.one(`/v1/organization/usage/${service}`, () => addUsage(api, service, since, tally))
  await parts.one('/v1/organization/costs', () => addCosts(api, since, tally))
  return { since, byProject: tally.result(), parts }
}

async function addUsage(api: OpenAiApi, service: UsageService, since: number, tally: Tally): Promise<void> {
  const query = { start_time: since, bucket_width: '1d', limit: 31, group_by: SERVICES[service] }
  for await (const { data } of api.report(`usage/${service}`, UsagePage, query))
    for (const bucket of data) for (const row of bucket.results) tally.use(service, bucket.start_time, row)
}

async function addCosts(api: OpenAiApi, since: number, tally: Tally): Promise<void> {
  const query = { start_time: since, bucket_width: '1d', limit: 180, group_by: ['project_id'] }
  for await (const { data } of api.report('costs', CostPage, query))
    for (const { results } of data)
      for (const { project_id, amount } of results)
        if (amount) tally.cost(project_id ?? null, amount.currency, amount.value)
}

export interface ActivityLook {
  /** Null for what no project claims. */
  project: string | null
  /** What was used: the project or the organisation. */
  home: Identifier
  keys: readonly ApiKey[]
  used: ProjectActivity
  context: Context
  since: number
}

/**
 * One finding for each model that was really used, one for each service without a model, one for the bill.
 * The last two speak of the workspace and add to what is known of it, so each names its attributes apart.
 */
export function* activityFindings(look: ActivityLook): Generator<Finding> {
  for (const use of look.used.models) yield modelFinding(use, look)
  for (const use of look.used.others) yield serviceFinding(use, look)
  for (const { currency, amount } of look.used.costs)
    if (amount > 0)
      yield usageFinding(look, {
        key: `usage:costs:${currency}`,
        name: 'costs',
        // Sums of fractions of a cent differ in their last digits by the order of adding up.
        attributes: { [`costs${capital(currency)}`]: Math.round(amount * 10_000) / 10_000 },
        evidence: [evidence('cost', 'costs', 'costs', look.home.value)],
      })
}

/** `vectorStoresBytes`, `fileSearchCalls`, and the last day of each. */
function serviceFinding({ services: [service], counts, last }: Use, look: ActivityLook): Finding {
  const name = String(service).replaceAll('_', ' ')
  const prefix = String(service).replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  const named = Object.entries(counts).map(([count, value]) => {
    const suffix = capital(count)
    return [prefix.endsWith(suffix) ? prefix : prefix + suffix, value] as const
  })
  return usageFinding(look, {
    key: `usage:${service}`,
    name,
    attributes: { ...Object.fromEntries(named), [`${prefix}LastUsedOn`]: day(last) },
    evidence: [evidence('metric', 'usage', `usage/${service}`, look.home.value)],
  })
}

const usageFinding = (
  { home, context, since }: ActivityLook,
  { attributes, ...rest }: Pick<Finding, 'key' | 'name' | 'attributes' | 'evidence'>,
): Finding =>
  openAiFinding({
    ...rest,
    kind: 'usage',
    grade: 'used',
    context,
    identifiers: [home],
    attributes: { ...attributes, usageSince: day(since) },
  })

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function modelFinding(use: ModelUse, look: ActivityLook): Finding {
  const { model } = use
  // `ft:<base model>:<organisation>:<suffix>:<id>`: made by the organisation itself, out of a published one.
  const base = /^ft:([^:]+):/.exec(model)?.[1]
  const resource = `${look.home.value}/${model}`
  return openAiFinding({
    key: `model:openai:${model}`,
    kind: 'model',
    name: model,
    model: base ? { id: model } : { id: model, publisher: 'openai' },
    grade: 'used',
    context: look.context,
    identifiers: [
      { type: 'model-id', value: model },
      ...(look.project ? [useIdentifier(look.project, model)] : []),
    ],
    attributes: {
      services: use.services,
      fineTunedFrom: base,
      ...use.counts,
      apiKeys: use.apiKeys.slice(0, 1000),
      principals: principals(use.apiKeys, look.keys).slice(0, 1000),
      usageSince: day(look.since),
      firstUsedOn: day(use.first),
      lastUsedOn: day(use.last),
    },
    evidence: use.services.map((service) => evidence('metric', 'usage', `usage/${service}`, resource)),
  })
}

/** Who is behind the keys: owners where they are known. Keys that are gone from the list have none. */
function principals(used: readonly string[], keys: readonly ApiKey[]): string[] {
  const owners = keys.filter(({ id }) => used.includes(id)).map(keyOwner)
  return [...new Set(owners.filter((owner) => owner !== undefined))].sort()
}
