import type { CoverageGroup, listCoverageGroups as endpoint } from '@ai-census/api'
import { scopes } from '@ai-census/db'
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
type All = Counted & { source: null }
type Row = Counted & { source: string; scanner: string; part: string | null; single: boolean }

/** How much of each source, or of each part of one, was read. A page of a thousand accounts is one query. */
export async function listCoverageGroups(deps: Deps, query: Query): Promise<Answer> {
  const before = await staleBefore(deps)
  // The counts of all stand in a row of their own, without a source: a page may have no group.
  const { rows } = await deps.database.orm.execute<(Row | All) & Record<string, unknown>>(sql`
    with chosen as (
      select ${scopes.source} as source, ${scopes.scanner} as scanner, ${partOf(query)} as part,
        ${scopes.scopeKey} as scope_key, ${scopes.status} as status, ${scopes.held} as held,
        ${newest.unknownCount} > 0 as unknown, ${isStale(before)} as stale,
        ${lastCompleteAt('look')} as complete_at
      from ${fromScopes} where ${allOf(scopeFilters(query, before))}
    ), grouped as materialized (
      select source, scanner, part, ${counts}, count(*) = 1 and bool_and(scope_key = part) as single
      from chosen group by source, scanner, part
    )
    select * from (
      select null as source, null as scanner, null as part, ${sums}, null as single from grouped
      union all
      (select * from grouped where ${afterCursor(order, query.cursor)} order by ${orderBy(order)} limit ${query.limit + 1})
    ) as shown order by source is not null, ${orderBy(order)}`)
  const all = rows.find(isAll)
  if (!all) throw new Error('a count gave no row')
  const groups = rows.filter((row): row is Row & Record<string, unknown> => !isAll(row))
  const page = pageOf(groups, query.limit, groupOf, (row) => cursorOf(nameIn(row), idIn(row)))
  return { ...page, total: null, all: totalsOf(all) }
}

const isAll = (row: Row | All): row is All => row.source === null

/** The part of a key that follows `under`, with all before it. */
function partOf({ by, under }: Query): SQL {
  if (by === 'source') return sql`null::text`
  if (under === undefined) return sql`split_part(${scopes.scopeKey}, '/', 1)`
  return sql`case when ${scopes.scopeKey} = ${under} then ${under}
    else ${`${under}/`} || split_part(substr(${scopes.scopeKey}, length(${under}) + 2), '/', 1) end`
}

const counted: Readonly<Record<string, SQL>> = {
  scopes: sql`true`,
  ...Object.fromEntries(
    CoverageStatus.options.map((status) => [`status_${status}`, sql`status = ${status}`] as const),
  ),
  with_unknowns: sql`unknown`,
  held: sql`held`,
  stale: sql`stale`,
  never: sql`complete_at is null and status not in ('not-enabled', 'unsupported')`,
}
const counts = sql.join(
  [
    ...Object.entries(counted).map(
      ([name, holds]) => sql`count(*) filter (where ${holds})::int as ${sql.identifier(name)}`,
    ),
    sql`min(complete_at) as complete_at`,
  ],
  sql`, `,
)
/** Of the groups, the same of all of them together. */
const sums = sql.join(
  [
    ...Object.keys(counted).map((name) => {
      const column = sql.identifier(name)
      return sql`coalesce(sum(${column}), 0)::int as ${column}`
    }),
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
