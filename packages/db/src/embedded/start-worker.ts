import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { PoolConfig } from 'pg'
import { type Log, silentLog } from '../log.ts'
import { type RunningWorker, runWorker } from './run-worker.ts'
import type { WorkerOptions } from './worker-protocol.ts'

export interface EmbeddedServer {
  /** How `pg` reaches it. One connection: every client of PGlite shares one session. */
  connection: PoolConfig
  close(): Promise<void>
}

const PORT = 5432 // part of the socket's file name only
const RETRY_MS = 1000

/**
 * Starts PGlite in a worker thread behind a unix socket in a folder of mode 0700 (Windows: a loopback port).
 * Throws what PGlite says when the data cannot be opened. A database in a folder that ends by itself (the disk was
 * full where PostgreSQL cannot do without) is started again until it runs: what was committed is on the disk.
 */
export async function startEmbedded(
  options: Omit<WorkerOptions, 'listen'>,
  log: Log = silentLog,
): Promise<EmbeddedServer> {
  const sockets = process.platform === 'win32' ? null : mkdtempSync(join(tmpdir(), 'ai-census-'))
  const listen = sockets ? { path: join(sockets, `.s.PGSQL.${PORT}`) } : { host: '127.0.0.1', port: 0 }
  const removeSockets = () => sockets && rmSync(sockets, { recursive: true, force: true })
  process.once('exit', removeSockets)
  try {
    const first = await runWorker({ ...options, listen })
    const at = place(sockets, first.address)
    const again = { ...options, listen: sockets ? listen : { host: '127.0.0.1', port: at.port } }
    const keeper = options.folder ? keepRunning(first, again, log) : first
    return {
      connection: { ...at, user: 'postgres', database: 'postgres', max: 1 },
      close: async () => {
        await keeper.stop()
        process.off('exit', removeSockets)
        removeSockets()
      },
    }
  } catch (error) {
    removeSockets()
    throw error
  }
}

function keepRunning(first: RunningWorker, options: WorkerOptions, log: Log): { stop(): Promise<void> } {
  const closing = new AbortController()
  let worker: RunningWorker | null = first
  const watch = async () => {
    while (worker) {
      const reason = await worker.ended
      if (closing.signal.aborted) return
      log.error({ reason }, 'the embedded database ended; it is started again')
      worker = null
      worker = await restart(options, closing.signal, log)
      if (closing.signal.aborted) return worker?.stop()
    }
  }
  const watching = watch()
  return {
    stop: async () => {
      closing.abort()
      await worker?.stop()
      await watching
    },
  }
}

/** Null: it is wanted no more. */
async function restart(
  options: WorkerOptions,
  closing: AbortSignal,
  log: Log,
): Promise<RunningWorker | null> {
  while (!closing.aborted) {
    if ('path' in options.listen) rmSync(options.listen.path, { force: true })
    try {
      return await runWorker(options, closing)
    } catch (error) {
      if (closing.aborted) return null
      const reason = error instanceof Error ? error.message : String(error)
      log.error({ reason }, 'the embedded database does not start; it is tried again')
    }
    await sleep(RETRY_MS, undefined, { signal: closing }).catch(() => undefined) // the close cuts it short
  }
  return null
}

function place(sockets: string | null, address: string): { host: string; port: number } {
  if (sockets) return { host: sockets, port: PORT }
  const [host = '127.0.0.1', port] = address.split(':')
  return { host, port: Number(port) }
}
