import type { listMissingPermissions as endpoint, MissingPermission } from '@ai-census/api'
import { scopes } from '@ai-census/db'
import { sql } from '@ai-census/db/query'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { allOf } from './pages.ts'
import { fromScopes, scopeFilters } from './scope-filters.ts'

type Query = z.output<typeof endpoint.query>

const MOST = 500
const MOST_TYPES = 50

interface Row extends Record<string, unknown> {
  scanner: string
  source: string
  permission: string
  scopes: number
  types: string[] | null
  detail: string | null
}

/**
 * What each permission would open. A whole scope was denied, or a resource type in it; a type that was read in part names
 * a permission too, which has a colon, a dot or a slash in its name where no other reason has one.
 */
export async function listMissingPermissions(
  deps: Deps,
  query: Query,
): Promise<{ rows: MissingPermission[] }> {
  // Which looks are old does not matter here; no filter asks for it.
  const filters = scopeFilters(query, deps.now().toISOString())
  const { rows } = await deps.database.orm.execute<Row>(sql`
    with gaps as (
      select ${scopes.scopeKey} as scope_key, ${scopes.scanner} as scanner, ${scopes.source} as source,
        newest.coverage as coverage
      from ${fromScopes}
      where ${allOf([sql`${scopes.status} not in ('complete', 'not-enabled')`, ...filters])}
    ), reasons as (
      select scope_key, scanner, source, coverage ->> 'reason' as permission, null as type,
        coverage ->> 'detail' as detail, coverage ->> 'status' as status
      from gaps
      union all
      select scope_key, scanner, source, cell ->> 'reason', cell ->> 'type', null, cell ->> 'status'
      from gaps, jsonb_array_elements(coalesce(coverage -> 'cells', '[]')) cell
    )
    select scanner, source, permission, count(distinct scope_key)::int as scopes,
      (array_agg(distinct type) filter (where type is not null))[1:${sql.raw(String(MOST_TYPES))}] as types,
      min(detail) as detail
    from reasons
    where permission is not null
      and (status = 'denied' or (status = 'partial' and permission ~ '[:./]'))
    group by scanner, source, permission
    order by scopes desc, permission collate "C", source collate "C", scanner collate "C"
    limit ${MOST}`)
  return { rows: rows.map((row) => ({ ...row, types: row.types ?? [] })) }
}
