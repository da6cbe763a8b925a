import { setTimeout as sleepFor } from 'node:timers/promises'

export interface Clock {
  /** Milliseconds, monotonic. */
  now(): number
  /** Rejects with the signal's reason on abort. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

export const systemClock: Clock = {
  now: () => performance.now(),
  sleep: async (ms, signal) => {
    signal?.throwIfAborted()
    try {
      await sleepFor(ms, undefined, signal ? { signal } : {})
    } catch (error) {
      signal?.throwIfAborted()
      throw error
    }
  },
}

export interface RateBudgetOptions {
  /** Requests a second that the provider grants. */
  perSecond: number
  /** Requests that may go out at once after a pause. Default: one second's worth, at least 1. */
  burst?: number
  clock?: Clock
}

export interface RateBudget {
  /** Waits for its turn. */
  take(signal?: AbortSignal): Promise<void>
  /** The provider said "too many": nobody goes before `waitMs` is over, and then at half the rate. */
  throttled(waitMs: number): void
  /** The provider asks for a pause before it would say "too many": nobody goes before `waitMs` is over. */
  pause(waitMs: number): void
  /** An answer that was no throttling: the rate creeps back towards the full one. */
  succeeded(): void
  /** Requests a second at the moment. */
  readonly rate: number
}

/** A token bucket shared by all requests to one provider, which slows down when told to. */
export function createRateBudget({ perSecond, burst, clock = systemClock }: RateBudgetOptions): RateBudget {
  const size = burst ?? Math.max(1, perSecond)
  const slowest = perSecond / 32
  let rate = perSecond
  let tokens = size
  let filledAt = clock.now()
  let pausedUntil = 0

  const refill = () => {
    const now = clock.now()
    tokens = Math.min(size, tokens + (Math.max(0, now - filledAt) * rate) / 1000)
    filledAt = now
  }
  return {
    async take(signal) {
      refill()
      // Taken at once, below zero if need be: whoever comes later waits longer, so the order is kept.
      tokens -= 1
      const turn = clock.now() + (tokens >= 0 ? 0 : (-tokens * 1000) / rate)
      // A throttling that comes while it waits makes it wait on.
      let waited = clock.now()
      for (let until = Math.max(turn, pausedUntil); until > waited; until = Math.max(until, pausedUntil)) {
        await clock.sleep(until - clock.now(), signal)
        waited = until
      }
      signal?.throwIfAborted()
    },
    throttled(waitMs) {
      refill()
      const now = clock.now()
      // Many requests in flight are refused together; they are one event, not a reason to halve each time.
      if (now >= pausedUntil) rate = Math.max(slowest, rate / 2)
      pausedUntil = Math.max(pausedUntil, now + Math.max(0, waitMs))
      tokens = Math.min(tokens, 0)
    },
    pause(waitMs) {
      pausedUntil = Math.max(pausedUntil, clock.now() + Math.max(0, waitMs))
    },
    succeeded() {
      if (rate < perSecond) {
        refill()
        rate = Math.min(perSecond, rate + perSecond / 100)
      }
    },
    get rate() {
      return rate
    },
  }
}
