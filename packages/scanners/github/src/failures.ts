import { retryAfterMs, ScopeFailure } from '@ai-census/scanner-kit'
import type { Need } from './needs.ts'

/** What Octokit's `RequestError` tells; read by shape, since several versions of its class may be about. */
export interface Refusal {
  readonly status: number
  readonly headers: Headers
  readonly message: string
  /** False where the network failed, for which Octokit says 500. */
  readonly isAnswer: boolean
}

export function asRefusal(error: unknown): Refusal | null {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return null
  const response = 'response' in error ? error.response : undefined
  const headers = new Headers()
  if (typeof response === 'object' && response !== null && 'headers' in response)
    for (const [name, value] of Object.entries(response.headers ?? {})) headers.set(name, String(value))
  return { status: error.status, headers, message: error.message, isAnswer: response !== undefined }
}

/** GitHub says 403 for two things: "you may not", and "not so fast". */
export const isThrottled = ({ status, headers, message }: Refusal): boolean =>
  status === 429 ||
  (status === 403 &&
    (headers.has('retry-after') ||
      headers.get('x-ratelimit-remaining') === '0' ||
      /secondary rate limit|abuse detection/i.test(message)))

/** GitHub asks for a minute where a secondary limit names no time of its own. */
const SECONDARY_MS = 60_000

/** How long GitHub wants us to wait, milliseconds. */
export function waitFor({ headers }: Refusal, now: () => number): number {
  const told = retryAfterMs(headers, now)
  if (told !== null) return told
  const reset = Number(headers.get('x-ratelimit-reset'))
  const spent = headers.get('x-ratelimit-remaining') === '0' && reset > 0
  // A second more, so that we come after the renewal and not with it.
  return spent ? Math.max(0, reset * 1000 - now()) + 1000 : SECONDARY_MS
}

/** The failure of a scope or of a part of it. `operation` is method and path, without query and host. */
export function failureOf(refusal: Refusal, operation: string, need: Need): ScopeFailure {
  const { status, headers } = refusal
  if (isThrottled(refusal))
    return new ScopeFailure(
      'throttled',
      'rate-limit',
      `${operation} was refused for GitHub’s rate limit; look again later.`,
    )
  if (status === 401)
    return new ScopeFailure('denied', 'credentials', `${operation}: GitHub does not know the credentials.`)
  if (status === 403 || status === 404) return denied(status, headers, operation, need)
  if (status === 451)
    return new ScopeFailure('denied', 'blocked', `${operation} is blocked by GitHub for legal reasons.`)
  const what = refusal.isAnswer ? `was answered with status ${status}` : 'had no answer'
  const reason = status >= 500 ? 'unavailable' : `http-${status}`
  return new ScopeFailure('failed', reason, `${operation} ${what}, to the last try.`)
}

/** GitHub names what was missing in a header, where it does; else what its documentation says. */
function denied(status: number, headers: Headers, operation: string, need: Need): ScopeFailure {
  if (headers.get('x-github-sso'))
    return new ScopeFailure(
      'denied',
      'sso-authorization',
      `${operation}: the token is not authorised for the organisation’s single sign-on; authorise it at GitHub.`,
    )
  const accepted = headers.get('x-accepted-github-permissions')?.trim().replaceAll('=', ':')
  const permission = accepted || need.permission
  const what = `it needs the permission ${permission} (of a classic token: ${need.classic})`
  // GitHub hides what one may not see behind the same answer as what is not there.
  const hidden = status === 404 ? '; GitHub answers a place that is not there in the same way' : ''
  return new ScopeFailure('denied', permission, `${operation} was refused (${status}): ${what}${hidden}.`)
}
