import { readBounded } from '@ai-census/scanner-kit'
import { takesCredentials } from './address.ts'
import type { Credentials } from './auth.ts'
import type { GcpConfig } from './config.ts'

/** An answer that is no success, with Google's own account of it. */
export class Refusal extends Error {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
  constructor(status: number, headers: Headers, body: unknown) {
    super(`answered with status ${status}`)
    this.name = 'Refusal'
    this.status = status
    this.headers = headers
    this.body = body
  }
}

/** A success that cannot be read. */
export class Unreadable extends Error {}

export type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>
/** With a body it is a POST: a question that changes nothing, which the table's rows alone may ask. */
export type Send = (
  address: string,
  path: string,
  query: Query,
  signal: AbortSignal,
  question?: object,
) => Promise<unknown>

const TIMEOUT_MS = 30_000
const MOST_BYTES = 32 * 2 ** 20

/** One GET, or one question with a body, never anything else: that the scanner only reads is decided here. */
export function createSend(config: GcpConfig, credentials: Credentials): Send {
  return async (address, path, query, signal, question) => {
    const url = new URL(`${address}${path}`)
    for (const [name, value] of Object.entries(query)) {
      if (value === undefined) continue
      for (const one of Array.isArray(value) ? value : [value]) url.searchParams.append(name, String(one))
    }
    const headers = {
      accept: 'application/json',
      ...(question ? { 'content-type': 'application/json' } : {}),
      ...(takesCredentials(config, address) ? await credentials.headers() : {}),
    }
    const ends = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)])
    // A redirect would carry the token along to wherever it is sent.
    const response = await fetch(url, {
      method: question ? 'POST' : 'GET',
      ...(question ? { body: JSON.stringify(question) } : {}),
      headers,
      signal: ends,
      redirect: 'manual',
    })
    const text = await readBounded(response, path, MOST_BYTES)
    const body = parsed(text)
    if (!response.ok) throw new Refusal(response.status, response.headers, body)
    if (typeof body !== 'object' || body === null || Array.isArray(body))
      throw new Unreadable('no JSON object')
    // A refusal under a good status is a refusal all the same.
    if (isRefusal(body)) throw new Refusal(response.status, response.headers, body)
    return body
  }
}

const isRefusal = (body: object): boolean =>
  'error' in body && typeof body.error === 'object' && body.error !== null && Object.keys(body).length === 1

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // Said by who reads it: a success without JSON is unreadable, a refusal has its status.
  }
}
