import type { MiddlewareHandler } from 'hono'
import { addressOf, callerOf } from './client-address.ts'
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

/** A token bucket per caller, named by its network address. */
export class RateLimiter {
  readonly #buckets = new Map<string, Bucket>()
  readonly #rate: Rate
  readonly #now: () => number

  constructor(rate: Rate, now: () => number) {
    this.#rate = rate
    this.#now = now
  }

  /** Throws 429 with the seconds to wait. */
  take(address: string): void {
    if (this.tryTake(address)) return
    const seconds = Math.ceil((1 - this.#tokensOf(callerOf(address))) / this.#rate.perSecond)
    throw new HttpProblem(429, `Wait ${seconds} s.`, undefined, { 'retry-after': String(seconds) })
  }

  tryTake(address: string): boolean {
    const caller = callerOf(address)
    const tokens = this.#tokensOf(caller)
    if (tokens < 1) return false
    if (this.#buckets.size > FORGET_ABOVE) this.#forgetFull()
    this.#buckets.set(caller, { tokens: tokens - 1, at: this.#now() })
    return true
  }

  /** For limits on failures only: what turned out well does not count. */
  giveBack(address: string): void {
    const caller = callerOf(address)
    this.#buckets.set(caller, { tokens: this.#tokensOf(caller) + 1, at: this.#now() })
  }

  #tokensOf(caller: string): number {
    const bucket = this.#buckets.get(caller)
    if (!bucket) return this.#rate.burst
    const refilled = bucket.tokens + ((this.#now() - bucket.at) / 1000) * this.#rate.perSecond
    return Math.min(this.#rate.burst, refilled)
  }

  /** A flood of new addresses must not let a slowed-down one start afresh. */
  #forgetFull(): void {
    for (const caller of this.#buckets.keys())
      if (this.#tokensOf(caller) >= this.#rate.burst) this.#buckets.delete(caller)
    if (this.#buckets.size > FORGET_ABOVE * 10) this.#buckets.clear()
  }
}

/** Counts by network address: it runs before anybody is known, so that guessing is limited too. */
export const rateLimit =
  (limiter: RateLimiter): MiddlewareHandler<Env> =>
  async (c, next) => {
    limiter.take(addressOf(c))
    await next()
  }
