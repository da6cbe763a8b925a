import { readBounded } from '@ai-census/scanner-kit'

const TIMEOUT_MS = 30_000
/** Bytes of an answer after decompression; a page of a hundred repositories has about half a mebibyte. */
const LIMIT = 32 * 2 ** 20

/**
 * A `fetch` for Octokit that gives whole answers or none: Octokit itself takes a body that breaks off for an
 * empty one. Has a time-out, and a limit on what it holds.
 *
 * @param apiUrl no answer from elsewhere is taken, wherever a redirect leads
 */
export function wholeFetch(apiUrl: string): typeof fetch {
  const { origin } = new URL(apiUrl)
  return async (input, init) => {
    const timeout = AbortSignal.timeout(TIMEOUT_MS)
    const signal = init?.signal ? AbortSignal.any([init.signal, timeout]) : timeout
    const response = await fetch(input, { ...init, signal })
    const { pathname, origin: from } = new URL(response.url)
    if (from !== origin) {
      await response.body?.cancel()
      throw new TypeError('redirected to another host')
    }
    const text = await readBounded(response, `GET ${pathname}`, LIMIT)
    const { status, headers } = response
    // `content-encoding` speaks of what came over the line.
    const own = new Headers(headers)
    own.delete('content-encoding')
    own.delete('content-length')
    const whole = new Response(status === 204 || status === 205 || status === 304 ? null : text, {
      status,
      headers: own,
    })
    Object.defineProperty(whole, 'url', { value: response.url })
    return whole
  }
}
