import type { CoverageGroup, listCoverageGroups as endpoint } from '@ai-census/api'
import { type Queryable, scopes } from '@ai-census/db'
import { type SQL, sql } from '@ai-census/db/query'
import { CoverageStatus } from '@ai-census/schema'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { lastCompleteAt } from '../ingest/scope-record.ts'
import { afterCursor, allOf, cursorOf, type Order, orderBy, pageOf } from './pages.ts'
import { fromScopes, isStale, newest, scopeFilters, staleBefore } from './scope-filters.ts'

type Query = z.output<typeof endpoint.query>
type Answer = z.input<typeof endpoint.response>
type Totals = Answer['all']

type Counted = Record<
  `status_${string}` | 'scopes' | 'with_unknowns' | 'held' | 'stale' | 'never',
  number
> & {
  complete_at: string | Date | null
}
type Row = Counted & { source: string; scanner: string; part: string | null; single: boolean }

/** How much of each source, or of each part of one, was read. A page of a thousand accounts is one query. */
export async function listCoverageGroups(deps: Deps, query: Query): Promise<Answer> {
  const before = await staleBefore(deps)
  const chosen = sql`
    with chosen as (
      select ${scopes.source} as source, ${scopes.scanner} as scanner, ${partOf(query)} as part,
        ${scopes.scopeKey} as scope_key, ${scopes.status} as status, ${scopes.held} as held,
        ${newest.unknownCount} > 0 as unknown, ${isStale(before)} as stale,
        ${lastCompleteAt('look')} as complete_at
      from ${fromScopes} where ${allOf(scopeFilters(query, before))}
    )`
  const { orm } = deps.database
  const [rows, all] = await Promise.all([readGroups(orm, chosen, query), readAll(orm, chosen)])
  const page = pageOf(rows, query.limit, groupOf, (row) => cursorOf(nameIn(row), idIn(row)))
  return { ...page, total: null, all }
}

/** The part of a key that follows `under`, with all before it. */
function partOf({ by, under }: Query): SQL {
  if (by === 'source') return sql`null::text`
  if (under === undefined) return sql`split_part(${scopes.scopeKey}, '/', 1)`
  return sql`case when ${scopes.scopeKey} = ${under} then ${under}
    else ${`${under}/`} || split_part(substr(${scopes.scopeKey}, length(${under}) + 2), '/', 1) end`
}

const counts = sql.join(
  [
    sql`count(*)::int as scopes`,
    ...CoverageStatus.options.map(
      (status) =>
        sql`count(*) filter (where status = ${status})::int as ${sql.identifier(`status_${status}`)}`,
    ),
    sql`count(*) filter (where unknown)::int as with_unknowns`,
    sql`count(*) filter (where held)::int as held`,
    sql`count(*) filter (where stale)::int as stale`,
    sql`count(*) filter (where complete_at is null and status not in ('not-enabled', 'unsupported'))::int as never`,
    sql`min(complete_at) as complete_at`,
  ],
  sql`, `,
)

const order: Order = {
  by: sql`coalesce(part, source)`,
  type: 'text',
  descending: false,
  id: sql`(source || ' ' || scanner)`,
}
const nameIn = ({ part, source }: Row): string => part ?? source
const idIn = ({ source, scanner }: Row): string => `${source} ${scanner}`

async function readGroups(db: Queryable, chosen: SQL, query: Query): Promise<Row[]> {
  const { rows } = await db.execute<Row & Record<string, unknown>>(sql`
    ${chosen}, grouped as (
      select source, scanner, part, ${counts}, count(*) = 1 and bool_and(scope_key = part) as single
      from chosen group by source, scanner, part
    )
    select * from grouped where ${afterCursor(order, query.cursor)} order by ${orderBy(order)} limit ${query.limit + 1}`)
  return rows
}

async function readAll(db: Queryable, chosen: SQL): Promise<Totals> {
  const { rows } = await db.execute<Counted & Record<string, unknown>>(
    sql`${chosen} select ${counts} from chosen`,
  )
  const [all] = rows
  if (!all) throw new Error('a count gave no row')
  return totalsOf(all)
}

const totalsOf = (row: Counted): Totals => ({
  scopes: row.scopes,
  statuses: Object.fromEntries(
    CoverageStatus.options.flatMap((status) => {
      const n = row[`status_${status}`] ?? 0
      return n > 0 ? [[status, n]] : []
    }),
  ),
  withUnknowns: row.with_unknowns,
  held: row.held,
  stale: row.stale,
  neverComplete: row.never,
  completeAt: row.complete_at === null ? null : new Date(row.complete_at).toISOString(),
})

const groupOf = (row: Row): CoverageGroup => ({
  source: row.source,
  scanner: row.scanner,
  under: row.part,
  name: row.part === null ? row.source : (row.part.split('/').at(-1) ?? row.part),
  single: row.single ?? false,
  ...totalsOf(row),
})
