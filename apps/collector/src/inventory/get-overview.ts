import { Overview } from '@ai-census/api'
import { sql } from '@ai-census/db/query'
import type { Deps } from '../deps.ts'

const WEEK_MS = 7 * 24 * 60 * 60_000

export async function getOverview(deps: Deps): Promise<Overview> {
  const weekAgo = new Date(deps.now().getTime() - WEEK_MS).toISOString()
  const { rows } = await deps.database.orm.execute<{ overview: unknown }>(sql`
    select json_build_object(
      'systems', json_build_object('unregistered', 0, 'registered', 0, 'dismissed', 0)::jsonb || coalesce(
        (select jsonb_object_agg(state, n) from (select state, count(*) n from ai_system group by state) s), '{}'),
      'components', (select count(*) from component where state in ('seen', 'returned')),
      'suppliers', (select count(*) from supplier),
      'models', (select count(*) from model),
      'flags', coalesce((select json_object_agg(id, n) from (select id, count(*) n from flag group by id) f), '{}'),
      'scopes', coalesce(
        (select json_object_agg(status, n) from (select status, count(*) n from scope group by status) c), '{}'),
      'newThisWeek', (select count(*) from ai_system where first_seen_at >= ${weekAgo}::timestamptz)
    ) as overview`)
  const last = await deps.database.orm.execute<{ at: string | Date | null }>(
    sql`select max(started_at) as at from scan`,
  )
  const at = last.rows[0]?.at
  return Overview.parse({ ...Object(rows[0]?.overview), lastScanAt: at ? new Date(at).toISOString() : null })
}
