import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createHttp, type HttpOptions } from './http.ts'
import { retryAfterMs } from './http-answer.ts'
import { createRateBudget } from './rate-budget.ts'
import { ScopeFailure } from './scanner.ts'
import { type Script, type StandIn, startStandIn } from './testing/index.ts'

const Thing = z.object({ id: z.string() })
const asked = { schema: Thing, permission: 'things:read' }
const secret = 'Bearer a-secret-that-must-not-appear'

let standIn: StandIn | undefined
afterEach(() => standIn?.close())

/** A client whose waits are recorded instead of waited. */
async function against(routes: Record<string, Script>, options: Partial<HttpOptions> = {}) {
  standIn = await startStandIn(routes)
  const waits: number[] = []
  const http = createHttp({
    baseUrl: standIn.url,
    auth: () => ({ authorization: secret }),
    clock: {
      now: () => 0,
      sleep: async (ms) => {
        waits.push(ms)
      },
    },
    random: () => 0,
    ...options,
  })
  return { http, waits, requests: standIn.requests }
}

const failureOf = (promise: Promise<unknown>): Promise<Error & { status?: string; reason?: string }> =>
  promise.then(
    () => {
      throw new Error('It did not fail.')
    },
    (error: Error) => error,
  )

describe('the HTTP client', () => {
  it('sends the credentials and the query, and gives the checked body', async () => {
    const { http, requests } = await against({ 'GET /v1/things': { json: { id: 'a', more: 1 } } })
    expect(await http.get('/v1/things', { ...asked, query: { limit: 2, kind: ['x', 'y'] } })).toEqual({
      id: 'a',
    })
    expect(requests[0]?.headers.authorization).toBe(secret)
    expect(requests[0]?.query.toString()).toBe('limit=2&kind=x&kind=y')
  })

  it.each([401, 403])('is denied by a %i, with the missing permission named', async (status) => {
    const { http, requests } = await against({ 'GET /x': { status, json: { error: secret } } })
    const failure = await failureOf(http.get('/x', asked))
    expect(failure).toMatchObject({ name: 'ScopeFailure', status: 'denied', reason: 'things:read' })
    expect(failure.message).not.toContain('secret')
    expect(requests).toHaveLength(1)
  })

  it('leaves a 404 to the caller', async () => {
    const { http } = await against({})
    expect(await http.find('/gone', asked)).toBeNull()
    expect(await failureOf(http.get('/gone', asked))).toMatchObject({ reason: 'http-404' })
  })

  it('waits as long as a 429 says, then goes on', async () => {
    const { http, waits } = await against({
      'GET /x': [{ status: 429, headers: { 'retry-after': '7' } }, { json: { id: 'a' } }],
    })
    expect(await http.get('/x', asked)).toEqual({ id: 'a' })
    expect(waits).toEqual([7000])
  })

  it('backs off longer each time on errors of the server, and gives up as failed', async () => {
    const { http, waits, requests } = await against({ 'GET /x': { status: 503 } }, { attempts: 4 })
    expect(await failureOf(http.get('/x', asked))).toMatchObject({ status: 'failed', reason: 'unavailable' })
    expect(requests).toHaveLength(4)
    expect(waits).toEqual([250, 500, 1000])
  })

  it('is throttled, not empty, where 429 never ends or asks for too long', async () => {
    const routes = { 'GET /x': { status: 429, headers: { 'retry-after': '86400' } } }
    const { http, requests } = await against(routes)
    expect(await failureOf(http.get('/x', asked))).toMatchObject({
      status: 'throttled',
      reason: 'rate-limit',
    })
    expect(requests).toHaveLength(1)
  })

  it('tries again after a cut connection', async () => {
    const { http } = await against({
      'GET /x': [
        { cut: 'before-answer' },
        { cut: 'in-body', json: { id: 'a long enough body' } },
        { json: { id: 'a' } },
      ],
    })
    expect(await http.get('/x', asked)).toEqual({ id: 'a' })
  })

  it('does not wait for a body that never ends', async () => {
    const text = JSON.stringify({ id: 'x'.repeat(100) })
    const { http } = await against(
      { 'GET /x': { text, slow: { bytes: 1, everyMs: 20 } } },
      { timeoutMs: 60, attempts: 1 },
    )
    const failure = await failureOf(http.get('/x', asked))
    expect(failure).toMatchObject({ status: 'failed', reason: 'unavailable' })
    expect(failure.message).toContain('time-out')
  })

  it('refuses an answer that is too large', async () => {
    const { http } = await against({ 'GET /x': { text: 'x'.repeat(5000) } }, { maxBodyBytes: 1000 })
    expect(await failureOf(http.get('/x', asked))).toMatchObject({ reason: 'answer-too-large' })
  })

  it('sends the credentials to no other origin, neither by link nor by redirect', async () => {
    await using other = await startStandIn({ 'GET /x': { json: { id: 'a' } } })
    const { http } = await against({ 'GET /x': { status: 302, headers: { location: `${other.url}/x` } } })
    expect(await failureOf(http.get(`${other.url}/x`, asked))).toMatchObject({ reason: 'foreign-link' })
    expect(await failureOf(http.get('/x', asked))).toMatchObject({ reason: 'redirected' })
    expect(other.requests).toHaveLength(0)
  })

  it('says where an answer has another shape, and not what stands there', async () => {
    const { http } = await against({ 'GET /x': { json: { id: 12345 } }, 'GET /y': { text: '<html>' } })
    const failure = await failureOf(http.get('/x', asked))
    expect(failure).toMatchObject({ reason: 'unexpected-answer' })
    expect(failure.message).toMatch(/not known: id\.$/)
    expect(await failureOf(http.get('/y', asked))).toMatchObject({ reason: 'unexpected-answer' })
  })

  it('ends at once on abort', async () => {
    const abort = new AbortController()
    const { http } = await against({ 'GET /x': { delayMs: 5000, json: {} } }, { signal: abort.signal })
    setTimeout(() => abort.abort(new Error('Ctrl-C')), 10)
    expect(await failureOf(http.get('/x', asked))).toMatchObject({ message: 'Ctrl-C' })
  })

  it('is denied where a provider hides places behind a 404, and says so', async () => {
    const { http } = await against({}, { hidesBehind404: true })
    const failure = await failureOf(http.get('/gone', asked))
    expect(failure).toMatchObject({ status: 'denied', reason: 'things:read' })
    expect(failure.message).toContain('may not see it')
  })

  it('understands what a provider says in a way of its own', async () => {
    const { http } = await against(
      { 'GET /x': { status: 302, headers: { location: 'https://elsewhere.example/sign-in' } } },
      {
        refusal: ({ status }, { name, permission }) =>
          status === 302 ? new ScopeFailure('denied', permission, `${name}: sign in.`) : null,
      },
    )
    expect(await failureOf(http.get('/x', asked))).toMatchObject({
      status: 'denied',
      message: 'GET /x: sign in.',
    })
  })

  it('waits by a header of the provider where there is no Retry-After', async () => {
    const { http, waits } = await against(
      {
        'GET /x': [{ status: 429, headers: { 'ratelimit-reset': '42' } }, { json: { id: 'a' } }],
      },
      { waitMs: ({ headers }) => Number(headers.get('ratelimit-reset')) * 1000 },
    )
    await http.get('/x', asked)
    expect(waits).toEqual([42_000])
  })

  it('pauses where a good answer asks for it, and at no lower rate', async () => {
    const pauses: number[] = []
    const clock = { now: () => 0, sleep: async (ms: number) => void pauses.push(ms) }
    const budget = createRateBudget({ perSecond: 100, clock })
    const { http } = await against(
      { 'GET /x': { headers: { 'retry-after': '5' }, json: { id: 'a' } } },
      { budget },
    )
    await http.get('/x', asked)
    await http.get('/x', asked)
    expect(pauses).toEqual([5000])
    expect(budget.rate).toBe(100)
  })

  it('slows the budget down on 429', async () => {
    const budget = createRateBudget({ perSecond: 100 })
    const { http } = await against(
      { 'GET /x': [{ status: 429, headers: { 'retry-after': '0' } }, { json: { id: 'a' } }] },
      { budget },
    )
    await http.get('/x', asked)
    expect(budget.rate).toBeLessThan(60)
  })
})

describe('Retry-After', () => {
  const wall = () => Date.parse('2026-11-23T12:00:00Z')
  it.each([
    ['seconds', { 'retry-after': '3' }, 3000],
    ['a date', { 'retry-after': 'Mon, 23 Nov 2026 12:00:05 GMT' }, 5000],
    ['a date in the past', { 'retry-after': 'Mon, 23 Nov 2026 11:00:00 GMT' }, 0],
    [
      'a date by a clock that is an hour ahead',
      { 'retry-after': 'Mon, 23 Nov 2026 13:00:09 GMT', date: 'Mon, 23 Nov 2026 13:00:00 GMT' },
      9000,
    ],
    ['nonsense', { 'retry-after': 'soon' }, null],
  ])('is understood as %s', (_, headers, expected) => {
    expect(retryAfterMs(new Headers(headers), wall)).toBe(expected)
  })
})
