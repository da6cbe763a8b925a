import { withDatabases } from '@ai-census/db/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TestCollector, testCollector } from '../testing/collector.ts'
import { bodyOf, clientOf, cookieFor, send } from '../testing/requests.ts'
import { makeOwnerLink } from './sign-in-link.ts'

const JSON_BODY = { 'content-type': 'application/json' }
const codeOf = (link: string | undefined): string => new URL(link ?? '').hash.replace('#code=', '')

withDatabases('sign-in by link', (database) => {
  let collector: TestCollector
  beforeEach(() => {
    collector = testCollector(database())
  })
  afterEach(() => collector.stop())

  const redeem = (code: string, at = collector) =>
    send(at, 'POST', '/api/v1/session', { body: JSON.stringify({ code }), headers: JSON_BODY })

  const ownerCode = async (): Promise<string> => {
    const { data } = await clientOf(collector).POST('/api/v1/sign-in-links')
    return codeOf(data?.link)
  }

  it('works once', async () => {
    const code = await ownerCode()
    const first = await redeem(code)
    expect(first.status).toBe(200)
    expect((await redeem(code)).status).toBe(401)
    const cookie = first.headers.get('set-cookie') ?? ''
    expect(cookie).toContain('HttpOnly')
    expect(cookie).toContain('SameSite=Strict')
    expect(cookie).not.toContain('Secure')
    const session = await send(collector, 'GET', '/api/v1/session', {
      headers: { cookie: cookie.split(';')[0] ?? '' },
    })
    expect(await bodyOf(session)).toMatchObject({ user: 'owner', role: 'admin' })
  })

  it('works for one of two who open it at once', async () => {
    const code = await ownerCode()
    const statuses = await Promise.all(
      [redeem(code), redeem(code)].map(async (answer) => (await answer).status),
    )
    expect(statuses.sort()).toEqual([200, 401])
  })

  it('does not work after a quarter of an hour', async () => {
    const code = await ownerCode()
    collector.clock.pass(15 * 60_000)
    expect((await redeem(code)).status).toBe(401)
  })

  it('outlives a restart, and works at another collector of the same database', async () => {
    const code = await ownerCode()
    const invited = await clientOf(collector).POST('/api/v1/users', {
      body: { email: 'maria@acme.example', role: 'auditor' },
    })
    await collector.stop()
    const other = testCollector(database())
    expect((await redeem(code, other)).status).toBe(200)
    const second = await redeem(codeOf(invited.data?.invitation.link), other)
    expect(await bodyOf(second)).toMatchObject({ user: 'maria@acme.example', role: 'auditor' })
    await other.stop()
  })

  it('lets nobody guess codes quickly, and counts failures only', async () => {
    for (let i = 0; i < 12; i++) expect((await redeem(await ownerCode())).status).toBe(200)
    const statuses = []
    for (let i = 0; i < 11; i++) statuses.push((await redeem('a'.repeat(43))).status)
    expect(statuses).toEqual([...Array(10).fill(401), 429])
    collector.clock.pass(6000)
    expect((await redeem('a'.repeat(43))).status).toBe(401)
  })

  it('says the same of a code that was wrong, used, too old, or of a disabled user', async () => {
    const client = clientOf(collector)
    const { data } = await client.POST('/api/v1/users', { body: { email: 'm@acme.example', role: 'viewer' } })
    const path = { params: { path: { id: data?.user.id ?? '' } } }
    await client.POST('/api/v1/users/{id}/disable', path)
    const used = await ownerCode()
    await redeem(used)
    const old = await ownerCode()
    collector.clock.pass(15 * 60_000)
    const answers = []
    for (const code of ['a'.repeat(43), used, old, codeOf(data?.invitation.link)]) {
      const { requestId: _, ...answer } = await bodyOf(await redeem(code))
      answers.push(JSON.stringify(answer))
    }
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toContain('"status":401')
  })

  it('replaces the session that the browser had', async () => {
    const before = await cookieFor(collector, 'viewer')
    const body = JSON.stringify({ code: await ownerCode() })
    const headers = { ...JSON_BODY, cookie: before, origin: 'http://127.0.0.1:7420', host: '127.0.0.1:7420' }
    await send(collector, 'POST', '/api/v1/session', { body, headers })
    expect((await send(collector, 'GET', '/api/v1/session', { headers: { cookie: before } })).status).toBe(
      401,
    )
  })

  it('of an administrator is for that person, not for the owner', async () => {
    const headers = {
      cookie: await cookieFor(collector, 'admin'),
      origin: 'http://127.0.0.1:7420',
      host: '127.0.0.1:7420',
    }
    const { link } = await bodyOf(await send(collector, 'POST', '/api/v1/sign-in-links', { headers }))
    expect(await bodyOf(await redeem(codeOf(link)))).toMatchObject({ user: 'admin', role: 'admin' })
  })

  it('keeps no code as it is', async () => {
    const code = await ownerCode()
    const { rows } = await database().pool.query('select row_to_json(c)::text as text from sign_in_code c')
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(code)
  })

  describe('of the owner', () => {
    const ownerDo = (what: 'disable' | 'enable') =>
      clientOf(collector).POST(`/api/v1/users/{id}/${what}`, { params: { path: { id: 'owner' } } })

    it('is not made while the owner is disabled and somebody else administrates', async () => {
      await ownerCode()
      await cookieFor(collector, 'admin')
      expect((await ownerDo('disable')).response.status).toBe(200)
      expect((await clientOf(collector).POST('/api/v1/sign-in-links')).response.status).toBe(409)
      await ownerDo('enable')
      expect((await redeem(await ownerCode())).status).toBe(200)
    })

    it('lets the owner in again when nobody else is left to administrate', async () => {
      await ownerCode()
      expect((await ownerDo('disable')).response.status).toBe(200)
      const made = await makeOwnerLink(collector.deps)
      expect(await bodyOf(await redeem(codeOf(made?.link)))).toMatchObject({ user: 'owner', role: 'admin' })
    })
  })

  it('over https keeps its cookie to this host and to https', async () => {
    const secure = testCollector(database(), { url: 'https://census.acme.example' })
    const { data } = await clientOf(secure).POST('/api/v1/sign-in-links')
    const cookie = (await redeem(codeOf(data?.link), secure)).headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^__Host-ai_census_session=/)
    expect(cookie).toContain('Secure')
    expect(cookie).toContain('Path=/')
    expect(cookie).not.toContain('Domain')
    const plain = cookie.split(';')[0]?.replace('__Host-', '') ?? ''
    const status = async (sent: string) =>
      (await send(secure, 'GET', '/api/v1/session', { headers: { cookie: sent } })).status
    expect([await status(cookie.split(';')[0] ?? ''), await status(plain)]).toEqual([200, 401])
    await secure.stop()
  })
})
