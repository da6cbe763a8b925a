import { withDatabases } from '@ai-census/db/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type TestCollector, testCollector } from '../testing/collector.ts'
import { bodyOf, clientOf, cookieFor, send } from '../testing/requests.ts'

const OWN_PAGE = { origin: 'http://127.0.0.1:7420', host: '127.0.0.1:7420' }
const HOUR_MS = 60 * 60_000

withDatabases('sessions', (database) => {
  let collector: TestCollector
  beforeEach(() => {
    collector = testCollector(database())
  })
  afterEach(() => collector.stop())

  const as = (cookie: string, method: string, path: string) =>
    send(collector, method, path, { headers: { ...OWN_PAGE, cookie } })
  const statusOf = async (cookie: string) => (await as(cookie, 'GET', '/api/v1/session')).status
  const listAs = async (cookie: string, query = '') =>
    (await bodyOf(await as(cookie, 'GET', `/api/v1/sessions${query}`))).rows

  it('end at sign-out', async () => {
    const cookie = await cookieFor(collector, 'viewer')
    expect(await statusOf(cookie)).toBe(200)
    const answer = await as(cookie, 'DELETE', '/api/v1/session')
    expect(answer.headers.get('set-cookie')).toContain('Max-Age=0')
    expect(await statusOf(cookie)).toBe(401)
  })

  it('end after three days without use, and after a week however much they are used', async () => {
    const idle = await cookieFor(collector, 'viewer')
    const busy = await cookieFor(collector, 'auditor')
    collector.clock.pass(71 * HOUR_MS)
    expect(await statusOf(busy)).toBe(200)
    collector.clock.pass(HOUR_MS)
    expect([await statusOf(idle), await statusOf(busy)]).toEqual([401, 200])
    collector.clock.pass(71 * HOUR_MS)
    expect(await statusOf(busy)).toBe(200)
    collector.clock.pass(25 * HOUR_MS)
    expect(await statusOf(busy)).toBe(401)
  })

  it('show when and where they are used, and which one asks', async () => {
    const first = await cookieFor(collector, 'viewer')
    await cookieFor(collector, 'viewer')
    collector.clock.pass(HOUR_MS)
    const rows = await listAs(first)
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatchObject({
      user: { name: 'viewer' },
      method: 'link',
      createdAt: '2026-11-23T08:00:00.000Z',
      lastUsedAt: '2026-11-23T09:00:00.000Z',
      expiresAt: '2026-11-26T09:00:00.000Z',
      current: true,
    })
    expect(rows[1]).toMatchObject({ lastUsedAt: '2026-11-23T08:00:00.000Z', current: false })
  })

  it('name the browser', async () => {
    const { data } = await clientOf(collector).POST('/api/v1/sign-in-links')
    const code = new URL(data?.link ?? '').hash.replace('#code=', '')
    const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
    await send(collector, 'POST', '/api/v1/session', {
      body: JSON.stringify({ code }),
      headers: { 'content-type': 'application/json', 'user-agent': agent },
    })
    const { data: sessions } = await clientOf(collector).GET('/api/v1/sessions')
    expect(sessions?.rows[0]?.agent).toBe('Firefox 140 on Linux')
  })

  it('are seen and ended by their owner, and by an administrator', async () => {
    const viewer = await cookieFor(collector, 'viewer')
    const auditor = await cookieFor(collector, 'auditor')
    const admin = await cookieFor(collector, 'admin')
    expect(await listAs(viewer)).toHaveLength(1)
    expect(await listAs(viewer, '?user=auditor')).toHaveLength(0)
    expect(await listAs(admin)).toHaveLength(3)
    const [{ id }] = await listAs(admin, '?user=auditor')
    expect((await as(viewer, 'DELETE', `/api/v1/sessions/${id}`)).status).toBe(404)
    expect(await statusOf(auditor)).toBe(200)
    expect((await as(admin, 'DELETE', `/api/v1/sessions/${id}`)).status).toBe(200)
    expect(await statusOf(auditor)).toBe(401)
    const [own] = await listAs(viewer)
    expect((await as(viewer, 'DELETE', `/api/v1/sessions/${own.id}`)).status).toBe(200)
    expect(await statusOf(viewer)).toBe(401)
  })

  it('are listed page by page', async () => {
    for (let n = 0; n < 3; n++) {
      await cookieFor(collector, 'viewer')
      collector.clock.pass(1000)
    }
    const { data: first } = await clientOf(collector).GET('/api/v1/sessions', {
      params: { query: { limit: 2 } },
    })
    const { data: second } = await clientOf(collector).GET('/api/v1/sessions', {
      params: { query: { limit: 2, cursor: first?.next ?? '' } },
    })
    const ids = [...(first?.rows ?? []), ...(second?.rows ?? [])].map(({ id }) => id)
    expect([new Set(ids).size, second?.next]).toEqual([3, null])
  })

  it('keep no secret as it is', async () => {
    const cookie = await cookieFor(collector, 'viewer')
    const { rows } = await database().pool.query('select row_to_json(s)::text as text from session s')
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(cookie.split('=')[1])
  })
})
