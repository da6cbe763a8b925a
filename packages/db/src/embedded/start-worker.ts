import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { PoolConfig } from 'pg'
import type { WorkerOptions, WorkerReport } from './worker-protocol.ts'

export interface EmbeddedServer {
  /** How `pg` reaches it. One connection: every client of PGlite shares one session. */
  connection: PoolConfig
  close(): Promise<void>
}

const PORT = 5432 // part of the socket's file name only

/**
 * Starts PGlite in a worker thread behind a unix socket in a folder of mode 0700 (Windows: a loopback port).
 * Throws what PGlite says when the data cannot be opened.
 */
export async function startEmbedded(options: Omit<WorkerOptions, 'listen'>): Promise<EmbeddedServer> {
  const sockets = process.platform === 'win32' ? null : mkdtempSync(join(tmpdir(), 'ai-census-'))
  const listen = sockets ? { path: join(sockets, `.s.PGSQL.${PORT}`) } : { host: '127.0.0.1', port: 0 }
  const workerData: WorkerOptions = { ...options, listen }
  const worker = new Worker(workerFile(), { workerData, execArgv: [] })
  const removeSockets = () => sockets && rmSync(sockets, { recursive: true, force: true })
  process.once('exit', removeSockets)
  try {
    const address = await ready(worker)
    return {
      connection: { ...place(sockets, address), user: 'postgres', database: 'postgres', max: 1 },
      close: async () => {
        await closed(worker)
        process.off('exit', removeSockets)
        removeSockets()
      },
    }
  } catch (error) {
    removeSockets()
    throw error
  }
}

function place(sockets: string | null, address: string): PoolConfig {
  if (sockets) return { host: sockets, port: PORT }
  const [host, port] = address.split(':')
  return { host, port: Number(port) }
}

/** Beside this file in the source; in a bundle, beside the chunk that holds this code or in the folder above. */
function workerFile(): string {
  const names = ['./pglite-worker.ts', './pglite-worker.mjs', '../pglite-worker.mjs']
  const paths = names.map((name) => fileURLToPath(new URL(name, import.meta.url)))
  const path = paths.find((candidate) => existsSync(candidate))
  if (!path) throw new Error(`no pglite-worker beside ${import.meta.url}`)
  return path
}

function ready(worker: Worker): Promise<string> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the database worker ended with code ${code}`)))
    worker.once('message', (report: WorkerReport) => {
      if (report.state === 'ready') resolve(report.address)
      else reject(new Error(report.state === 'failed' ? report.message : 'the database worker closed'))
    })
  })
}

async function closed(worker: Worker): Promise<void> {
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  worker.postMessage('close')
  const timer = setTimeout(() => worker.terminate(), 5000)
  await exited
  clearTimeout(timer)
}
