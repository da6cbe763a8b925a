import type { UsageRow } from '../schema.ts'

/** The usage reports, and by what each can be grouped. */
export const SERVICES = {
  completions: ['project_id', 'model', 'api_key_id'],
  embeddings: ['project_id', 'model', 'api_key_id'],
  moderations: ['project_id', 'model', 'api_key_id'],
  images: ['project_id', 'model', 'api_key_id'],
  audio_speeches: ['project_id', 'model', 'api_key_id'],
  audio_transcriptions: ['project_id', 'model', 'api_key_id'],
  web_search_calls: ['project_id', 'model', 'api_key_id'],
  file_search_calls: ['project_id', 'api_key_id'],
  vector_stores: ['project_id'],
  code_interpreter_sessions: ['project_id'],
} as const
export type UsageService = keyof typeof SERVICES
/** In the order above. */
export const services = Object.keys(SERVICES) as UsageService[] // Object.keys forgets the literal names.

/** What a reader would call the provider's counts. */
const COUNTS = {
  requests: 'num_model_requests',
  calls: 'num_requests',
  sessions: 'num_sessions',
  inputTokens: 'input_tokens',
  outputTokens: 'output_tokens',
  images: 'images',
  characters: 'characters',
  seconds: 'seconds',
  bytes: 'usage_bytes',
} as const satisfies Record<string, keyof UsageRow>
type Count = keyof typeof COUNTS
const counts = Object.entries(COUNTS) as [Count, (typeof COUNTS)[Count]][] // Object.entries forgets them too.

export interface Use {
  services: UsageService[]
  counts: Partial<Record<Count, number>>
  /** Ids of the keys that were used, sorted. */
  apiKeys: string[]
  /** Midnight UTC of the first and the last day with use, Unix seconds. */
  first: number
  last: number
}
export interface ModelUse extends Use {
  model: string
}

export interface ProjectActivity {
  /** Sorted by model. */
  models: ModelUse[]
  /** Use that names no model, one entry a service. */
  others: Use[]
  /** Sorted by currency. */
  costs: { currency: string; amount: number }[]
}

export interface Tally {
  use(service: UsageService, start: number, row: UsageRow): void
  cost(project: string | null, currency: string, amount: number): void
  /** By project; null holds what no project claims. */
  result(): Map<string | null, ProjectActivity>
}

/** Adds up reports. Memory grows with projects × models, not with days. */
export function createTally(): Tally {
  const models = new Map<string | null, Map<string, Use>>()
  const others = new Map<string | null, Map<string, Use>>()
  const costs = new Map<string | null, Map<string, number>>()
  return {
    use(service, start, row) {
      if (!counts.some(([, field]) => (row[field] ?? 0) > 0)) return
      const project = row.project_id ?? null
      const uses = row.model ? within(models, project) : within(others, project)
      addTo(uses, row.model || service, service, start, row)
    },
    cost(project, currency, amount) {
      const sums = within(costs, project)
      sums.set(currency, (sums.get(currency) ?? 0) + amount)
    },
    result() {
      const projects = new Set([...models.keys(), ...others.keys(), ...costs.keys()])
      return new Map(
        [...projects].map((project) => [
          project,
          {
            models: byName(models.get(project)).map(([model, use]) => ({ model, ...finished(use) })),
            others: byName(others.get(project)).map(([, use]) => finished(use)),
            costs: byName(costs.get(project)).map(([currency, amount]) => ({ currency, amount })),
          },
        ]),
      )
    },
  }
}

function addTo(
  uses: Map<string, Use>,
  name: string,
  service: UsageService,
  start: number,
  row: UsageRow,
): void {
  const use = uses.get(name) ?? { services: [], counts: {}, apiKeys: [], first: start, last: start }
  uses.set(name, use)
  for (const [count, field] of counts) {
    const value = row[field]
    if (!value) continue
    const before = use.counts[count] ?? 0
    // Storage is a level, not a flow: a store of one gigabyte is no thirty gigabytes after a month.
    use.counts[count] = count === 'bytes' ? Math.max(before, value) : before + value
  }
  if (!use.services.includes(service)) use.services.push(service)
  if (row.api_key_id && !use.apiKeys.includes(row.api_key_id)) use.apiKeys.push(row.api_key_id)
  use.first = Math.min(use.first, start)
  use.last = Math.max(use.last, start)
}

function within<V>(projects: Map<string | null, Map<string, V>>, project: string | null): Map<string, V> {
  const known = projects.get(project)
  if (known) return known
  const made = new Map<string, V>()
  projects.set(project, made)
  return made
}

const byName = <V>(uses: Map<string, V> | undefined): [string, V][] =>
  [...(uses ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))

const finished = (use: Use): Use => ({
  ...use,
  services: services.filter((service) => use.services.includes(service)),
  apiKeys: use.apiKeys.toSorted(),
})
