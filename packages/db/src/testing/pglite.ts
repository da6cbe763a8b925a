import { existsSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import pg from 'pg'
import { type Database, embeddedReader, ormOf } from '../client.ts'
import { lockFolder } from '../embedded/lock.ts'
import { startEmbedded } from '../embedded/start-worker.ts'
import { isOperatorError } from '../errors.ts'
import { migrateSession } from '../migrate.ts'
import { migrationsHash, sharedFolder } from './places.ts'

/** An embedded database in memory, from a snapshot that is made once per set of migrations. */
export async function openTestPglite(): Promise<Database & { url: null }> {
  const server = await startEmbedded({ snapshot: await snapshotFile() })
  const pool = new pg.Pool({ ...server.connection, idleTimeoutMillis: 0 })
  const close = async () => {
    await pool.end()
    await server.close()
  }
  const announce = () => undefined
  const readCells = embeddedReader(pool)
  return {
    kind: 'embedded',
    pool,
    orm: ormOf(pool),
    readCells,
    announce,
    openNotices: null,
    close,
    url: null,
  }
}

/** A migrated database's dump, made when there is none yet. */
export async function snapshotFile(): Promise<string> {
  const folder = sharedFolder()
  const file = join(folder, `pglite-${migrationsHash()}-migrated.tar.gz`)
  while (!existsSync(file)) {
    const lock = tryLock(folder)
    if (!lock) {
      await sleep(200)
      continue
    }
    try {
      if (!existsSync(file)) await makeSnapshot(file)
    } finally {
      lock.release()
    }
  }
  return file
}

function tryLock(folder: string): { release(): void } | null {
  try {
    return lockFolder(folder)
  } catch (error) {
    if (isOperatorError(error)) return null
    throw error
  }
}

async function makeSnapshot(file: string): Promise<void> {
  const server = await PGlite.create({ extensions: { pg_trgm } })
  await migrateSession({ query: (sql, values) => run(server, sql, values) })
  const dump = await server.dumpDataDir('gzip')
  await server.close()
  writeFileSync(`${file}.next`, Buffer.from(await dump.arrayBuffer()))
  renameSync(`${file}.next`, file)
}

/** PGlite takes several statements only without values. */
async function run(server: PGlite, sql: string, values?: unknown[]): Promise<{ rows: unknown[] }> {
  if (values) return server.query(sql, values)
  const results = await server.exec(sql)
  return { rows: results.at(-1)?.rows ?? [] }
}
