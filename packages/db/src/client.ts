import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { openDataFolder } from './embedded/data-folder.ts'
import { startEmbedded } from './embedded/start-worker.ts'
import { OperatorError } from './errors.ts'
import { type Log, silentLog } from './log.ts'
import { migrate } from './migrate.ts'
import * as access from './tables/access.ts'
import * as ledger from './tables/ledger.ts'
import * as projection from './tables/projection.ts'
import * as registerImport from './tables/register-import.ts'

export const tables = { ...access, ...ledger, ...projection, ...registerImport }
export type Orm = NodePgDatabase<typeof tables>
export type Transaction = Parameters<Parameters<Orm['transaction']>[0]>[0]
/** Either: what a verb needs that may run alone or inside a transaction. */
export type Queryable = Orm | Transaction

export interface Database {
  kind: 'embedded' | 'postgres'
  pool: pg.Pool
  orm: Orm
  /** Tells whoever finds the data folder locked where this process answers. */
  announce(url: string): void
  close(): Promise<void>
}

export interface DatabaseOptions {
  /** `postgres://…`: a real PostgreSQL. Outranks `folder`. */
  url?: string
  /** The data folder of an embedded one; made when absent. */
  folder?: string
  /** A gzipped dump that a new embedded database starts from, which saves making one from nothing. */
  snapshot?: string
  /** Connections to a real PostgreSQL. Default 10. */
  connections?: number
  log?: Log
}

/**
 * Opens and migrates the database. Throws an OperatorError when the folder is taken, the server cannot be
 * reached, or the data was written by a newer version.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  if (options.url) return openPostgres(options.url, options)
  if (!options.folder) throw new OperatorError('Name a data folder or set DATABASE_URL.')
  return openEmbedded(options.folder, options)
}

async function openPostgres(url: string, options: DatabaseOptions): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 10,
    connectionTimeoutMillis: 10_000,
    application_name: 'ai-census',
  })
  watch(pool, options.log ?? silentLog)
  try {
    await reach(pool, url)
    await migrate(pool)
  } catch (error) {
    await pool.end()
    throw error
  }
  return { kind: 'postgres', pool, orm: ormOf(pool), announce: () => undefined, close: () => pool.end() }
}

async function openEmbedded(path: string, { snapshot, log = silentLog }: DatabaseOptions): Promise<Database> {
  const folder = openDataFolder(path)
  const started = performance.now()
  const release = cleanly(() => folder.release())
  try {
    const server = await startEmbedded({ folder: folder.postgres, ...(snapshot ? { snapshot } : {}) })
    const pool = new pg.Pool({ ...server.connection, idleTimeoutMillis: 0 })
    watch(pool, log)
    const close = async () => {
      await pool.end()
      await server.close()
      release()
    }
    try {
      await migrate(pool)
    } catch (error) {
      await close()
      throw error
    }
    log.info({ folder: folder.path, ms: Math.round(performance.now() - started) }, 'embedded database open')
    return { kind: 'embedded', pool, orm: ormOf(pool), announce: folder.announce, close }
  } catch (error) {
    release()
    throw error
  }
}

/** Runs once, by hand or when the process ends by itself. */
function cleanly(release: () => void): () => void {
  const once = () => {
    process.off('exit', once)
    release()
  }
  process.once('exit', once)
  return once
}

export const ormOf = (pool: pg.Pool): Orm => drizzle(pool, { schema: tables, casing: 'snake_case' })

/** An idle connection that the server cuts must not end the process; the next query opens a new one. */
function watch(pool: pg.Pool, log: Log): void {
  pool.on('error', (error) => log.warn({ error: error.message }, 'a database connection was lost'))
}

async function reach(pool: pg.Pool, url: string): Promise<void> {
  try {
    await pool.query('select 1')
  } catch (error) {
    const reason = error instanceof Error ? error.message || error.name : String(error)
    throw new OperatorError(`The database at ${withoutSecrets(url)} cannot be reached: ${reason}.`)
  }
}

function withoutSecrets(url: string): string {
  try {
    const { protocol, host, pathname } = new URL(url)
    return `${protocol}//${host}${pathname}`
  } catch {
    return 'DATABASE_URL (which is no URL)'
  }
}
