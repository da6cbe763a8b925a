import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import type { Env } from './implement.ts'
import { HttpProblem } from './problem.ts'

interface Bucket {
  tokens: number
  at: number
}

export interface Rate {
  /** Requests that may come at once. */
  burst: number
  perSecond: number
}

const FORGET_ABOVE = 10_000

/** A token bucket per caller. Throws 429 with the seconds to wait. */
export class RateLimiter {
  readonly #buckets = new Map<string, Bucket>()
  readonly #rate: Rate
  readonly #now: () => number

  constructor(rate: Rate, now: () => number) {
    this.#rate = rate
    this.#now = now
  }

  take(caller: string): void {
    const now = this.#now()
    const bucket = this.#buckets.get(caller) ?? { tokens: this.#rate.burst, at: now }
    // A clock that is put back must not keep anybody out until it is there again.
    const refilled = bucket.tokens + (Math.max(0, now - bucket.at) / 1000) * this.#rate.perSecond
    const tokens = Math.min(this.#rate.burst, refilled)
    if (tokens < 1) {
      const seconds = Math.ceil((1 - tokens) / this.#rate.perSecond)
      throw new HttpProblem(429, `Wait ${seconds} s.`, undefined, { 'retry-after': String(seconds) })
    }
    if (this.#buckets.size > FORGET_ABOVE) this.#buckets.clear()
    this.#buckets.set(caller, { tokens: tokens - 1, at: now })
  }
}

/** Counts by network address: it runs before anybody is known, so that guessing is limited too. */
export const rateLimit =
  (limiter: RateLimiter): MiddlewareHandler<Env> =>
  async (c, next) => {
    limiter.take(addressOf(c))
    await next()
  }

export function addressOf(c: Context): string {
  // Without a socket (app.request in tests) there is no address to tell callers apart by.
  return c.env?.incoming ? (getConnInfo(c).remote.address ?? 'unknown') : 'in-process'
}
