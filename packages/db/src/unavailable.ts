/**
 * SQLSTATE classes and codes by which PostgreSQL says that it cannot serve now, whoever asks for what: connection
 * lost (08), transaction to be repeated (40), no room, memory or connections left (53), shutting down or cancelled
 * (57), input/output error (58), damaged (XX), not writable (25006, a standby), lock not granted in time (55P03).
 */
const STATES = /^(08|40|53|57|58|XX)...$|^25006$|^55P03$/

/** Of the operating system, while connecting or writing to the connection. */
const SYSTEM = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
])

/** What `pg` and its pool say without a code. */
const SENTENCES =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed and is not queryable|Cannot use a pool after calling end)/

/**
 * Whether a query failed because the database cannot serve now, so that the same request may succeed later. A
 * transaction that fails so has left nothing, unless it was the answer to its commit that was lost.
 */
export function isUnavailable(error: unknown): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (isSign(at)) return true
    // A name that resolves to several addresses is tried at each.
    if (at instanceof AggregateError && at.errors.some(isUnavailable)) return true
  }
  return false
}

function isSign(error: Error): boolean {
  if (SENTENCES.test(error.message)) return true
  if (!('code' in error) || typeof error.code !== 'string') return false
  // A file that is not there is ENOENT too; only a socket's has a syscall of `connect`.
  if (error.code === 'ENOENT') return 'syscall' in error && error.syscall === 'connect'
  return SYSTEM.has(error.code) || STATES.test(error.code)
}
