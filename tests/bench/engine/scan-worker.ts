/** A resident worker thread of the pool bench: scans its share of a folder each time it is told to. */
import { closeSync, openSync, readdirSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { createSlab, prefilterFrom, type SharedTables } from '@ai-census/detectors/engine'
import { SLAB_BYTES, scanFolder } from './scan-folder.ts'

export interface WorkerTask {
  readonly folder: string
  readonly literals: readonly string[]
  readonly tables: SharedTables
  readonly output: string
  /** The next folder to take, shared by all workers of the pool. */
  readonly next: Int32Array
}

// The pool bench is the only one to start this file, with this task.
const task = workerData as WorkerTask
const prefilter = prefilterFrom(task.tables)
const slab = createSlab(SLAB_BYTES)

parentPort?.on('message', () => {
  // Every worker sees the same list in the same order, so that no list has to be sent.
  const folders = readdirSync(task.folder)
  const output = openSync(task.output, 'w')
  let hits = 0
  for (let n = Atomics.add(task.next, 0, 1); n < folders.length; n = Atomics.add(task.next, 0, 1))
    hits += scanFolder(`${task.folder}/${folders[n]}`, prefilter, task.literals, slab, output)
  closeSync(output)
  parentPort?.postMessage(hits)
})
