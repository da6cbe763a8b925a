import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { type Allowed, assertMayPost, guardedLookup, RefusedAddress } from './address-guard.ts'

export interface Outgoing {
  headers: Record<string, string>
  body: string
}

export interface PostAnswer {
  status: number
  retryAfter: string | null
  /** The beginning of what it said. */
  text: string
}

/** Why nothing was answered, in words that may be shown: neither the address nor a secret is among them. */
export class NoAnswer extends Error {
  override name = 'NoAnswer'
}

const DEADLINE_MS = 10_000
const MOST_TEXT = 2000

/** Posts once. Redirects are answers like any other: where one leads, nobody allowed. */
export function post(address: string, { headers, body }: Outgoing, allowed: Allowed): Promise<PostAnswer> {
  const url = new URL(address)
  assertMayPost(url, allowed)
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(shownFailure(error))
    const sent = request(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)), 'user-agent': 'AI-Census' },
      lookup: guardedLookup(allowed),
      agent: false,
      signal: AbortSignal.timeout(DEADLINE_MS),
    })
    sent.on('error', fail)
    sent.on('response', (response) => {
      let text = ''
      response.setEncoding('utf8')
      // Its status is known: what it goes on to say, or fails to say, changes nothing.
      response.on('error', () => undefined)
      response.on('data', (chunk: string) => {
        text += chunk
        if (text.length >= MOST_TEXT) response.destroy()
      })
      response.on('close', () =>
        resolve({
          status: response.statusCode ?? 0,
          retryAfter: response.headers['retry-after'] ?? null,
          text: text.slice(0, MOST_TEXT),
        }),
      )
    })
    sent.end(body)
  })
}

const words: Readonly<Record<string, string>> = {
  ENOTFOUND: 'Its host name is not known.',
  EAI_AGAIN: 'Its host name could not be looked up.',
  ECONNREFUSED: 'It refused the connection.',
  ECONNRESET: 'It broke the connection off.',
  EHOSTUNREACH: 'It cannot be reached from here.',
  ENETUNREACH: 'It cannot be reached from here.',
  ETIMEDOUT: 'It did not answer in time.',
  ABORT_ERR: 'It did not answer in time.',
}

function shownFailure(error: Error): Error {
  if (error instanceof RefusedAddress) return error
  // Node's errors of connections have a code; of several tried addresses, the first one's counts.
  const { code } = (
    error instanceof AggregateError ? (error.errors[0] ?? error) : error
  ) as NodeJS.ErrnoException
  return new NoAnswer(words[code ?? ''] ?? `The connection failed (${code ?? error.name}).`)
}
