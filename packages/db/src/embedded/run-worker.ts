import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { WorkerOptions, WorkerReport } from './worker-protocol.ts'

export interface RunningWorker {
  address: string
  /** Resolves with the reason when the database has ended, asked to or not. */
  ended: Promise<string>
  /** In order; may be called twice. */
  stop(): Promise<void>
}

/** A database that neither answers nor fails by then will not. Recovering after a crash may take a while. */
const START_MS = 120_000
const STOP_MS = 5000

/** One PGlite in one worker thread. Throws what it says when it does not start, or is not wanted before it has. */
export async function runWorker(options: WorkerOptions, unwanted?: AbortSignal): Promise<RunningWorker> {
  const worker = new Worker(workerFile(), { workerData: options, execArgv: [] })
  const ended = endOf(worker)
  const address = await ready(worker, ended, unwanted)
  let stopping: Promise<unknown> | undefined
  return {
    address,
    ended,
    stop: async () => {
      stopping ??= stop(worker, ended)
      await stopping
    },
  }
}

/** After a panic the thread turns in a circle inside PGlite, so it is ended from outside. */
function endOf(worker: Worker): Promise<string> {
  return new Promise((resolve) => {
    let reason: string | undefined
    worker.once('error', (error) => {
      reason = error instanceof Error ? error.message : String(error)
    })
    worker.on('message', (report: WorkerReport) => {
      if (report.state !== 'panicked') return
      reason = report.message
      void worker.terminate()
    })
    worker.once('exit', (code) => resolve(reason ?? `the database worker ended with code ${code}`))
  })
}

async function ready(worker: Worker, ended: Promise<string>, unwanted?: AbortSignal): Promise<string> {
  const done = new AbortController()
  const { signal } = done
  try {
    return await new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('the database does not start')), START_MS)
      signal.addEventListener('abort', () => clearTimeout(timer))
      unwanted?.addEventListener('abort', () => reject(new Error('no longer wanted')), { signal })
      void ended.then((reason) => reject(new Error(reason)))
      worker.on('message', (report: WorkerReport) => {
        if (report.state === 'ready') resolve(report.address)
        if (report.state === 'failed') reject(new Error(report.message))
      })
    })
  } catch (error) {
    await worker.terminate()
    throw error
  } finally {
    done.abort()
  }
}

async function stop(worker: Worker, ended: Promise<string>): Promise<void> {
  worker.postMessage('close')
  const timer = setTimeout(() => worker.terminate(), STOP_MS)
  await ended
  clearTimeout(timer)
}

/** Beside this file in the source; in a bundle, beside the chunk that holds this code or in the folder above. */
function workerFile(): string {
  const names = ['./pglite-worker.ts', './pglite-worker.mjs', '../pglite-worker.mjs']
  const paths = names.map((name) => fileURLToPath(new URL(name, import.meta.url)))
  const path = paths.find((candidate) => existsSync(candidate))
  if (!path) throw new Error(`no pglite-worker beside ${import.meta.url}`)
  return path
}
