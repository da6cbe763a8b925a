import {
  type Clock,
  createHttp,
  type HttpClient,
  type HttpOptions,
  type RateBudget,
} from '@ai-census/scanner-kit'

/** How requests are paced; a test makes it quick. */
export interface HostPace {
  readonly clock: Clock
  /** Milliseconds since 1970. */
  readonly now: () => number
}

export interface HostHttp extends Pick<HttpOptions, 'baseUrl' | 'refusal' | 'waitMs' | 'inWords'> {
  /** The value of the `Authorization` header. */
  readonly authorization: string
  readonly maxWaitSeconds: number
  readonly signal: AbortSignal
  readonly budget: RateBudget
}

/** The kit's client as code hosts want it: patient, and sure that a 404 may hide something. */
export const createHostHttp = (
  { authorization, maxWaitSeconds, ...options }: HostHttp,
  { clock, now }: HostPace,
): HttpClient =>
  createHttp({
    ...options,
    auth: () => ({ authorization }),
    clock,
    wallClock: now,
    maxWaitMs: maxWaitSeconds * 1000,
    hidesBehind404: true,
  })

/**
 * Milliseconds until a limit is renewed, by a header that says when, in seconds since 1970. A second more, so
 * that we come after the renewal and not with it.
 */
export function untilReset(headers: Headers, name: string, now: () => number): number | null {
  const reset = Number(headers.get(name))
  return reset > 0 ? Math.max(0, reset * 1000 - now()) + 1000 : null
}
