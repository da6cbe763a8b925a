import { readFileSync } from 'node:fs'
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api'
import { describe, expect, it } from 'vitest'
import { embeddedSource } from '../scripts/embedded-source.ts'
import { tables } from './client.ts'
import { OperatorError } from './errors.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/embedded.ts'
import { withDatabases } from './testing/index.ts'

withDatabases('migrations', (database) => {
  it('change nothing in a database that has them', async () => {
    expect(await migrate(database().pool)).toBe(0)
  })

  it('go forward to what is new', async () => {
    const more = [...migrations, { name: '9999_new', sql: 'create table novelty (id int)' }]
    expect(await migrate(database().pool, more)).toBe(1)
    await database().pool.query(`drop table novelty; delete from schema_migration where name = '9999_new'`)
  })

  it('refuse a database that a newer program wrote', async () => {
    const refused = migrate(database().pool, migrations.slice(0, -1))
    await expect(refused).rejects.toThrow(OperatorError)
    await expect(refused).rejects.toThrow('The database was written by a newer AI Census')
  })

  it('refuse a database that went another way', async () => {
    const [first, ...rest] = migrations
    const other = [{ name: first?.name ?? '', sql: 'select 1' }, ...rest]
    await expect(migrate(database().pool, other)).rejects.toThrow('is not the one of this AI Census')
  })

  it('leave nothing of one that fails', async () => {
    const broken = [...migrations, { name: '9999_broken', sql: 'create table half (id int); select 1/0' }]
    await expect(migrate(database().pool, broken)).rejects.toThrow('division by zero')
    const { rows } = await database().pool.query(`select to_regclass('half') as half`)
    expect(rows).toEqual([{ half: null }])
  })
})

describe('the committed migrations', () => {
  it('are the ones that the program carries', () => {
    const committed = readFileSync(new URL('./migrations/embedded.ts', import.meta.url), 'utf8')
    expect(committed, 'run `pnpm --filter @ai-census/db migration`').toBe(embeddedSource())
  })

  it('make the tables that the code knows', async () => {
    const folder = new URL('./migrations/meta/', import.meta.url)
    const journal = JSON.parse(readFileSync(new URL('_journal.json', folder), 'utf8'))
    const last = String(journal.entries.length - 1).padStart(4, '0')
    const kept = JSON.parse(readFileSync(new URL(`${last}_snapshot.json`, folder), 'utf8'))
    const now = generateDrizzleJson(tables, kept.id, undefined, 'snake_case')
    expect(await generateMigration(kept, now), 'run `pnpm --filter @ai-census/db migration`').toEqual([])
  })
})
