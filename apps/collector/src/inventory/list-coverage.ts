import type { ScopeRow } from '@ai-census/api'
import { looks, type Queryable, scopes } from '@ai-census/db'
import { aliasedTable, eq, type SQL, sql } from '@ai-census/db/query'
import type { Unknown } from '@ai-census/schema'
import type { Deps } from '../deps.ts'
import { afterCursor, allOf, contains, cursorOf, orderBy, type Page, pageOf } from './pages.ts'

export interface CoverageQuery {
  cursor?: string | undefined
  limit: number
  status?: string | undefined
  scanner?: string | undefined
  search?: string | undefined
}

/** Unknowns that a list shows of each scope; their number is always whole. */
const SHOWN_UNKNOWNS = 100

export async function listCoverage(deps: Deps, query: CoverageQuery): Promise<Page<ScopeRow>> {
  const where = allOf([
    sql`true`,
    query.status ? sql`${scopes.status} = ${query.status}` : undefined,
    query.scanner ? sql`${scopes.scanner} = ${query.scanner}` : undefined,
    query.search
      ? contains(
          sql`lower(${scopes.scopeKey} || ' ' || ${scopes.title} || ' ' || ${scopes.source})`,
          query.search,
        )
      : undefined,
  ])
  const order = {
    by: sql`${scopes.scopeKey}`,
    type: 'text',
    descending: false,
    id: sql`${scopes.scanner}`,
  } as const
  const rows = await readScopes(
    deps.database.orm,
    allOf([where, afterCursor(order, query.cursor)]),
    orderBy(order),
    query.limit + 1,
  )
  const total = await deps.database.orm.$count(scopes, where)
  return {
    ...pageOf(rows, query.limit, scopeRowOf, (row) => cursorOf(row.newest.scopeKey, row.newest.scanner)),
    total,
  }
}

/** Scopes with their newest look that counts and where its unknowns are kept. */
export async function readScopes(db: Queryable, where: SQL, order: SQL, limit: number) {
  const newest = aliasedTable(looks, 'newest')
  return db
    .select({
      last: looks,
      newest,
      // A confirmed look keeps no unknowns of its own: they are those of the look that it repeats.
      unknowns: sql<Unknown[] | null>`coalesce(${newest.unknowns}, (
        select said.unknowns from look said
        where said.scope_key = ${newest.scopeKey} and said.scanner = ${newest.scanner}
          and said.digest = ${newest.digest} and said.unknowns is not null
        order by said.position desc limit 1))`,
    })
    .from(scopes)
    .innerJoin(looks, eq(looks.position, scopes.lookPosition))
    .innerJoin(newest, sql`${newest.position} = (${looks.record} ->> 'newest')::bigint`)
    .where(where)
    .orderBy(order)
    .limit(limit)
}

export type ScopeLooks = Awaited<ReturnType<typeof readScopes>>[number]

export const scopeRowOf = ({ last, newest, unknowns }: ScopeLooks): ScopeRow => ({
  scope: newest.scope,
  scanner: newest.scanner,
  version: newest.version,
  catalogue: newest.catalogue,
  coverage: newest.coverage,
  lookedAt: newest.finishedAt,
  completeAt: last.record.complete?.at ?? null,
  findingCount: newest.saw,
  unknowns: (unknowns ?? []).slice(0, SHOWN_UNKNOWNS),
  unknownCount: newest.unknownCount,
  held: last.record.held !== null,
})
