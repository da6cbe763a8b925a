import type { UnregisteredSystem } from '@ai-census/api'
import { sql } from '@ai-census/db/query'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import type { Actor } from '../http/auth.ts'
import { findScan, mayReportFor } from './scans.ts'

type Row = z.output<typeof UnregisteredSystem>

/**
 * Systems with the flag `unregistered` of which a finding lies in a scope that this scan looked at, each with the
 * weightiest such finding, as far as the caller may report for the place. Suppressions in the place that was scanned
 * register nothing.
 */
export async function listUnregistered(deps: Deps, scan: string, actor: Actor): Promise<Row[]> {
  const { orm } = deps.database
  const { source } = await findScan(orm, scan, actor)
  const looks = await orm.execute<{ source: string }>(sql`
    select distinct coalesce(scope ->> 'source', ${source}) as source from look where scan = ${scan}`)
  const own = looks.rows.map((row) => row.source).filter((one) => mayReportFor(actor, one))
  const { rows } = await orm.execute<Row & Record<string, unknown>>(sql`
    select * from (
      select distinct on (s.id) s.id as system, s.name, f.scope, f.key
      from (
        select distinct scope_key from look
        where scan = ${scan} and coalesce(scope ->> 'source', ${source}) = any(${sql.param(own)}::text[])
      ) as seen
      join component_finding f on f.scope = seen.scope_key
      join component c on c.id = f.component_id and c.live
      join ai_system s on s.id = c.system_id
      where s.flags @> array['unregistered']::text[]
      order by s.id,
        array_position(array['production', 'development', 'ci', 'test', 'example', 'documentation'], c.context),
        array_position(array['used', 'deployed', 'configured', 'declared', 'available'], c.grade),
        (c.kind = 'service') desc, f.key collate "C"
    ) as found
    order by name collate "C", system collate "C"
    limit 1000`)
  return rows.map(({ system, name, scope, key }) => ({ system, name, scope, key }))
}
