import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import { DurableFs, durableParameters, syncTree } from './durable-fs.ts'
import type { WorkerOptions, WorkerReport } from './worker-protocol.ts'

/** Runs PostgreSQL (WebAssembly) away from the main thread, which queries would stall, behind a local socket. */
async function main(): Promise<void> {
  const options: WorkerOptions = workerData
  const database = await open(options)
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
  if (!options.folder) return PGlite.create({ ...snapshotOf(options), relaxedDurability: true })
  const isNew = !existsSync(join(options.folder, 'PG_VERSION'))
  const database = await PGlite.create({
    fs: new DurableFs(options.folder),
    ...durableParameters,
    ...(isNew ? snapshotOf(options) : {}),
  })
  if (isNew) syncTree(options.folder)
  return database
}

const snapshotOf = (options: WorkerOptions): { loadDataDir?: Blob } =>
  options.snapshot ? { loadDataDir: new Blob([readFileSync(options.snapshot)]) } : {}

const report = (message: WorkerReport): void => parentPort?.postMessage(message)

main().catch((error: unknown) =>
  report({ state: 'failed', message: error instanceof Error ? error.message : String(error) }),
)
