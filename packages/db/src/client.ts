import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import { cellReader, type ReadCells } from './cells.ts'
import { openDataFolder } from './embedded/data-folder.ts'
import { type EmbeddedServer, startEmbedded } from './embedded/start-worker.ts'
import { OperatorError } from './errors.ts'
import { type Log, silentLog } from './log.ts'
import { migrate } from './migrate.ts'
import { type Hearer, type Notices, openNotices } from './notices.ts'
import { SteadyPool } from './steady-pool.ts'
import * as access from './tables/access.ts'
import * as audit from './tables/audit.ts'
import * as ledger from './tables/ledger.ts'
import * as notifications from './tables/notifications.ts'
import * as projection from './tables/projection.ts'
import * as registerImport from './tables/register-import.ts'

export const tables = { ...access, ...audit, ...ledger, ...notifications, ...projection, ...registerImport }
export type Orm = NodePgDatabase<typeof tables>
export type Transaction = Parameters<Parameters<Orm['transaction']>[0]>[0]
/** Either: what a verb needs that may run alone or inside a transaction. */
export type Queryable = Orm | Transaction

export interface Database {
  kind: 'embedded' | 'postgres'
  pool: pg.Pool
  orm: Orm
  /** For lists: rows as JSON, outside any transaction. */
  readCells: ReadCells
  /** Tells whoever finds the data folder locked where this process answers. */
  announce(url: string): void
  /** What reaches the other collectors on a real PostgreSQL; null on an embedded one, which has one collector. */
  openNotices: ((hearer: Hearer) => Notices) | null
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
 * A statement that waits longer than this for another's lock fails, and its caller is asked to come again. The URL may
 * say otherwise: `?lock_timeout=5000`.
 */
const LOCK_TIMEOUT_MS = 20_000

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
  const settings = {
    connectionString: url,
    max: options.connections ?? 10,
    connectionTimeoutMillis: 10_000,
    lock_timeout: LOCK_TIMEOUT_MS,
    keepAlive: true,
    application_name: 'ai-census',
    onConnect: planEachTime,
  }
  const pool = new SteadyPool(settings, options.log ?? silentLog)
  try {
    await reach(pool, url)
    await migrate(pool)
  } catch (error) {
    await pool.end()
    throw error
  }
  return {
    kind: 'postgres',
    pool,
    orm: ormOf(pool),
    readCells: cellReader(pool, { prepares: true }),
    announce: () => undefined,
    openNotices: (hearer) => openNotices(url, options.log ?? silentLog, hearer),
    close: () => pool.end(),
  }
}

async function openEmbedded(path: string, { snapshot, log = silentLog }: DatabaseOptions): Promise<Database> {
  const folder = openDataFolder(path)
  const started = performance.now()
  const release = cleanly(() => folder.release())
  try {
    const server = await startIn(folder.postgres, snapshot, log)
    const pool = new SteadyPool({ ...server.connection, idleTimeoutMillis: 0 }, log)
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
    const { announce } = folder
    const readCells = embeddedReader(pool)
    return { kind: 'embedded', pool, orm: ormOf(pool), readCells, announce, openNotices: null, close }
  } catch (error) {
    release()
    throw error
  }
}

async function startIn(folder: string, snapshot: string | undefined, log: Log): Promise<EmbeddedServer> {
  try {
    return await startEmbedded({ folder, ...(snapshot ? { snapshot } : {}) }, log)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new OperatorError(
      `The database in ${folder} does not open (${reason}). If it is a copy, make it again while nothing runs on the original.`,
    )
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

/**
 * A plan that is kept for all values of its parameters may be a thousand times slower for some of them, so only what has
 * none is planned once.
 */
async function planEachTime(client: pg.ClientBase): Promise<void> {
  await client.query('set plan_cache_mode = force_custom_plan')
}

/** Whoever connects to an embedded database anew is in the session that was there, with the statements that it has. */
export const embeddedReader = (pool: pg.Pool): ReadCells => cellReader(pool, { prepares: false })

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
