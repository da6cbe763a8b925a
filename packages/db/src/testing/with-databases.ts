import { afterAll, beforeAll, beforeEach, describe } from 'vitest'
import type { Database } from '../client.ts'
import { emptyDatabase } from './empty-database.ts'
import { openTestPglite } from './pglite.ts'
import { openTestPostgres } from './postgres.ts'

export type DatabaseKind = 'pglite' | 'postgres'

export interface TestDatabase extends Database {
  /** `postgres://…` where another process can reach it; null for the one in this process's memory. */
  url: string | null
  /** As good as new, but for its sequences. */
  empty(): Promise<void>
}

/** `TEST_DATABASES=pglite` or `=postgres` narrows a quick run; without it every suite runs on both. */
function kinds(): DatabaseKind[] {
  const wanted = process.env.TEST_DATABASES
  const all: DatabaseKind[] = ['pglite', 'postgres']
  const chosen = wanted ? all.filter((kind) => wanted.split(',').includes(kind)) : all
  if (chosen.length === 0)
    throw new Error(`TEST_DATABASES=${wanted} names no database; there are ${all.join(', ')}`)
  return chosen
}

/** A migrated database of its own. Close it. */
export async function openTestDatabase(kind: DatabaseKind): Promise<TestDatabase> {
  const database = kind === 'pglite' ? await openTestPglite() : await openTestPostgres()
  return { ...database, empty: () => emptyDatabase(database.pool) }
}

/**
 * Runs a suite once on PGlite and once on a real PostgreSQL, each time on a database of its own that is empty
 * before every test. `database()` may be called from tests and hooks.
 */
export function withDatabases(
  name: string,
  suite: (database: () => TestDatabase, kind: DatabaseKind) => void,
): void {
  describe.each(kinds())(`${name} (%s)`, (kind) => {
    let database: TestDatabase | undefined
    const opened = (): TestDatabase => {
      if (!database) throw new Error('the database opens before the first test')
      return database
    }
    beforeAll(async () => {
      database = await openTestDatabase(kind)
    })
    beforeEach(() => opened().empty())
    afterAll(() => database?.close())
    suite(opened, kind)
  })
}
