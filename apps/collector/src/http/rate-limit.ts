import type { Context, MiddlewareHandler } from 'hono'
import type { Actor } from './auth.ts'
import { addressOf, networkOf } from './client-address.ts'
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

/** What a caller has left, as headers say it. */
export type Allowance = Readonly<Record<'ratelimit' | 'ratelimit-policy', string>>

const FORGET_ABOVE = 10_000

/** A token bucket per caller, who may be a network (`networkOf`). */
export class RateLimiter {
  readonly #buckets = new Map<string, Bucket>()
  readonly #rate: Rate
  readonly #now: () => number

  constructor(rate: Rate, now: () => number) {
    this.#rate = rate
    this.#now = now
  }

  /** Throws 429 with the seconds to wait. */
  take(caller: string): Allowance {
    if (!this.tryTake(caller)) {
      const seconds = Math.ceil((1 - this.#tokensOf(caller)) / this.#rate.perSecond)
      throw new HttpProblem(429, `Wait ${seconds} s.`, undefined, {
        ...this.#allowance(0),
        'retry-after': String(seconds),
      })
    }
    return this.#allowance(this.#tokensOf(caller))
  }

  tryTake(caller: string): boolean {
    const tokens = this.#tokensOf(caller)
    if (tokens < 1) return false
    if (this.#buckets.size > FORGET_ABOVE) this.#forgetFull()
    this.#buckets.set(caller, { tokens: tokens - 1, at: this.#now() })
    return true
  }

  /** For limits on failures only: what turned out well does not count. */
  giveBack(caller: string): void {
    this.#buckets.set(caller, { tokens: this.#tokensOf(caller) + 1, at: this.#now() })
  }

  #tokensOf(caller: string): number {
    const { burst, perSecond } = this.#rate
    const bucket = this.#buckets.get(caller)
    if (!bucket) return burst
    // A clock that was put back refills nothing, and takes nothing.
    const passed = Math.max(0, this.#now() - bucket.at)
    return Math.min(burst, bucket.tokens + (passed / 1000) * perSecond)
  }

  /** A flood of new callers must not let a slowed-down one start afresh. */
  #forgetFull(): void {
    for (const caller of this.#buckets.keys())
      if (this.#tokensOf(caller) >= this.#rate.burst) this.#buckets.delete(caller)
    if (this.#buckets.size > FORGET_ABOVE * 10) this.#buckets.clear()
  }

  /** `r`: requests left; `t`: seconds until all are there again (draft-ietf-httpapi-ratelimit-headers). */
  #allowance(tokens: number): Allowance {
    const { burst, perSecond } = this.#rate
    return {
      'ratelimit-policy': `"requests";q=${burst};w=${Math.ceil(burst / perSecond)}`,
      ratelimit: `"requests";r=${Math.floor(tokens)};t=${Math.ceil((burst - tokens) / perSecond)}`,
    }
  }
}

/** Counts by network address, before anybody is known: many people may stand behind one, so it only stops floods. */
export const limitAddress =
  (limiter: RateLimiter): MiddlewareHandler<Env> =>
  async (c, next) => {
    limiter.take(networkOf(addressOf(c)))
    await next()
  }

/**
 * Counts by who calls, once that is known. Whoever is nobody, or says to be somebody and is not, is counted by
 * address, so that guessing is slow.
 */
export const limitCaller =
  (limiter: RateLimiter, identify: MiddlewareHandler<Env>): MiddlewareHandler<Env> =>
  async (c, next) => {
    let allowance: Allowance | undefined
    try {
      await identify(c, async () => {
        allowance = limiter.take(callerOf(c))
        await next()
      })
    } catch (error) {
      if (error instanceof HttpProblem && error.status === 401) limiter.take(networkOf(addressOf(c)))
      throw error
    }
    for (const [name, value] of Object.entries(allowance ?? {})) c.res.headers.set(name, value)
  }

function callerOf(c: Context<Env>): string {
  const actor: Actor = c.get('actor')
  if (actor.type === 'scanner') return `token ${actor.tokenId}`
  if (actor.type === 'anonymous') return networkOf(addressOf(c))
  return `${actor.type} ${actor.user}`
}
