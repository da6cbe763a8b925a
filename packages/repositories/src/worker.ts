import { parentPort, workerData } from 'node:worker_threads'
import { type Batch, runBatch } from './analysis/batch.ts'
import { readerInThread, type ThreadSettings } from './analysis/setup.ts'

// A worker thread: takes batches one by one and reads them synchronously. Its parent alone starts it, with
// `ThreadSettings` as its data.
const settings: ThreadSettings = workerData
const reader = readerInThread(settings)
parentPort?.on('message', (batch: Batch) => parentPort?.postMessage(runBatch(batch, reader)))
