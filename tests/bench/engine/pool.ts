import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Prefilter } from '@ai-census/detectors/engine'
import type { WorkerTask } from './scan-worker.ts'

export interface Pool {
  /** Scans the whole folder with all workers; the number of hits. */
  scan(): Promise<number>
  close(): Promise<void>
}

/** Worker threads that stay: tables are shared, folders are taken from one counter, hits go to a file a worker. */
export function createPool(
  size: number,
  folder: string,
  prefilter: Prefilter,
  literals: readonly string[],
  outputFolder: string,
): Pool {
  const next = new Int32Array(new SharedArrayBuffer(4))
  const workers = Array.from({ length: size }, (_, index) => {
    const output = join(outputFolder, `pool-${size}-${index}.txt`)
    const task: WorkerTask = { folder, literals, tables: prefilter.share(), output, next }
    return new Worker(new URL('./scan-worker.ts', import.meta.url), { workerData: task })
  })
  return {
    async scan() {
      Atomics.store(next, 0, 0)
      const answers = workers.map((worker) => once(worker, 'message'))
      for (const worker of workers) worker.postMessage('scan')
      return (await Promise.all(answers)).reduce((sum, [hits]) => sum + Number(hits), 0)
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}
