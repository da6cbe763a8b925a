import type pg from 'pg'
import { expect, it } from 'vitest'
import { tables } from './client.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/embedded.ts'
import { withDatabases } from './testing/index.ts'

interface Column {
  table: string
  column: string
  type: string
}

/** A plain value of each type that a table has; the same for all, so that what refers to a row finds it. */
const VALUES: Record<string, string> = {
  text: `'kept'`,
  uuid: `'00000000-0000-4000-8000-000000000001'`,
  integer: '1',
  bigint: '1',
  boolean: 'true',
  'double precision': '0.5',
  jsonb: `'{"kept": true}'`,
  ARRAY: `'{kept}'`,
  'timestamp with time zone': `'2026-11-23T08:00:00Z'`,
}

/**
 * What a later version does not take over: the inventory, which is made anew from the ledger, and sessions, which end.
 */
const MADE_ANEW: ReadonlySet<string> = new Set([
  'ai_system',
  'component',
  'component_finding',
  'supplier',
  'model',
  'relationship',
  'flag',
  'inventory_history',
  'inventory_event',
  'session',
])

/** One row in every table that has none, those first that others refer to. */
async function fill(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<Column>(`
    select c.table_name as table, c.column_name as column, c.data_type as type
    from information_schema.columns c
    where c.table_schema = 'public' and c.table_name <> 'schema_migration' and c.is_generated = 'NEVER'
    order by (
      select count(*) from information_schema.table_constraints f
      where f.table_name = c.table_name and f.constraint_type = 'FOREIGN KEY'
    ), c.table_name, c.ordinal_position`)
  const byTable = Map.groupBy(rows, ({ table }) => table)
  for (const [table, columns] of byTable) {
    const values = columns.map(({ type, column }) => {
      const value = VALUES[type]
      if (!value) throw new Error(`${table}.${column} is of a type that this test has no value for: ${type}`)
      return value
    })
    const names = columns.map(({ column }) => `"${column}"`).join(', ')
    await pool.query(
      `insert into "${table}" (${names}) select ${values.join(', ')} where not exists (select from "${table}")`,
    )
  }
  return [...byTable.keys()]
}

withDatabases('a database of an earlier version', (database) => {
  it.each(migrations.slice(0, -1).map(({ name }, i) => [name, i + 1] as const))(
    'at %s comes forward with all that it knows',
    async (_, applied) => {
      const { pool, orm } = database()
      await pool.query('drop schema public cascade; create schema public')
      expect(await migrate(pool, migrations.slice(0, applied))).toBe(applied)
      const filled = await fill(pool)
      expect(await migrate(pool)).toBe(migrations.length - applied)
      for (const table of filled.filter((name) => !MADE_ANEW.has(name))) {
        const { rows } = await pool.query(`select count(*)::int as kept from "${table}"`)
        expect([table, rows[0].kept > 0]).toEqual([table, true])
      }
      for (const table of Object.values(tables)) await orm.select().from(table).limit(1)
    },
  )
})
