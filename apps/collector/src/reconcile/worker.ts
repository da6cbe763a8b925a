import type { Log } from '@ai-census/db'

export interface Reconciler {
  /** Something was added to the ledger. */
  wake(): void
  /** Resolves when the inventory has followed all that was in the ledger at the call, or after `ms`. */
  settle(ms: number): Promise<void>
  /** Lets the run at hand end and starts no other. */
  stop(): Promise<void>
}

const RETRY_MS = 1000

/**
 * Runs `reconcile` (one pass over what the ledger has and the inventory has not) whenever it is woken, never twice
 * at once. A failure is tried again: what to do is in the database, so nothing is lost with the process either.
 */
export function createReconciler(reconcile: () => Promise<void>, log: Log): Reconciler {
  let wanted = false
  let stopped = false
  let running: Promise<void> | null = null
  let retry: NodeJS.Timeout | undefined

  const run = async (): Promise<void> => {
    while (wanted && !stopped) {
      wanted = false
      try {
        await reconcile()
      } catch (error) {
        const facts = { error: error instanceof Error ? error.message : String(error) }
        log.error(facts, 'reconciling failed; it is tried again')
        retry = setTimeout(wake, RETRY_MS)
        retry.unref()
        return
      }
    }
  }

  const start = (): Promise<void> => {
    running ??= run().finally(() => {
      running = null
      if (wanted && !stopped && !retry) wake()
    })
    return running
  }

  function wake(): void {
    clearTimeout(retry)
    retry = undefined
    wanted = true
    void start()
  }

  return {
    wake,
    async settle(ms) {
      wanted = true
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, ms)
      })
      await Promise.race([start(), late])
      clearTimeout(timer)
    },
    async stop() {
      stopped = true
      clearTimeout(retry)
      await running
    },
  }
}
