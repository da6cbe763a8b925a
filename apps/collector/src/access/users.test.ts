import { withDatabases } from '@ai-census/db/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TestCollector, testCollector } from '../testing/collector.ts'
import { clientOf, cookieFor, send } from '../testing/requests.ts'

const OWN_PAGE = { origin: 'http://127.0.0.1:7420', host: '127.0.0.1:7420' }

withDatabases('users', (database) => {
  let collector: TestCollector
  beforeEach(() => {
    collector = testCollector(database())
  })
  afterEach(() => collector.stop())

  const invite = (email: string, role: 'viewer' | 'admin' = 'viewer') =>
    clientOf(collector).POST('/api/v1/users', { body: { email, role } })
  const path = (id: string) => ({ params: { path: { id } } })
  const setRole = (id: string, role: 'viewer' | 'auditor' | 'admin') =>
    clientOf(collector).PUT('/api/v1/users/{id}/role', { ...path(id), body: { role } })
  const disable = (id: string) => clientOf(collector).POST('/api/v1/users/{id}/disable', path(id))
  const enable = (id: string) => clientOf(collector).POST('/api/v1/users/{id}/enable', path(id))
  const statusAs = async (cookie: string, path = '/api/v1/session') =>
    (await send(collector, 'GET', path, { headers: { ...OWN_PAGE, cookie } })).status

  it('are invited by address, whatever its letters’ case, and once', async () => {
    const { data } = await invite('Maria@Acme.Example')
    expect(data?.user).toMatchObject({ name: 'maria@acme.example', state: 'invited', createdBy: 'operator' })
    expect(data?.invitation.link).toMatch(/^http:\/\/127\.0\.0\.1:7420\/sign-in#code=[\w-]{43}$/)
    expect(data?.invitation.expiresAt).toBe('2026-11-30T08:00:00.000Z')
    expect((await invite('maria@acme.example')).response.status).toBe(409)
    expect((await invite('no address')).response.status).toBe(422)
  })

  it('get a new link, after which the one before does not work', async () => {
    const { data } = await invite('maria@acme.example')
    const { data: again } = await clientOf(collector).POST(
      '/api/v1/users/{id}/sign-in-links',
      path(data?.user.id ?? ''),
    )
    const statusOf = async (link: string | undefined) => {
      const code = new URL(link ?? '').hash.replace('#code=', '')
      return (await clientOf(collector).POST('/api/v1/session', { body: { code } })).response.status
    }
    expect(await statusOf(data?.invitation.link)).toBe(401)
    expect(await statusOf(again?.link)).toBe(200)
  })

  it('are offered for work by name and role alone, and only to who gives it', async () => {
    const { data: gone } = await invite('gone@acme.example')
    await invite('maria@acme.example')
    await disable(gone?.user.id ?? '')
    const { data } = await clientOf(collector).GET('/api/v1/people', {
      params: { query: { search: 'acme' } },
    })
    expect(data?.people).toEqual([{ name: 'maria@acme.example', role: 'viewer' }])
    expect(await statusAs(await cookieFor(collector, 'governance'), '/api/v1/people')).toBe(200)
    expect(await statusAs(await cookieFor(collector, 'auditor'), '/api/v1/people')).toBe(403)
  })

  it('are found by name, role and state, page by page', async () => {
    for (const name of ['a', 'b', 'c']) await invite(`${name}@acme.example`)
    await cookieFor(collector, 'admin')
    const list = async (query: Record<string, string | number>) =>
      (await clientOf(collector).GET('/api/v1/users', { params: { query } })).data
    expect((await list({ search: 'B@' }))?.rows.map(({ name }) => name)).toEqual(['b@acme.example'])
    expect((await list({ state: 'active' }))?.rows.map(({ name }) => name)).toEqual(['admin'])
    expect((await list({ role: 'viewer,auditor' }))?.total).toBe(3)
    const first = await list({ limit: 3 })
    const second = await list({ limit: 3, cursor: first?.next ?? '' })
    expect(second?.rows.map(({ name }) => name)).toEqual(['c@acme.example'])
  })

  it('may at once what their new role may, and no more, in sessions that are open', async () => {
    await cookieFor(collector, 'admin')
    const cookie = await cookieFor(collector, 'viewer')
    const seesTokens = () => statusAs(cookie, '/api/v1/tokens')
    expect(await seesTokens()).toBe(403)
    await setRole('viewer', 'admin')
    expect(await seesTokens()).toBe(200)
    await setRole('viewer', 'auditor')
    expect(await seesTokens()).toBe(403)
  })

  it('are out at once when they are disabled, and sign in anew when they are enabled', async () => {
    const cookie = await cookieFor(collector, 'viewer')
    expect((await disable('viewer')).data).toMatchObject({ state: 'disabled' })
    expect(await statusAs(cookie)).toBe(401)
    expect((await enable('viewer')).data).toMatchObject({ state: 'active' })
    expect(await statusAs(cookie)).toBe(401)
    const { data } = await clientOf(collector).POST('/api/v1/users/{id}/sign-in-links', path('viewer'))
    const code = new URL(data?.link ?? '').hash.replace('#code=', '')
    expect((await clientOf(collector).POST('/api/v1/session', { body: { code } })).response.status).toBe(200)
  })

  it('hear no more in a stream of events that was open', async () => {
    const cookie = await cookieFor(collector, 'viewer')
    const stream = await send(collector, 'GET', '/api/v1/events', { headers: { ...OWN_PAGE, cookie } })
    const reader = stream.body?.getReader()
    expect(new TextDecoder().decode((await reader?.read())?.value)).toContain('heartbeat')
    await disable('viewer')
    expect((await reader?.read())?.done).toBe(true)
  })

  describe('the last active administrator', () => {
    beforeEach(async () => {
      await cookieFor(collector, 'admin')
      // Invited and never signed in: nobody who could help.
      await invite('maria@acme.example', 'admin')
    })

    it('is neither demoted nor disabled', async () => {
      expect((await setRole('admin', 'viewer')).response.status).toBe(409)
      expect((await disable('admin')).response.status).toBe(409)
      expect((await setRole('admin', 'admin')).response.status).toBe(200)
    })

    it('is one of two who are removed at once', async () => {
      await cookieFor(collector, 'viewer')
      await setRole('viewer', 'admin')
      const statuses = await Promise.all([disable('admin'), disable('viewer')])
      expect(statuses.map(({ response }) => response.status).sort()).toEqual([200, 409])
    })

    it('is no longer the last once another has signed in', async () => {
      await cookieFor(collector, 'viewer')
      await setRole('viewer', 'admin')
      expect((await setRole('admin', 'viewer')).response.status).toBe(200)
      expect((await disable('viewer')).response.status).toBe(409)
    })
  })

  it('that are not there are not found', async () => {
    expect((await setRole('nobody', 'viewer')).response.status).toBe(404)
    expect((await disable('nobody')).response.status).toBe(404)
    expect((await enable('nobody')).response.status).toBe(404)
  })
})
