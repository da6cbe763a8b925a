import type { Log } from '@ai-census/db'
import { failureOf } from '../http/failure.ts'

export interface Reconciler {
  /** Something was added to the ledger: the inventory follows soon. */
  wake(): void
  /** Resolves when the inventory has followed all that was in the ledger at the call, or after `ms`. */
  settle(ms: number): Promise<void>
  /** Lets the run at hand end and starts no other. */
  stop(): Promise<void>
}

const RETRY_MS = 1000
/** Reports come in crowds; the pause between runs grows with what a run costs, so that half the time is theirs. */
const LEAST_PAUSE_MS = 50
const LONGEST_PAUSE_MS = 5000

/**
 * Runs `reconcile` (one pass over what the ledger has and the inventory has not) after it is woken, never twice
 * at once. A failure is tried again: what to do is in the database, so nothing is lost with the process either.
 */
export function createReconciler(reconcile: () => Promise<void>, log: Log): Reconciler {
  let wanted = false
  let stopped = false
  let running: Promise<void> | null = null
  let timer: NodeJS.Timeout | undefined
  let lastMs = 0

  const schedule = (ms: number): void => {
    timer ??= setTimeout(() => void start(), ms)
  }

  const start = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    running ??= pass().finally(() => {
      running = null
      if (wanted && !stopped) schedule(pauseAfter(lastMs))
    })
    return running
  }

  const pass = async (): Promise<void> => {
    if (stopped) return
    wanted = false
    const started = performance.now()
    try {
      await reconcile()
      lastMs = performance.now() - started
    } catch (error) {
      wanted = true
      lastMs = RETRY_MS
      log.error(failureOf(error), 'reconciling failed; it is tried again')
    }
  }

  return {
    wake() {
      wanted = true
      if (!running && !stopped) schedule(pauseAfter(lastMs))
    },
    async settle(ms) {
      const late = new AbortController()
      const timeout = setTimeout(() => late.abort(), ms)
      const tooLate = new Promise<void>((resolve) => late.signal.addEventListener('abort', () => resolve()))
      // The run at hand may have read the ledger before the call; the one after it has not.
      const settled = running ? running.then(start) : start()
      await Promise.race([settled, tooLate])
      clearTimeout(timeout)
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}

const pauseAfter = (ms: number): number => Math.min(LONGEST_PAUSE_MS, Math.max(LEAST_PAUSE_MS, ms))
