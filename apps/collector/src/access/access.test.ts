import { contract, type Endpoint } from '@ai-census/api'
import { withDatabases } from '@ai-census/db/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TestCollector, testCollector } from '../testing/collector.ts'
import { bodyOf, clientOf, cookieFor, send, tokenFor } from '../testing/requests.ts'

const endpoints = Object.values(contract)
  .flatMap((module): unknown[] => Object.values(module))
  .filter((value): value is Endpoint => typeof value === 'object' && value !== null && 'path' in value)

const callers = ['nobody', 'scanner', 'viewer', 'auditor', 'governance', 'admin'] as const
type Caller = (typeof callers)[number]

/** Who may call what, written out a second time so that a slip in the first shows. */
const allowed: Record<Endpoint['access'], readonly Caller[]> = {
  public: callers,
  scanner: ['scanner'],
  viewer: ['viewer', 'auditor', 'governance', 'admin'],
  auditor: ['auditor', 'governance', 'admin'],
  governance: ['governance', 'admin'],
  admin: ['admin'],
}

const ID = '00000000-0000-4000-8000-000000000000'

withDatabases('access', (database) => {
  let collector: TestCollector
  beforeEach(() => {
    collector = testCollector(database())
  })
  afterEach(() => collector.stop())

  async function credentials(caller: Caller): Promise<Record<string, string>> {
    if (caller === 'nobody') return {}
    if (caller === 'scanner') return { authorization: `Bearer ${await tokenFor(collector, '*')}` }
    return { cookie: await cookieFor(collector, caller) }
  }

  describe('of every endpoint', () => {
    it.each(callers)('is what the contract says for: %s', async (caller) => {
      const own = await credentials(caller)
      const wrong: string[] = []
      for (const endpoint of endpoints) {
        if (endpoint.media === 'text/event-stream' && allowed[endpoint.access].includes(caller)) continue
        const response = await send(
          collector,
          endpoint.method.toUpperCase(),
          endpoint.path.replace(/\{\w+\}/g, ID),
          {
            headers: {
              ...own,
              origin: 'http://127.0.0.1:7420',
              host: '127.0.0.1:7420',
              'content-type': 'application/json',
            },
            ...(endpoint.body ? { body: '{}' } : {}),
          },
        )
        const isRefused = response.status === 401 || response.status === 403
        const mayCall = allowed[endpoint.access].includes(caller)
        // An empty sign-in is refused for what it says, not for who says it; signing out ends the session at hand.
        if (isRefused === mayCall) wrong.push(`${endpoint.method} ${endpoint.path}: ${response.status}`)
        if (endpoint.method === 'delete' && endpoint.path === '/api/v1/session')
          Object.assign(own, await credentials(caller))
      }
      expect(wrong).toEqual([])
    })
  })

  it('signs in once by a link’s code', async () => {
    const { data } = await clientOf(collector).POST('/api/v1/sign-in-links')
    const code = new URL(data?.link ?? '').hash.replace('#code=', '')
    const body = JSON.stringify({ code })
    const first = await send(collector, 'POST', '/api/v1/session', {
      body,
      headers: { 'content-type': 'application/json' },
    })
    expect(first.status).toBe(200)
    const cookie = first.headers.get('set-cookie') ?? ''
    expect(cookie).toContain('HttpOnly')
    expect(cookie).toContain('SameSite=Strict')
    const again = await send(collector, 'POST', '/api/v1/session', {
      body,
      headers: { 'content-type': 'application/json' },
    })
    expect(again.status).toBe(401)
    const session = await send(collector, 'GET', '/api/v1/session', {
      headers: { cookie: cookie.split(';')[0] ?? '' },
    })
    expect(await bodyOf(session)).toMatchObject({ user: 'owner', role: 'admin' })
  })

  it('does not take a link’s code after a quarter of an hour', async () => {
    const { code } = collector.deps.codes.issue({ user: 'owner', role: 'admin' })
    collector.clock.pass(15 * 60_000)
    const { response } = await clientOf(collector).POST('/api/v1/session', { body: { code } })
    expect(response.status).toBe(401)
  })

  it('lets nobody guess codes quickly', async () => {
    const guess = () => clientOf(collector).POST('/api/v1/session', { body: { code: 'a'.repeat(43) } })
    const statuses = []
    for (let i = 0; i < 11; i++) statuses.push((await guess()).response.status)
    expect(statuses).toEqual([...Array(10).fill(401), 429])
  })

  it('ends a session at sign-out and after a week', async () => {
    const headers = {
      cookie: await cookieFor(collector, 'viewer'),
      origin: 'http://127.0.0.1:7420',
      host: '127.0.0.1:7420',
    }
    const status = async () => (await send(collector, 'GET', '/api/v1/session', { headers })).status
    expect(await status()).toBe(200)
    await send(collector, 'DELETE', '/api/v1/session', { headers })
    expect(await status()).toBe(401)
    headers.cookie = await cookieFor(collector, 'viewer')
    collector.clock.pass(7 * 24 * 60 * 60_000)
    expect(await status()).toBe(401)
  })

  it('refuses a wrong, a revoked and an expired token', async () => {
    const admin = clientOf(collector)
    const make = async (expiresAt?: string) => {
      const { data } = await admin.POST('/api/v1/tokens', {
        body: { name: 'ci', sources: ['*'], ...(expiresAt ? { expiresAt } : {}) },
      })
      if (!data) throw new Error('no token')
      return data
    }
    const status = async (token: string) =>
      (await clientOf(collector, token).GET('/api/v1/fingerprint-key')).response.status
    const revoked = await make()
    const expired = await make('2026-11-23T08:30:00.000Z')
    expect(await Promise.all([status(revoked.token), status(expired.token)])).toEqual([200, 200])
    await admin.DELETE('/api/v1/tokens/{id}', { params: { path: { id: revoked.row.id } } })
    collector.clock.pass(30 * 60_000)
    expect(
      await Promise.all([status(revoked.token), status(expired.token), status('aic_wrong-token-of-mine-xx')]),
    ).toEqual([401, 401, 401])
  })

  it('keeps no token and no session as they are', async () => {
    const token = await tokenFor(collector, '*')
    const cookie = await cookieFor(collector, 'viewer')
    const { rows } = await database().pool.query(
      'select row_to_json(t)::text as text from scanner_token t union all select row_to_json(s)::text from session s',
    )
    const kept = JSON.stringify(rows)
    expect(kept).not.toContain(token.slice(4))
    expect(kept).not.toContain(cookie.split('=')[1])
  })

  it('says when a token was last used', async () => {
    const token = await tokenFor(collector, '*')
    await clientOf(collector, token).GET('/api/v1/fingerprint-key')
    const { data } = await clientOf(collector).GET('/api/v1/tokens')
    expect(data?.rows[0]?.lastUsedAt).toBe('2026-11-23T08:00:00.000Z')
  })
})
