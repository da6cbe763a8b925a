import { ScopeFailure } from './scanner.ts'

/** The body as text; more than `limit` bytes ends the scope as `failed` and the connection with it. */
export async function readBounded(response: Response, name: string, limit: number): Promise<string> {
  if (!response.body) return ''
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body) {
    length += chunk.byteLength
    // Leaving the loop cancels the stream, so that the rest is not even received.
    if (length > limit)
      throw new ScopeFailure('failed', 'answer-too-large', `${name} answered with more than ${limit} bytes.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/**
 * Milliseconds that the provider asks us to wait, or null. A date is read against the answer's own `Date`
 * where there is one, since the two clocks need not agree.
 */
export function retryAfterMs(headers: Headers, wallClock: () => number): number | null {
  const value = headers.get('retry-after')?.trim()
  if (!value) return null
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000
  const until = Date.parse(value)
  if (Number.isNaN(until)) return null
  const theirs = Date.parse(headers.get('date') ?? '')
  return Math.max(0, until - (Number.isNaN(theirs) ? wallClock() : theirs))
}
