import type { Log } from '@ai-census/db'
import type { Deps } from '../deps.ts'
import { failureOf } from '../http/failure.ts'
import { deliverDue } from './deliver.ts'
import { enqueueNews } from './enqueue-news.ts'
import { gatherNews } from './gather-news.ts'
import { pruneNotifications } from './prune.ts'

/** One pass: what is new is put before those who asked, what waits long enough becomes messages, and those go out. */
export async function notify(deps: Deps): Promise<number | null> {
  await enqueueNews(deps)
  const gathered = await gatherNews(deps)
  const delivered = await deliverDue(deps)
  // What came while a message was on its way may be due now that it has gone out.
  const next = (await gatherNews(deps)) ?? gathered
  return next === null || delivered === null ? (next ?? delivered) : Math.min(next, delivered)
}

export interface Notifier {
  /** Something may be new or due. */
  wake(): void
  /** Lets the pass at hand end and starts no other. */
  stop(): Promise<void>
}

/** Nothing that is due waits longer than this for its pass, whoever forgot to wake it. */
const LONGEST_PAUSE_MS = 60_000
const LEAST_PAUSE_MS = 500
const PRUNE_MS = 60 * 60_000

/** Runs `notify` when it is woken, when something falls due, and every minute. Never twice at once. */
export function createNotifier(deps: Deps, log: Log): Notifier {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let dueAt = 0
  let running: Promise<void> | null = null
  let isWoken = false
  let prunedAt = 0

  /** An earlier pass stands: whoever wakes it again and again does not put it off. */
  const schedule = (ms: number): void => {
    const at = Date.now() + Math.min(LONGEST_PAUSE_MS, Math.max(LEAST_PAUSE_MS, ms))
    if (stopped || (timer && dueAt <= at)) return
    clearTimeout(timer)
    dueAt = at
    timer = setTimeout(start, at - Date.now())
  }
  const start = (): void => {
    timer = undefined
    isWoken = false
    running = pass().then((next) => {
      running = null
      schedule(isWoken ? 0 : next)
    })
  }
  const pass = async (): Promise<number> => {
    try {
      const next = await notify(deps)
      const now = deps.now().getTime()
      if (now - prunedAt > PRUNE_MS) {
        await pruneNotifications(deps)
        prunedAt = now
      }
      return next === null ? LONGEST_PAUSE_MS : next - now
    } catch (error) {
      log.error(failureOf(error), 'notifying failed; it is tried again')
      return LONGEST_PAUSE_MS
    }
  }
  return {
    wake() {
      isWoken = true
      if (!running) schedule(0)
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
