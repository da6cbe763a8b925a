/** What the worker is started with. Without a folder the database lives in memory. */
export interface WorkerOptions {
  folder?: string
  /** A gzipped `dumpDataDir` to start a new database from. */
  snapshot?: string
  listen: { path: string } | { host: string; port: number }
}

export type WorkerReport =
  | { state: 'ready'; address: string }
  | { state: 'failed'; message: string }
  | { state: 'panicked'; message: string }
  | { state: 'closed' }
