import { Overview } from '@ai-census/api'
import { sql } from '@ai-census/db/query'
import { SystemState } from '@ai-census/schema'
import type { Deps } from '../deps.ts'
import { dayOf } from './list-systems.ts'
import { countWaiting, sumOf } from './totals.ts'

const WEEK_MS = 7 * 24 * 60 * 60_000
const liveStates = SystemState.options.map((state) => `state:${state}:live`)

/** From what reconciling keeps count of; the rest is few, or an index tells it. */
export async function getOverview(deps: Deps): Promise<Overview> {
  const now = deps.now().toISOString()
  const weekAgo = new Date(deps.now().getTime() - WEEK_MS).toISOString()
  const { rows } = await deps.database.orm.execute<{ overview: unknown }>(sql`
    select json_build_object(
      'systems', json_build_object('unregistered', 0, 'registered', 0, 'dismissed', 0)::jsonb || coalesce(
        (select jsonb_object_agg(state, n) from (
          select split_part(name, ':', 2) as state, sum(n) as n from inventory_count
          where subject = 'system' and name like 'state:%' group by 1) s), '{}'),
      'waiting', ${countWaiting(dayOf(now))},
      'liveSystems', ${sumOf('system', liveStates)},
      'components', ${sumOf('component', ['state:seen', 'state:returned'])},
      'suppliers', ${sumOf('supplier', ['all'])},
      'models', ${sumOf('model', ['all'])},
      'flags', coalesce((select json_object_agg(substr(name, 4), n) from inventory_count
        where subject = 'flag' and name like 'id:%'), '{}'),
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
