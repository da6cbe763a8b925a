import type { CoverageQuery } from '@ai-census/api'
import { looks, scopeSights, scopes } from '@ai-census/db'
import { aliasedTable, type SQL, sql } from '@ai-census/db/query'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { newestOf } from '../ingest/scope-record.ts'
import { settingsInForce } from '../reconcile/settings-in-force.ts'
import { contains, holds, isEqual, isOneOf } from './filters.ts'

type Query = Omit<z.output<typeof CoverageQuery>, 'sort'>

/** The newest look at a scope that counts. */
export const newest = aliasedTable(looks, 'newest')
const text = sql`lower(${scopes.scopeKey} || ' ' || ${scopes.title} || ' ' || ${scopes.source})`

/** Scopes with their last look, `look`, and the newest that counts, `newest`. */
export const joinedLooks = sql`join ${scopeSights} on ${scopeSights.lane} = ${scopes.lane}
  join ${looks} on ${looks.position} = ${scopeSights.lookPosition}
  join look newest on newest.position = ${newestOf('look')}`
export const fromScopes = sql`${scopes} ${joinedLooks}`

const DAY_MS = 86_400_000

/** A look before this is a gap by the organisation's settings. */
export async function staleBefore(deps: Deps): Promise<string> {
  const { staleDays } = await settingsInForce(deps, deps.database.orm)
  return new Date(deps.now().getTime() - staleDays * DAY_MS).toISOString()
}

export const isStale = (before: string): SQL => sql`${newest.finishedAt} < ${before}::timestamptz`

/** `before`: as `staleBefore` says it; not needed where the query does not ask for it. */
export const scopeFilters = (query: Partial<Query>, before: string | null): (SQL | undefined)[] => [
  isOneOf(scopes.status, query.status),
  isEqual(scopes.scanner, query.scanner),
  isEqual(scopes.source, query.source),
  isUnder(query.under),
  contains(text, query.search),
  holds(sql`${scopes.held}`, query.held),
  holds(sql`${newest.unknownCount} > 0`, query.hasUnknowns),
  before === null ? undefined : holds(isStale(before), query.stale),
  misses(query.missing),
]

/** `0` follows `/` in the order of code points, which is that of the index. */
const isUnder = (under: string | undefined): SQL | undefined =>
  under === undefined
    ? undefined
    : sql`(${scopes.scopeKey} = ${under} or (${scopes.scopeKey} collate "C" >= ${`${under}/`}
        and ${scopes.scopeKey} collate "C" < ${`${under}0`}))`

/** The permission is the reason of the scope, or of a resource type in it. */
const misses = (permission: string | undefined): SQL | undefined => {
  if (permission === undefined) return undefined
  const cell = JSON.stringify({ cells: [{ reason: permission }] })
  return sql`(${scopes.status} not in ('complete', 'not-enabled') and
    (${newest.coverage} ->> 'reason' = ${permission} or ${newest.coverage} @> ${cell}::jsonb))`
}
