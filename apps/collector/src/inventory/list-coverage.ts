import type { CoverageQuery, ScopeRow } from '@ai-census/api'
import { looks, type Queryable, scopeSights, scopes } from '@ai-census/db'
import { eq, type SQL, sql } from '@ai-census/db/query'
import type { Unknown } from '@ai-census/schema'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { newestOf, recordOf } from '../ingest/scope-record.ts'
import { eitherWay, listPage, type RowOrder } from './list-page.ts'
import type { Page } from './pages.ts'
import { fromScopes, newest, scopeFilters, staleBefore } from './scope-filters.ts'
import { narrowedBy } from './totals.ts'

type Query = z.output<typeof CoverageQuery>

/** Unknowns that a list shows of each scope; their number is always whole. */
const SHOWN_UNKNOWNS = 100

export async function listCoverage(deps: Deps, query: Query): Promise<Page<ScopeRow>> {
  const { orm } = deps.database
  return listPage({
    db: orm,
    from: fromScopes,
    ref: { column: sql`${scopes.lane}`, type: 'int' },
    query,
    filters: scopeFilters(query, await staleBefore(deps)),
    order: eitherWay(orders[nameOf(query.sort)], query.sort),
    read: (where, order, limit) => readScopes(orm, where, order, limit),
    total: narrowedBy(query) ? null : () => orm.$count(scopes),
    show: scopeRowOf,
  })
}

type Sort = 'scope' | 'lookedAt' | 'unknowns'
const nameOf = (sort: Query['sort']): Sort => sort.replace('-', '') as Sort // a sign and a name, by the contract

const address = {
  id: sql`(${scopes.scopeKey} || ' ' || ${scopes.scanner})`,
  key: ({ newest: look }: ScopeLooks) => `${look.scopeKey} ${look.scanner}`,
}
const orders: Record<Sort, Omit<RowOrder<ScopeLooks>, 'descending'>> = {
  scope: {
    by: sql`${scopes.scopeKey}`,
    type: 'text',
    id: sql`${scopes.scanner}`,
    idFollows: true,
    value: (row) => row.newest.scopeKey,
    key: (row) => row.newest.scanner,
  },
  lookedAt: {
    ...address,
    by: sql`${newest.finishedAt}`,
    type: 'timestamptz',
    value: (row) => row.newest.finishedAt,
  },
  unknowns: {
    ...address,
    by: sql`${newest.unknownCount}`,
    type: 'int',
    value: (row) => row.newest.unknownCount,
  },
}

/** Scopes with their newest look that counts and where its unknowns are kept. */
async function readScopes(db: Queryable, where: SQL, order: SQL, limit: number) {
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
    .innerJoin(scopeSights, eq(scopeSights.lane, scopes.lane))
    .innerJoin(looks, eq(looks.position, scopeSights.lookPosition))
    .innerJoin(newest, sql`${newest.position} = ${newestOf('look')}`)
    .where(where)
    .orderBy(order)
    .limit(limit)
}

type ScopeLooks = Awaited<ReturnType<typeof readScopes>>[number]

const scopeRowOf = ({ last, newest, unknowns }: ScopeLooks): ScopeRow => ({
  scope: newest.scope,
  scanner: newest.scanner,
  version: newest.version,
  catalogue: newest.catalogue,
  coverage: newest.coverage,
  lookedAt: newest.finishedAt,
  completeAt: recordOf(last).complete?.at ?? null,
  findingCount: newest.saw,
  unknowns: (unknowns ?? []).slice(0, SHOWN_UNKNOWNS),
  unknownCount: newest.unknownCount,
  held: recordOf(last).held !== null,
})
