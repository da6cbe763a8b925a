import { existsSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { errorKind } from '@ai-census/detectors'
import { type Batch, type BatchResult, runBatch, split } from './batch.ts'
import { type ReaderSettings, readerFor, threadSettings } from './setup.ts'
import { storeSigns } from './stored-signs.ts'

/** Runs batches, in this thread or in others. */
export interface Executor {
  /** How many batches are worth having under way at once. */
  readonly width: number
  run(batch: Batch): Promise<BatchResult>
  close(): void
}

/** In this thread; the event loop gets its turn between two batches. */
export function createInlineExecutor(settings: ReaderSettings): Executor {
  const reader = readerFor(settings)
  return {
    width: 1,
    async run(batch) {
      await nextTurn()
      return runBatch(batch, reader)
    },
    close: () => undefined,
  }
}

/** A thread is worth its start (it loads the catalogue anew) where this much work lies ahead, in milliseconds. */
const WORTH_THREADS_MS = 2000
const TRIAL_MS = 250

/**
 * Begins in this thread and goes over to the pool once what is left would take long: by the measure of the files
 * read so far, since one repository's files take a hundred times as long as another's.
 *
 * @param files how many there are to read
 */
export function createAdaptiveExecutor(files: number, inline: Executor, pool: () => Executor): Executor {
  let chosen = inline
  let spent = 0
  let done = 0
  return {
    get width() {
      return chosen.width
    },
    async run(batch) {
      if (chosen !== inline) return chosen.run(batch)
      const before = performance.now()
      const result = await inline.run(batch)
      spent += performance.now() - before
      done += batch.paths.length
      if (spent > TRIAL_MS && ((files - done) * spent) / done > WORTH_THREADS_MS) chosen = pool()
      return result
    },
    close: () => undefined,
  }
}

/**
 * The file that a worker thread starts from: `scan-worker.mjs` beside a bundle, else the source. Null where
 * neither lies there; then everything runs in one thread.
 */
export function workerEntry(): URL | null {
  const entries = ['./scan-worker.mjs', '../worker.ts'].map((path) => new URL(path, import.meta.url))
  return entries.find((entry) => entry.protocol === 'file:' && existsSync(fileURLToPath(entry))) ?? null
}

/** A batch of one file that takes longer than this is given up. */
const PATIENCE_MS = 60_000

interface Job {
  readonly batch: Batch
  resolve(result: BatchResult): void
  reject(reason: 'too-slow' | Error): void
}

/**
 * A pool of `size` threads. A batch that hangs or kills its thread is taken apart; the file that did it becomes
 * an unknown, and the others are read all the same.
 */
export function createPool(
  entry: URL,
  size: number,
  settings: ReaderSettings,
  patience = PATIENCE_MS,
): Executor {
  const queue: Job[] = []
  const idle: Thread[] = []
  const threads = new Set<Thread>()

  const next = () => {
    while (queue.length > 0) {
      const thread = idle.pop() ?? (threads.size < size ? start() : undefined)
      if (!thread) return
      const job = queue.shift()
      if (job) thread.work(job)
    }
  }
  const start = () => {
    const thread = startThread(entry, settings, patience, (alive) => {
      if (alive) idle.push(thread)
      else threads.delete(thread)
      next()
    })
    threads.add(thread)
    return thread
  }
  const once = (batch: Batch) =>
    new Promise<BatchResult>((resolve, reject) => {
      queue.push({ batch, resolve, reject })
      next()
    })
  const run = async (batch: Batch): Promise<BatchResult> => {
    if (batch.type === 'known') return batch.signs.map(storeSigns)
    const result = await once(batch).catch((reason: unknown) => ({ reason }))
    if (!('reason' in result)) return result
    if (batch.paths.length > 1) return (await Promise.all(split(batch).map(run))).flat()
    return [storeSigns(given(result.reason))]
  }
  const close = () => {
    for (const thread of threads) thread.stop()
  }
  return { width: size * 2, run, close }
}

const given = (reason: unknown) => ({
  unknowns: [
    reason === 'too-slow'
      ? { reason: 'too-slow' as const, detail: 'Reading the file took too long and was given up.' }
      : { reason: 'unavailable' as const, detail: `Reading the file failed (${errorKind(reason)}).` },
  ],
})

interface Thread {
  work(job: Job): void
  stop(): void
}

function startThread(
  entry: URL,
  settings: ReaderSettings,
  patience: number,
  onFree: (alive: boolean) => void,
): Thread {
  const worker = new Worker(entry, {
    workerData: threadSettings(settings),
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
  })
  worker.unref()
  let job: Job | null = null
  let timer: NodeJS.Timeout | undefined
  // A thread's own start takes no file's time.
  const online = new Promise<void>((started) => worker.once('online', started))
  const end = (settle: (job: Job) => void, alive: boolean) => {
    clearTimeout(timer)
    const ended = job
    job = null
    if (!alive) worker.terminate()
    if (ended) settle(ended)
    onFree(alive)
  }
  worker.on('message', (result: BatchResult) => end((done) => done.resolve(result), true))
  worker.on('error', (error: Error) => end((failed) => failed.reject(error), false))
  return {
    work(next) {
      job = next
      worker.postMessage(next.batch)
      online.then(() => {
        if (job === next) timer = setTimeout(() => end((slow) => slow.reject('too-slow'), false), patience)
      })
    },
    stop: () => {
      clearTimeout(timer)
      worker.terminate()
    },
  }
}
