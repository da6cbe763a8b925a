import type { NewSample, SamplePopulation } from '@ai-census/api'
import type { SampleFilters, Transaction } from '@ai-census/db'
import { type SQL, sql } from '@ai-census/db/query'
import { HttpProblem } from '../../http/problem.ts'
import { newestOf } from '../../ingest/scope-record.ts'
import { allOf } from '../../inventory/pages.ts'
import type { Moment } from '../../reconcile/load-facts.ts'

export type StratifyBy = NonNullable<NewSample['stratifyBy']>

/** What is drawn from. */
export interface Population {
  kind: SamplePopulation
  moment: Moment
  filters: SampleFilters
  stratifyBy: StratifyBy | null
}

export interface Member {
  name: string
  /** Null where nothing is stratified. */
  stratum: string | null
}

/** States of the history that held at a moment. */
export const heldAt = ({ run, at }: Moment): SQL => sql`(
  h.run <= ${run} and h.valid_from <= ${at}::timestamptz
  and (h.valid_to is null or h.valid_to > ${at}::timestamptz))`

/** Findings whose interval was open at a moment. */
export const openAt = ({ position }: Moment): SQL => sql`(
  f.from_position <= ${position} and (f.to_position is null or f.to_position > ${position}))`

interface Shape {
  from: (population: Population) => SQL
  name: SQL
  /** What may be filtered and stratified by, as text; a list where a thing may have several. */
  columns: Partial<Record<StratifyBy, SQL>>
}

const historyOf = (subject: 'system' | 'component') => (population: Population) =>
  sql`inventory_history h where h.subject_type = ${subject} and ${heldAt(population.moment)}`

const shapes: Record<SamplePopulation, Shape> = {
  systems: {
    from: historyOf('system'),
    name: sql`h.subject_id`,
    columns: { state: sql`h.body ->> 'state'`, supplier: sql`h.body -> 'suppliers' ->> 0` },
  },
  components: {
    from: historyOf('component'),
    name: sql`h.subject_id`,
    columns: { state: sql`h.body ->> 'state'`, supplier: sql`h.body ->> 'supplier'` },
  },
  findings: {
    from: ({ moment }) => sql`finding f join finding_content fc on fc.hash = f.hash
      where f.presence in ('seen', 'returned') and ${openAt(moment)}`,
    name: sql`f.scope_key || ' ' || f.scanner || ' ' || f.key`,
    columns: { supplier: sql`fc.finding ->> 'supplier'`, scanner: sql`f.scanner` },
  },
  scopes: {
    from: ({ moment }) => sql`(
        select distinct on (scope_key, scanner) scope_key, scanner, ${newestOf('look')} as newest
        from look where position <= ${moment.position} order by scope_key, scanner, position desc) s
      join look n on n.position = s.newest where true`,
    name: sql`s.scope_key || ' ' || s.scanner`,
    columns: { state: sql`n.coverage ->> 'status'`, scanner: sql`s.scanner` },
  },
}

function conditionsOf({ kind, filters }: Population): SQL[] {
  const { columns } = shapes[kind]
  const conditions: SQL[] = []
  for (const [by, wanted] of [
    ['state', filters.state],
    ['scanner', filters.scanner],
    ['supplier', filters.supplier],
  ] as const) {
    if (wanted === undefined) continue
    const column = columns[by]
    if (!column) throw refuse(`filters.${by}`, kind)
    // A system may have several suppliers.
    if (kind === 'systems' && by === 'supplier') conditions.push(sql`h.body -> 'suppliers' ? ${wanted}`)
    else conditions.push(sql`${column} = any(${sql.param([wanted].flat())}::text[])`)
  }
  return conditions
}

function stratumOf({ kind, stratifyBy }: Population): SQL {
  if (stratifyBy === null) return sql`null::text`
  const column = shapes[kind].columns[stratifyBy]
  if (!column) throw refuse('stratifyBy', kind)
  return sql`coalesce(${column}, 'none')`
}

const refuse = (place: string, kind: SamplePopulation) =>
  new HttpProblem(422, `${place}: ${kind} cannot be told apart by that.`, [
    { place, message: `means nothing for ${kind}` },
  ])

const BATCH = 5000

/** Every member, sorted by code point; the database sorts, and only a batch is here at a time. */
export async function* readMembers(tx: Transaction, population: Population): AsyncGenerator<Member> {
  const { from, name } = shapes[population.kind]
  await tx.execute(sql`
    declare members no scroll cursor for
    select ${name} as name, ${stratumOf(population)} as stratum
    from ${from(population)} and ${allOf([sql`true`, ...conditionsOf(population)])}
    order by (${name}) collate "C"`)
  for (;;) {
    const { rows } = await tx.execute<{ name: string; stratum: string | null }>(
      sql`fetch forward ${sql.raw(String(BATCH))} from members`,
    )
    yield* rows
    if (rows.length < BATCH) break
  }
  await tx.execute(sql`close members`)
}
