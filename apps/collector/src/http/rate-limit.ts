import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import type { Actor } from './auth.ts'
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

/** A token bucket per caller. Throws 429 with the seconds to wait. */
export class RateLimiter {
  readonly #buckets = new Map<string, Bucket>()
  readonly #rate: Rate
  readonly #now: () => number

  constructor(rate: Rate, now: () => number) {
    this.#rate = rate
    this.#now = now
  }

  take(caller: string): Allowance {
    const { burst, perSecond } = this.#rate
    const now = this.#now()
    const bucket = this.#buckets.get(caller) ?? { tokens: burst, at: now }
    // A clock that was put back refills nothing, and takes nothing.
    const passed = Math.max(0, now - bucket.at)
    const tokens = Math.min(burst, bucket.tokens + (passed / 1000) * perSecond)
    if (tokens < 1) {
      const seconds = Math.ceil((1 - tokens) / perSecond)
      throw new HttpProblem(429, `Wait ${seconds} s.`, undefined, {
        ...this.#allowance(0),
        'retry-after': String(seconds),
      })
    }
    if (this.#buckets.size > FORGET_ABOVE) this.#buckets.clear()
    this.#buckets.set(caller, { tokens: tokens - 1, at: now })
    return this.#allowance(tokens - 1)
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
    limiter.take(addressOf(c))
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
      if (error instanceof HttpProblem && error.status === 401) limiter.take(addressOf(c))
      throw error
    }
    for (const [name, value] of Object.entries(allowance ?? {})) c.res.headers.set(name, value)
  }

function callerOf(c: Context<Env>): string {
  const actor: Actor = c.get('actor')
  if (actor.type === 'scanner') return `token ${actor.tokenId}`
  if (actor.type === 'anonymous') return addressOf(c)
  return `${actor.type} ${actor.user}`
}

export function addressOf(c: Context): string {
  // Without a socket (app.request in tests) there is no address to tell callers apart by.
  return c.env?.incoming ? (getConnInfo(c).remote.address ?? 'unknown') : 'in-process'
}
