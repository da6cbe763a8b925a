import type { Sample, SamplePopulation, SampleSummary, SampleTask } from '@ai-census/api'
import { auditConclusions, auditSampleRows, auditSamples } from '@ai-census/db'
import { asc, eq, inArray, sql } from '@ai-census/db/query'
import { DRAWING_METHOD } from '@ai-census/inventory'
import type { Deps } from '../../deps.ts'
import { HttpProblem } from '../../http/problem.ts'
import { afterCursor, cursorOf, type Order, orderBy, type Page, pageOf } from '../../inventory/pages.ts'
import { type RowResult, resultOf } from './result.ts'

export type SampleRecord = typeof auditSamples.$inferSelect

export async function findSample(deps: Deps, id: string): Promise<SampleRecord> {
  const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)
  const [row] = isUuid
    ? await deps.database.orm.select().from(auditSamples).where(eq(auditSamples.id, id))
    : []
  if (!row) throw new HttpProblem(404, 'No such sample.')
  return row
}

export async function getSample(deps: Deps, id: string): Promise<Sample> {
  const record = await findSample(deps, id)
  const { orm } = deps.database
  const rows = await orm
    .select()
    .from(auditSampleRows)
    .where(eq(auditSampleRows.sample, id))
    .orderBy(asc(auditSampleRows.ordinal))
  const conclusions = await orm
    .select()
    .from(auditConclusions)
    .where(eq(auditConclusions.sample, id))
    .orderBy(asc(auditConclusions.ordinal), asc(auditConclusions.number))
  const byRow = Map.groupBy(conclusions, ({ ordinal }) => ordinal)
  return {
    ...(await getSummary(deps, record)),
    rows: rows.map(({ ordinal, name, stratum, task }) => ({
      ordinal,
      name,
      stratum,
      // Written by `createSample` alone, which makes tasks.
      task: task as SampleTask,
      conclusions: (byRow.get(ordinal) ?? []).map(({ result, note, author, at }) => ({
        result,
        note,
        author,
        at,
      })),
    })),
  }
}

export async function listSamples(
  deps: Deps,
  query: { cursor?: string | undefined; limit: number },
): Promise<Page<SampleSummary>> {
  const { orm } = deps.database
  const order: Order = {
    by: sql`${auditSamples.createdAt}`,
    type: 'timestamptz',
    descending: true,
    id: sql`${auditSamples.id}::text`,
  }
  const records = await orm
    .select()
    .from(auditSamples)
    .where(afterCursor(order, query.cursor))
    .orderBy(orderBy(order))
    .limit(query.limit + 1)
  const results = await readResults(
    deps,
    records.map(({ id }) => id),
  )
  const page = pageOf(
    records,
    query.limit,
    (record) => summaryOf(record, results.get(record.id) ?? []),
    (record) => cursorOf(record.createdAt, record.id),
  )
  return { ...page, total: await orm.$count(auditSamples) }
}

/** Every sample, whole, oldest first, a line each. */
export async function* sampleLines(deps: Deps): AsyncGenerator<string> {
  const all = await deps.database.orm
    .select({ id: auditSamples.id })
    .from(auditSamples)
    .orderBy(asc(auditSamples.createdAt), asc(auditSamples.id))
  for (const { id } of all) yield JSON.stringify(await getSample(deps, id))
}

export async function getSummary(deps: Deps, record: SampleRecord): Promise<SampleSummary> {
  return summaryOf(record, (await readResults(deps, [record.id])).get(record.id) ?? [])
}

/** Of each sample, its rows with the last conclusion of each. */
async function readResults(deps: Deps, ids: string[]): Promise<Map<string, RowResult[]>> {
  if (ids.length === 0) return new Map()
  const rows = await deps.database.orm
    .select({
      sample: auditSampleRows.sample,
      stratum: auditSampleRows.stratum,
      result: sql<RowResult['result']>`(
        select c.result from audit_conclusion c
        where c.sample = audit_sample_row.sample and c.ordinal = audit_sample_row.ordinal
        order by c.number desc limit 1)`,
    })
    .from(auditSampleRows)
    .where(inArray(auditSampleRows.sample, ids))
  return Map.groupBy(rows, ({ sample }) => sample)
}

const summaryOf = (record: SampleRecord, rows: readonly RowResult[]): SampleSummary => ({
  id: record.id,
  createdAt: record.createdAt,
  createdBy: record.createdBy,
  // Written by `createSample` alone, which takes it from the contract.
  population: record.population as SamplePopulation,
  filters: record.filters,
  stratifyBy: record.stratifyBy,
  at: record.at,
  position: record.position,
  seed: record.seed,
  method: DRAWING_METHOD,
  confidence: record.confidence,
  tolerableShare: record.tolerableShare,
  populationSize: record.populationSize,
  populationHash: record.populationHash,
  drawn: rows.length,
  strata: record.strata,
  result: resultOf(record, rows),
})
