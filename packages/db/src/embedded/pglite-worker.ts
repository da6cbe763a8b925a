import { existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import { DurableFs, durableParameters, syncPath, syncTree } from './durable-fs.ts'
import { onPanic } from './panic.ts'
import type { WorkerOptions, WorkerReport } from './worker-protocol.ts'

/** What the migrations ask for. */
const extensions = { pg_trgm }

/** Runs PostgreSQL (WebAssembly) away from the main thread, which queries would stall, behind a local socket. */
async function main(): Promise<void> {
  const options: WorkerOptions = workerData
  const database = await open(options)
  onPanic(database, (message) => report({ state: 'panicked', message }))
  const server = new PGLiteSocketServer({ db: database, maxConnections: 4, ...options.listen })
  await server.start()
  parentPort?.once('message', async () => {
    await server.stop()
    await database.close()
    report({ state: 'closed' })
    parentPort?.close()
  })
  report({ state: 'ready', address: server.getServerConn() })
}

async function open(options: WorkerOptions): Promise<PGlite> {
  if (!options.folder) return PGlite.create({ ...snapshotOf(options), extensions, relaxedDurability: true })
  if (!existsSync(join(options.folder, 'PG_VERSION'))) await makeNew(options.folder, options)
  return PGlite.create({ fs: new DurableFs(options.folder), extensions, startParams: durableParameters })
}

/** Makes a database beside its place and moves it there whole: a crash meanwhile leaves nothing half made. */
async function makeNew(folder: string, options: WorkerOptions): Promise<void> {
  const fresh = `${folder}.new`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { mode: 0o700 })
  const database = await PGlite.create({ fs: new NodeFS(fresh), ...snapshotOf(options), extensions })
  await database.close()
  syncTree(fresh)
  // Its place is an empty folder; anything else there is not ours to remove.
  if (existsSync(folder)) rmdirSync(folder)
  renameSync(fresh, folder)
  syncPath(dirname(folder))
}

const snapshotOf = (options: WorkerOptions): { loadDataDir?: Blob } =>
  options.snapshot ? { loadDataDir: new Blob([readFileSync(options.snapshot)]) } : {}

const report = (message: WorkerReport): void => parentPort?.postMessage(message)

main().catch((error: unknown) =>
  report({ state: 'failed', message: error instanceof Error ? error.message : String(error) }),
)
