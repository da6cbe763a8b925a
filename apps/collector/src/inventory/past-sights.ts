import type { Database } from '@ai-census/db'
import { sql } from '@ai-census/db/query'
import { sightAtOf } from '../ingest/scope-record.ts'
import { positionThen } from './as-of.ts'

/**
 * When these systems had last been seen by an instant. A look without news writes
 * no state, so the history does not tell; the ledger does, by the findings that the systems' components were made of.
 */
export async function lastSeenThen(
  database: Database,
  systems: readonly string[],
  instant: string,
): Promise<Map<string, string>> {
  if (systems.length === 0) return new Map()
  const rows = await database.readCells(sql`
    with place as materialized (select ${positionThen(instant)} as position)
    select system.id, max(coalesce((said.last_seen ->> 'at')::timestamptz, sight.at)) as at
    from place cross join unnest(${sql.param([...systems])}::text[]) as system (id)
    cross join lateral (
      -- Whatever came into a system left an event there.
      select distinct subject_id from inventory_event
      where system_id = system.id and subject_type = 'component' and at <= ${instant}::timestamptz
    ) as part
    join inventory_history state on state.subject_type = 'component' and state.subject_id = part.subject_id
      and state.valid_from <= ${instant}::timestamptz
      and (state.valid_to is null or state.valid_to > ${instant}::timestamptz)
      and state.body ->> 'systemId' = system.id
    cross join lateral jsonb_to_recordset(state.body -> 'findings') as ref (scope text, key text)
    join finding said on said.address = hashtextextended(ref.scope || ' ' || ref.key, 0)
      and said.scope_key = ref.scope and said.key = ref.key
      and said.from_position <= place.position and (said.to_position is null or said.to_position > place.position)
    left join lateral (
      select ${sightAtOf('look')} as at from look
      where look.scope_key = said.scope_key and look.scanner = said.scanner and look.position <= place.position
      order by look.position desc limit 1
    ) as sight on true
    group by system.id`)
  return new Map(
    rows.flatMap((cells) => {
      const [id, at]: (string | null)[] = cells.map((cell) => JSON.parse(cell ?? 'null'))
      return typeof id === 'string' && typeof at === 'string' ? [[id, at]] : []
    }),
  )
}
