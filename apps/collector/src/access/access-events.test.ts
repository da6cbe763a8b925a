import type { AccessEventType } from '@ai-census/api'
import { withDatabases } from '@ai-census/db/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type TestCollector, testCollector } from '../testing/collector.ts'
import { clientOf, cookieFor, send } from '../testing/requests.ts'

const OWN_PAGE = { origin: 'http://127.0.0.1:7420', host: '127.0.0.1:7420' }

withDatabases('access events', (database) => {
  let collector: TestCollector
  beforeEach(() => {
    collector = testCollector(database())
  })
  afterEach(() => collector.stop())

  const list = async (query: { type?: string; subject?: string; limit?: number; cursor?: string } = {}) =>
    (await clientOf(collector).GET('/api/v1/access-events', { params: { query } })).data

  it('tell of every turn of access, newest first, and hold no secret', async () => {
    const secrets: string[] = []
    const client = clientOf(collector)
    const happened: AccessEventType[] = []
    const then = async (type: AccessEventType, act: () => Promise<unknown>) => {
      collector.clock.pass(1000)
      await act()
      happened.unshift(type)
    }
    const id = { params: { path: { id: '' } } }
    await then('user-invited', async () => {
      const { data } = await client.POST('/api/v1/users', {
        body: { email: 'm@acme.example', role: 'viewer' },
      })
      id.params.path.id = data?.user.id ?? ''
    })
    await then('link-made', async () => {
      const { data } = await client.POST('/api/v1/users/{id}/sign-in-links', id)
      secrets.push(new URL(data?.link ?? '').hash.replace('#code=', ''))
    })
    await then('signed-in', () => client.POST('/api/v1/session', { body: { code: secrets[0] ?? '' } }))
    await then('sign-in-failed', () => client.POST('/api/v1/session', { body: { code: secrets[0] ?? '' } }))
    await then('role-changed', () =>
      client.PUT('/api/v1/users/{id}/role', { ...id, body: { role: 'auditor' } }),
    )
    await then('session-revoked', async () => {
      const { data } = await client.GET('/api/v1/sessions')
      const path = { id: data?.rows[0]?.id ?? '' }
      await client.DELETE('/api/v1/sessions/{id}', { params: { path } })
    })
    await then('user-disabled', () => client.POST('/api/v1/users/{id}/disable', id))
    await then('user-enabled', () => client.POST('/api/v1/users/{id}/enable', id))
    await then('token-made', async () => {
      const { data } = await client.POST('/api/v1/tokens', { body: { name: 'ci', sources: ['code:*'] } })
      secrets.push(data?.token ?? '')
      id.params.path.id = data?.row.id ?? ''
    })
    await then('token-revoked', () => client.DELETE('/api/v1/tokens/{id}', id))
    await then('token-refused', () => clientOf(collector, secrets[1] ?? '').GET('/api/v1/fingerprint-key'))
    await then('signed-out', async () => {
      const headers = { ...OWN_PAGE, cookie: await cookieFor(collector, 'viewer') }
      await send(collector, 'DELETE', '/api/v1/session', { headers })
    })
    const { rows, total } = (await list()) ?? { rows: [], total: 0 }
    expect(rows.map(({ type }) => type)).toEqual(happened)
    expect(total).toBe(happened.length)
    for (const secret of secrets) expect(JSON.stringify(rows)).not.toContain(secret)
  })

  it('say who did what to whom, from where', async () => {
    const cookie = await cookieFor(collector, 'admin')
    await cookieFor(collector, 'viewer')
    await send(collector, 'PUT', '/api/v1/users/viewer/role', {
      headers: { ...OWN_PAGE, cookie, 'content-type': 'application/json', 'user-agent': 'curl/8.5.0' },
      body: JSON.stringify({ role: 'governance' }),
    })
    expect((await list({ type: 'role-changed' }))?.rows[0]).toMatchObject({
      at: '2026-11-23T08:00:00.000Z',
      actor: 'admin',
      subject: 'viewer',
      address: 'in-process',
      agent: 'curl/8.5.0',
      detail: { from: 'viewer', to: 'governance' },
    })
  })

  it('are found by what and by whom, page by page', async () => {
    for (const name of ['a', 'b', 'c']) {
      await clientOf(collector).POST('/api/v1/users', {
        body: { email: `${name}@acme.example`, role: 'viewer' },
      })
      collector.clock.pass(1000)
    }
    const first = await list({ type: 'user-invited,role-changed', limit: 2 })
    expect(first?.rows.map(({ subject }) => subject)).toEqual(['c@acme.example', 'b@acme.example'])
    const second = await list({ type: 'user-invited', limit: 2, cursor: first?.next ?? '' })
    expect(second?.rows.map(({ subject }) => subject)).toEqual(['a@acme.example'])
    expect((await list({ subject: 'b@acme.example' }))?.total).toBe(1)
  })

  it('of one scanner with an old token do not fill the log', async () => {
    for (let n = 0; n < 20; n++)
      await clientOf(collector, 'aic_wrong-token-of-mine').GET('/api/v1/fingerprint-key')
    expect((await list({ type: 'token-refused' }))?.total).toBe(3)
  })

  it('are kept for a year and a month', async () => {
    await clientOf(collector).POST('/api/v1/users', { body: { email: 'a@acme.example', role: 'viewer' } })
    collector.clock.pass(399 * 24 * 60 * 60_000)
    await cookieFor(collector, 'viewer')
    expect((await list())?.total).toBe(1)
    collector.clock.pass(24 * 60 * 60_000)
    await cookieFor(collector, 'viewer')
    expect((await list())?.total).toBe(0)
  })
})
