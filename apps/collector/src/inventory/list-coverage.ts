import type { CoverageQuery, ScopeRow } from '@ai-census/api'
import { looks, scopes } from '@ai-census/db'
import { objectOf, type RowOf, rowsFrom, sql, type Write, writes } from '@ai-census/db/query'
import type { Unknown } from '@ai-census/schema'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import type { Written } from '../http/written.ts'
import { lastCompleteAt } from '../ingest/scope-record.ts'
import { eitherWay, type RowOrder, writePage } from './list-page.ts'
import type { Page } from './pages.ts'
import { joinedLooks, newest, scopeFilters, staleBefore } from './scope-filters.ts'
import { countOf, narrowedBy } from './totals.ts'

type Query = z.output<typeof CoverageQuery>

/** Scopes with their newest look that counts, where its unknowns are kept, and what the last one says of the scope. */
const scopeRows = rowsFrom({
  table: scopes,
  joins: joinedLooks,
  columns: {
    scope: newest.scope,
    scopeKey: newest.scopeKey,
    scanner: newest.scanner,
    version: newest.version,
    catalogue: newest.catalogue,
    coverage: newest.coverage,
    finishedAt: newest.finishedAt,
    saw: newest.saw,
    unknownCount: newest.unknownCount,
    completeAt: sql<string | null>`${lastCompleteAt('look')}`,
    held: sql<boolean>`coalesce(jsonb_typeof(${looks.record} -> 'held'), 'null') <> 'null'`,
    // A confirmed look keeps no unknowns of its own: they are those of the look that it repeats.
    unknowns: sql<Unknown[] | null>`coalesce(${newest.unknowns}, (
      select said.unknowns from look said
      where said.scope_key = ${newest.scopeKey} and said.scanner = ${newest.scanner}
        and said.digest = ${newest.digest} and said.unknowns is not null
      order by said.position desc limit 1))`,
  },
  instants: ['completeAt'],
})

type StoredScope = RowOf<typeof scopeRows>

/** Unknowns that a list shows of each scope; their number is always whole. */
const SHOWN_UNKNOWNS = 100

export async function listCoverage(deps: Deps, query: Query): Promise<Written<Page<ScopeRow>>> {
  return writePage({
    database: deps.database,
    rows: scopeRows,
    alone: asksLooks(query) ? undefined : sql`${scopes}`,
    ref: sql`${scopes.lane}`,
    query,
    filters: scopeFilters(query, query.stale === undefined ? null : await staleBefore(deps)),
    order: eitherWay(orders[nameOf(query.sort)], query.sort),
    total: narrowedBy(query) ? null : countOf(scopes),
    write: scopeRowJson,
  })
}

/** What the newest look says is told by no column of the scope. */
const asksLooks = ({ hasUnknowns, stale, missing, sort }: Query): boolean =>
  nameOf(sort) !== 'scope' || [hasUnknowns, stale, missing].some((asked) => asked !== undefined)

type Sort = 'scope' | 'lookedAt' | 'unknowns'
const nameOf = (sort: Query['sort']): Sort => sort.replace('-', '') as Sort // a sign and a name, by the contract

const address = {
  id: sql`(${scopes.scopeKey} || ' ' || ${scopes.scanner})`,
  key: (row: StoredScope) => `${row.scopeKey} ${row.scanner}`,
}
const orders: Record<Sort, Omit<RowOrder<StoredScope>, 'descending'>> = {
  scope: {
    by: sql`${scopes.scopeKey}`,
    type: 'text',
    id: sql`${scopes.scanner}`,
    idFollows: true,
    value: (row) => row.scopeKey,
    key: (row) => row.scanner,
  },
  lookedAt: {
    ...address,
    by: sql`${newest.finishedAt}`,
    type: 'timestamptz',
    value: (row) => row.finishedAt,
  },
  unknowns: {
    ...address,
    by: sql`${newest.unknownCount}`,
    type: 'int',
    value: (row) => row.unknownCount,
  },
}

const { scopeKey: _scopeKey, finishedAt, saw, unknowns, ...fields } = scopeRows.json
const scopeRowJson: Write<ScopeRow> = objectOf({
  ...fields,
  lookedAt: finishedAt,
  findingCount: saw,
  unknowns: writes<Unknown[]>((cells) => {
    const { unknownCount, unknowns: kept } = scopeRows.view(cells)
    return unknownCount <= SHOWN_UNKNOWNS ? (unknowns(cells) ?? '[]') : JSON.stringify(firstOf(kept))
  }),
})
const firstOf = (unknowns: Unknown[] | null): Unknown[] => (unknowns ?? []).slice(0, SHOWN_UNKNOWNS)
