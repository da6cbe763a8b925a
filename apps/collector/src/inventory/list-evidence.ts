import type { EvidenceRow, listEvidence as endpoint } from '@ai-census/api'
import { sql } from '@ai-census/db/query'
import type { Evidence } from '@ai-census/schema'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { assertSystem } from './get-system.ts'
import { cursorOf, type Page, readOffset } from './pages.ts'

/** Every piece of evidence of one system, in the order of component, scope, finding, and as the scanner gave it. */
export async function listEvidence(
  deps: Deps,
  systemId: string,
  query: z.output<typeof endpoint.query>,
): Promise<Page<EvidenceRow>> {
  await assertSystem(deps.database.orm, systemId)
  const offset = readOffset(query.cursor)
  const from = sql`
    from component c
    join component_finding cf on cf.component_id = c.id
    join finding f on f.scope_key = cf.scope and f.key = cf.key and f.to_position is null
    join finding_content fc on fc.hash = f.hash
    cross join lateral jsonb_array_elements(fc.finding -> 'evidence') with ordinality as e (evidence, place)
    where c.system_id = ${systemId} and ${query.component === undefined ? sql`true` : sql`c.id = ${query.component}`}`
  const { rows } = await deps.database.orm.execute<{
    component_id: string
    scope_key: string
    finding_key: string
    evidence: Evidence
  }>(sql`
    select c.id as component_id, f.scope_key, f.key as finding_key, e.evidence ${from}
    order by c.id, f.scope_key, f.scanner, f.key, e.place
    offset ${offset} limit ${query.limit + 1}`)
  const count = await deps.database.orm.execute<{ total: number }>(sql`select count(*)::int as total ${from}`)
  return {
    rows: rows.slice(0, query.limit).map((row) => ({
      componentId: row.component_id,
      scopeKey: row.scope_key,
      findingKey: row.finding_key,
      evidence: row.evidence,
    })),
    next: rows.length > query.limit ? cursorOf(offset + query.limit, '') : null,
    total: count.rows[0]?.total ?? null,
  }
}
