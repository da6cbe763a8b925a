import type { Database } from '@ai-census/db'
import { sql } from '@ai-census/db/query'
import { canonicalJson } from '@ai-census/schema'

/** Everything that is made of the ledger. */
export const projectionTables = [
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
]

/** The whole projection as text: equal where every row of every table is. */
export async function dumpProjection({ orm }: Database, tables = projectionTables): Promise<string> {
  const dump: Record<string, unknown> = {}
  for (const table of tables) {
    const { rows } = await orm.execute(
      sql`select to_jsonb(t) as row from ${sql.identifier(table)} t order by to_jsonb(t)::text collate "C"`,
    )
    dump[table] = rows
  }
  return canonicalJson(dump)
}
