import type { Database } from '@ai-census/db'
import { sql } from '@ai-census/db/query'

/** Everything that is made of the ledger. */
const projectionTables = [
  'ai_system',
  'component',
  'component_finding',
  'supplier',
  'model',
  'relationship',
  'flag',
  'merge_proposal',
  'finding_link',
  'tally',
  'due',
  'sighting',
  'system_name_key',
  'sharing',
  'inventory_history',
  'inventory_event',
  'inventory_count',
  'state_day',
]

/** The whole projection, table by table, every row in an order that follows from it. */
export async function dumpProjection({ orm }: Database): Promise<Record<string, unknown>> {
  const dump: Record<string, unknown> = {}
  for (const table of projectionTables) {
    const { rows } = await orm.execute(
      sql`select to_jsonb(t) as row from ${sql.identifier(table)} t order by to_jsonb(t)::text collate "C"`,
    )
    dump[table] = rows
  }
  return dump
}
