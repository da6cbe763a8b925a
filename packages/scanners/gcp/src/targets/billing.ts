import type { Tally } from '@ai-census/cloud-kit'
import { ScopeFailure } from '@ai-census/scanner-kit'
import type { Finding } from '@ai-census/schema'
import { z } from 'zod'
import { thing } from '../finding.ts'
import type { Gcp } from '../gcp.ts'
import type { Place } from '../place.ts'
import { optional, text } from '../resource.ts'
import { target } from '../target.ts'

/** Asking BigQuery is a job, which is made; what it reads needs `bigquery.tables.getData` on the table as well. */
const PERMISSION = 'bigquery.jobs.create'
/** BigQuery waits this long for the answer before it says that there is none yet. */
const WAIT_MS = 20_000
const MOST_WAITS = 20
const MOST_PAGES = 100

/** What the bill calls Google's AI; other suppliers' models are services of their own, which name the model. */
const SERVICES: Readonly<Record<string, string>> = {
  'vertex ai': 'google-vertex-ai',
  'vertex ai search': 'google-vertex-ai',
  'vertex ai agent builder': 'google-vertex-ai',
  'ai applications': 'google-vertex-ai',
  'gemini api': 'google-gemini',
  'generative language api': 'google-gemini',
  'gemini code assist': 'google-gemini',
  'gemini enterprise': 'google-gemini',
  'cloud dialogflow api': 'google-cloud-ai',
  'cloud document ai api': 'google-cloud-ai',
  'cloud natural language api': 'google-cloud-ai',
  'cloud speech api': 'google-cloud-ai',
  'cloud text-to-speech api': 'google-cloud-ai',
  'cloud translation api': 'google-cloud-ai',
  translate: 'google-cloud-ai',
  'cloud video intelligence api': 'google-cloud-ai',
  'cloud vision api': 'google-cloud-ai',
  'cloud machine learning engine': 'google-vertex-ai',
  notebooks: 'google-vertex-ai',
}

const Answer = z.object({
  jobComplete: optional(z.boolean()),
  jobReference: optional(z.object({ jobId: text, location: text })),
  pageToken: text,
  // Of another shape it is no answer, for a line that is passed over is a cost that is not there.
  schema: z.object({ fields: z.array(z.object({ name: z.string() })).optional() }).optional(),
  rows: z.array(z.object({ f: z.array(z.object({ v: z.unknown() })) })).optional(),
})
type Answer = z.infer<typeof Answer>
type Line = Readonly<Record<string, string>>

/** Days of arrival part the table; nothing arrives before it was used. The name of the table is checked by its setting. */
const queryOf = (
  table: string,
  since: string,
): string => `SELECT project.id AS project, project.number AS number,
  service.description AS service, sku.description AS sku, currency, SUM(cost) AS cost,
  FORMAT_TIMESTAMP('%F', MAX(usage_start_time)) AS last
FROM \`${table}\`
WHERE _PARTITIONTIME >= TIMESTAMP('${since}') AND usage_start_time >= TIMESTAMP('${since}')
GROUP BY project, number, service, sku, currency HAVING cost > 0 ORDER BY number, service, sku`

async function* linesOf(gcp: Gcp, place: Place): AsyncGenerator<Line> {
  if (!place.billing) return
  const { table, gigabytes } = place.billing
  const base = `/bigquery/v2/projects/${place.project.id}/queries`
  const call = { service: 'bigquery' as const, permission: PERMISSION }
  const question = {
    query: queryOf(table, place.since.toISOString().slice(0, 10)),
    useLegacySql: false,
    maxResults: 10_000,
    timeoutMs: WAIT_MS,
    maximumBytesBilled: String(gigabytes * 10 ** 9),
  }
  let answer = await gcp.get({ ...call, path: base, question }, Answer)
  const { jobId = '', location } = answer.jobReference ?? {}
  const path = `${base}/${encodeURIComponent(jobId)}`
  const more = (query: object) =>
    gcp.get({ ...call, path, query: { location, maxResults: 10_000, timeoutMs: WAIT_MS, ...query } }, Answer)
  for (let waits = 0; answer.jobComplete === false; waits++) {
    if (!jobId || waits >= MOST_WAITS)
      throw new ScopeFailure('failed', 'unavailable', 'BigQuery did not finish the question about the bill.')
    answer = await more({})
  }
  const fields = answer.schema?.fields?.map(({ name }) => name)
  if (!fields) throw new ScopeFailure('failed', 'unexpected-answer', 'BigQuery answered without columns.')
  const used = new Set<string>()
  for (let pages = 1; ; pages++) {
    yield* rowsOf(fields, answer)
    const { pageToken } = answer
    if (!pageToken || !jobId) return
    if (used.has(pageToken))
      throw new ScopeFailure('failed', 'pagination-loop', 'BigQuery gave a page token twice.')
    if (pages >= MOST_PAGES)
      throw new ScopeFailure('partial', 'limit-reached', `Of the bill only ${MOST_PAGES} pages were read.`)
    used.add(pageToken)
    answer = await more({ pageToken })
  }
}

function* rowsOf(fields: readonly string[], { rows = [] }: Answer): Generator<Line> {
  for (const { f } of rows)
    yield Object.fromEntries(
      fields.flatMap((name, i) => {
        const value = f[i]?.v
        return typeof value === 'string' ? [[name, value]] : []
      }),
    )
}

/** Costs of AI by project and line. */
export const billingExport = target({
  id: 'billing-export',
  service: 'billingexport',
  title: 'Costs of AI by project and line (the bill exported to BigQuery, where its table is named)',
  kinds: ['usage'],
  operations: [PERMISSION],
  list: linesOf,
  tally: costsOf,
})

function costsOf(place: Place): Tally<Line> {
  const costs = new Map<string, { line: Line; amount: number; last: string }>()
  return {
    add(line) {
      const amount = Number(line.cost)
      if (!Number.isFinite(amount) || amount <= 0 || !ownerOf(place, line)) return
      const key = [line.number ?? line.project ?? '-', line.service, line.sku, line.currency].join('/')
      const cost = costs.get(key) ?? { line, amount: 0, last: '' }
      costs.set(key, cost)
      cost.amount += amount
      if ((line.last ?? '') > cost.last) cost.last = line.last ?? ''
    },
    *findings(): Generator<Finding> {
      for (const [key, { line, amount, last }] of [...costs].sort(([a], [b]) => (a < b ? -1 : 1)))
        yield costFinding(place, key, line, amount, last)
    },
  }
}

interface Owner {
  readonly supplier: string
  readonly publisher: string | undefined
}

function ownerOf(place: Place, { service = '', sku = '' }: Line): Owner | null {
  const supplier = SERVICES[service.toLowerCase()]
  if (supplier) return { supplier, publisher: makerIn(place, sku) }
  const publisher = makerIn(place, service)
  return publisher ? { supplier: 'google-vertex-ai', publisher } : null
}

/** `Gemini 2.5 Pro Text Input - Predictions`: the first words are the model. */
function makerIn({ catalogue }: Place, text: string): string | undefined {
  const words = text.toLowerCase().split(/[\s_-]+/)
  for (let length = Math.min(5, words.length); length > 0; length--) {
    const publisher = catalogue.modelOwner(words.slice(0, length).join('-'))?.publisher
    if (publisher) return publisher
  }
  return undefined
}

function costFinding(place: Place, key: string, line: Line, amount: number, last: string): Finding {
  const { service = '', sku = '', currency = 'USD' } = line
  const owner = ownerOf(place, line)
  return thing(place, {
    type: 'billing-export',
    kind: 'usage',
    id: key,
    name: sku || service,
    service: 'bigquery',
    grade: 'used',
    supplier: owner?.supplier ?? null,
    product: service.slice(0, 256),
    operation: PERMISSION,
    method: 'cost',
    attributes: {
      project: line.project,
      projectNumber: line.number,
      // Sums of fractions of a cent differ in their last digits by the order of adding up.
      [`costs${currency.charAt(0).toUpperCase()}${currency.slice(1, 3).toLowerCase()}`]:
        Math.round(amount * 10_000) / 10_000,
      billedService: service,
      publisher: owner?.publisher,
      usageSince: place.since.toISOString().slice(0, 10),
      lastUsedOn: last || undefined,
    },
  })
}
