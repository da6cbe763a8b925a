import type { OidcRefusal } from '@ai-census/api'
import * as client from 'openid-client'

/** A sign-in that came to nothing, for a reason that the person is told. `fact` is for the log. */
export class OidcRefused extends Error {
  override name = 'OidcRefused'
  readonly reason: OidcRefusal
  readonly fact: string

  constructor(reason: OidcRefusal, fact: string, options?: ErrorOptions) {
    super(`${reason}: ${fact}`, options)
    this.reason = reason
    this.fact = fact
  }
}

/** Codes of the client library that mean that nobody answered, or nobody who speaks the protocol. */
const UNREACHABLE = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
])

/** What went wrong at the provider in our words; anything else is our own fault and stays as it is. */
export function refusalOf(error: unknown): unknown {
  if (error instanceof client.AuthorizationResponseError)
    return new OidcRefused('provider-refused', codeOf(error.error), { cause: error })
  if (error instanceof client.ResponseBodyError)
    // An unknown, used or overdue code; anything else is between us and the provider.
    return new OidcRefused(
      error.error === 'invalid_grant' ? 'stale' : 'provider-refused',
      codeOf(error.error),
      {
        cause: error,
      },
    )
  if (error instanceof client.ClientError) {
    const reason = UNREACHABLE.has(error.code ?? '') ? 'provider-unreachable' : 'provider-invalid'
    return new OidcRefused(reason, codeOf(error.code), { cause: error })
  }
  // What fetch throws when there is no connection.
  if (error instanceof TypeError && error.message === 'fetch failed')
    return new OidcRefused('provider-unreachable', 'no connection', { cause: error })
  return error
}

/** Codes are short words; whatever else a provider sends as one does not belong into a log. */
const codeOf = (code: string | undefined): string => (code && /^[\w.-]{1,80}$/.test(code) ? code : 'unknown')
