import { parentPort, workerData } from 'node:worker_threads'
import { type Batch, runBatch } from './analysis/batch.ts'
import { type ReaderSettings, readerFor } from './analysis/setup.ts'

// A worker thread: takes batches one by one and reads them synchronously. Its parent alone starts it, with
// `ReaderSettings` as its data.
const settings: ReaderSettings = workerData
const reader = readerFor(settings)
parentPort?.on('message', (batch: Batch) => parentPort?.postMessage(runBatch(batch, reader)))
