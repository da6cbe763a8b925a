import { accessEvents, users } from '@ai-census/db'
import { withDatabases } from '@ai-census/db/testing'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Browser } from '../../testing/browser.ts'
import { type TestCollector, testCollector } from '../../testing/collector.ts'
import {
  CLIENT_SECRET,
  type IdentityProvider,
  startIdentityProvider,
} from '../../testing/identity-provider.ts'
import { bodyOf, clientOf, send } from '../../testing/requests.ts'
import type { OidcSettings } from './settings.ts'

const START = '/api/v1/oidc/start'
const CALLBACK = 'http://127.0.0.1:7420/api/v1/oidc/callback'
const OWN_PAGE = { origin: 'http://127.0.0.1:7420', host: '127.0.0.1:7420' }

withDatabases('sign-in by the identity provider', (database) => {
  let provider: IdentityProvider
  let collector: TestCollector
  beforeAll(async () => {
    provider = await startIdentityProvider()
  })
  beforeEach(() => {
    provider.accounts.clear()
    provider.accounts.set('maria', {
      email: 'Maria@acme.example',
      email_verified: true,
      groups: ['everyone', 'ai-governance'],
    })
    provider.next = 'maria'
    collector = testCollector(database(), { oidc: provider.settings })
  })
  afterEach(() => collector.stop())
  afterAll(() => provider.close())

  async function restart(change: Partial<OidcSettings>): Promise<void> {
    await collector.stop()
    collector = testCollector(database(), { oidc: { ...provider.settings, ...change } })
  }

  /** Where the browser stands in the end: `/`, or `/sign-in?reason=…`. */
  async function signIn(browser = new Browser(collector), start = START): Promise<string> {
    const { url } = await browser.follow(start)
    return `${url.pathname}${url.search}`
  }

  const sessionOf = async (browser: Browser) =>
    bodyOf(await send(collector, 'GET', '/api/v1/session', { headers: { cookie: browser.cookiesOf() } }))

  it('is offered on the sign-in page', async () => {
    const { data } = await clientOf(collector).GET('/api/v1/sign-in-methods')
    expect(data).toEqual({ link: true, oidc: { name: 'Acme', start: START } })
  })

  it('lets a person in, by verified address, in the highest role of the groups, and leads back', async () => {
    const browser = new Browser(collector)
    expect(await signIn(browser, `${START}?next=/systems%3Fflag=unowned`)).toBe('/systems?flag=unowned')
    expect(await sessionOf(browser)).toMatchObject({ user: 'maria@acme.example', role: 'governance' })
    const { data } = await clientOf(collector).GET('/api/v1/users')
    expect(data?.rows[0]).toMatchObject({
      email: 'maria@acme.example',
      roleFrom: 'provider',
      state: 'active',
      issuer: provider.issuer,
    })
  })

  it('sends a state, a nonce and a code challenge, other ones each time', async () => {
    const asked = async () => {
      const location = (await new Browser(collector).get(START)).headers.get('location') ?? ''
      return Object.fromEntries(new URL(location).searchParams)
    }
    const [first, second] = [await asked(), await asked()]
    expect(first).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: CALLBACK,
      scope: 'openid email profile groups',
    })
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(first[name]).toMatch(/^[\w-]{43}$/)
      expect(first[name]).not.toBe(second[name])
    }
  })

  it('keeps the attempt in a cookie that scripts cannot read and that comes back with a redirect', async () => {
    const cookie = (await new Browser(collector).get(START)).headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^ai_census_sign_in=/)
    expect(cookie).toContain('HttpOnly')
    expect(cookie).toContain('SameSite=Lax')
  })

  it('refuses an answer to a sign-in that another browser began', async () => {
    const victim = new Browser(collector)
    const { url } = await new Browser(collector).follow(START, CALLBACK)
    expect(await signIn(victim, url.href)).toBe('/sign-in?reason=stale')
    await victim.get(START)
    expect(await signIn(victim, url.href)).toBe('/sign-in?reason=stale')
    expect(await database().orm.$count(users)).toBe(0)
  })

  it('refuses a changed state', async () => {
    const browser = new Browser(collector)
    const { url } = await browser.follow(START, CALLBACK)
    url.searchParams.set('state', 'A'.repeat(43))
    expect(await signIn(browser, url.href)).toBe('/sign-in?reason=stale')
  })

  it('takes a code once, whatever cookie comes with it', async () => {
    const browser = new Browser(collector)
    const { url } = await browser.follow(START, CALLBACK)
    const attempt = browser.cookiesOf()
    expect(await signIn(browser, url.href)).toBe('/')
    expect(await signIn(browser, url.href)).toBe('/sign-in?reason=stale')
    const replayed = await send(collector, 'GET', `${url.pathname}${url.search}`, {
      headers: { cookie: attempt },
    })
    expect(replayed.headers.get('location')).toContain('reason=stale')
  })

  it('refuses an answer that comes too late', async () => {
    const browser = new Browser(collector)
    const { url } = await browser.follow(START, CALLBACK)
    collector.clock.pass(600_000)
    expect(await signIn(browser, url.href)).toBe('/sign-in?reason=stale')
  })

  it('goes on when the provider signs with a new key', async () => {
    expect(await signIn()).toBe('/')
    await provider.rotateKey()
    expect(await signIn()).toBe('/')
  })

  it('says so when the person gives up there', async () => {
    provider.next = null
    expect(await signIn()).toBe('/sign-in?reason=provider-refused')
  })

  it('says so when the provider does not answer, before and after', async () => {
    const other = await startIdentityProvider()
    await restart(other.settings)
    const browser = new Browser(collector)
    other.next = 'maria'
    const { url } = await browser.follow(START, CALLBACK)
    await other.close()
    expect(await signIn(browser, url.href)).toBe('/sign-in?reason=provider-unreachable')
    expect(await signIn(new Browser(collector), `${START}?next=/audit`)).toBe(
      '/sign-in?reason=provider-unreachable&next=%2Faudit',
    )
  })

  describe('of a person without a role', () => {
    beforeEach(() => {
      provider.accounts.set('maria', { email: 'maria@acme.example', email_verified: true, groups: ['cooks'] })
    })

    it('is refused', async () => {
      expect(await signIn()).toBe('/sign-in?reason=not-allowed')
      expect(await database().orm.$count(users)).toBe(0)
    })

    it('gives the default role where there is one', async () => {
      await restart({ defaultRole: 'viewer' })
      const browser = new Browser(collector)
      expect(await signIn(browser)).toBe('/')
      expect(await sessionOf(browser)).toMatchObject({ role: 'viewer' })
    })

    it('ends the sessions that are open', async () => {
      provider.accounts.set('maria', { groups: ['everyone'] })
      const browser = new Browser(collector)
      expect(await signIn(browser)).toBe('/')
      provider.accounts.set('maria', { groups: [] })
      expect(await signIn()).toBe('/sign-in?reason=not-allowed')
      expect(await sessionOf(browser)).toMatchObject({ status: 401 })
    })
  })

  it('follows the groups at the next sign-in, also for sessions that are open', async () => {
    const browser = new Browser(collector)
    await signIn(browser)
    provider.accounts.set('maria', {
      email: 'maria@acme.example',
      email_verified: true,
      groups: ['everyone'],
    })
    await signIn()
    expect(await sessionOf(browser)).toMatchObject({ user: 'maria@acme.example', role: 'viewer' })
  })

  it('does not let in whom an administrator has disabled', async () => {
    const browser = new Browser(collector)
    await signIn(browser)
    const { data } = await clientOf(collector).GET('/api/v1/users')
    const id = data?.rows[0]?.id ?? ''
    await clientOf(collector).POST('/api/v1/users/{id}/disable', { params: { path: { id } } })
    expect(await sessionOf(browser)).toMatchObject({ status: 401 })
    expect(await signIn()).toBe('/sign-in?reason=not-allowed')
  })

  it('leaves roles to the groups: an administrator cannot give another one here', async () => {
    await signIn()
    const { data } = await clientOf(collector).GET('/api/v1/users')
    const id = data?.rows[0]?.id ?? ''
    const role = { params: { path: { id } }, body: { role: 'viewer' as const } }
    expect((await clientOf(collector).PUT('/api/v1/users/{id}/role', role)).response.status).toBe(409)
  })

  it('makes no links for people whom the provider vouches for', async () => {
    await signIn()
    const { data } = await clientOf(collector).GET('/api/v1/users')
    const path = { params: { path: { id: data?.rows[0]?.id ?? '' } } }
    const { response } = await clientOf(collector).POST('/api/v1/users/{id}/sign-in-links', path)
    expect(response.status).toBe(409)
  })

  describe('of a person who was invited', () => {
    const invite = () =>
      clientOf(collector).POST('/api/v1/users', { body: { email: 'maria@acme.example', role: 'admin' } })

    it('meets the invitation by the verified address, and ends its link', async () => {
      await restart({ roles: null })
      const { data } = await invite()
      const browser = new Browser(collector)
      expect(await signIn(browser)).toBe('/')
      expect(await sessionOf(browser)).toMatchObject({ user: 'maria@acme.example', role: 'admin' })
      expect(await database().orm.$count(users)).toBe(1)
      const code = new URL(data?.invitation.link ?? '').hash.replace('#code=', '')
      expect((await clientOf(collector).POST('/api/v1/session', { body: { code } })).response.status).toBe(
        401,
      )
    })

    it('is somebody else by an address that nobody verified', async () => {
      await invite()
      provider.accounts.set('maria', { email: 'maria@acme.example', groups: ['everyone'] })
      const browser = new Browser(collector)
      expect(await signIn(browser)).toBe('/')
      expect(await sessionOf(browser)).toMatchObject({ user: 'maria', role: 'viewer' })
      expect(await database().orm.$count(users)).toBe(2)
    })

    it('is not taken over by another subject with the same address', async () => {
      await signIn()
      provider.accounts.set('mallory', {
        email: 'maria@acme.example',
        email_verified: true,
        groups: ['everyone'],
      })
      provider.next = 'mallory'
      const browser = new Browser(collector)
      expect(await signIn(browser)).toBe('/')
      expect(await sessionOf(browser)).toMatchObject({ user: 'maria@acme.example (2)', role: 'viewer' })
    })
  })

  it('with allowed domains lets in verified addresses of those alone', async () => {
    await restart({ emailDomains: new Set(['acme.example']) })
    expect(await signIn()).toBe('/')
    for (const account of [
      { email: 'maria@evil.example', email_verified: true, groups: ['everyone'] },
      { email: 'maria@acme.example', email_verified: false, groups: ['everyone'] },
      { email: 'maria@acme.example@evil.example', email_verified: true, groups: ['everyone'] },
      { groups: ['everyone'] },
    ]) {
      provider.accounts.set('maria', account)
      expect(await signIn()).toBe('/sign-in?reason=not-allowed')
    }
  })

  it('signs out at the provider as well', async () => {
    const browser = new Browser(collector)
    await signIn(browser)
    const response = await send(collector, 'DELETE', '/api/v1/session', {
      headers: { ...OWN_PAGE, cookie: browser.cookiesOf() },
    })
    const { endSession } = await bodyOf(response)
    expect(new URL(endSession).origin).toBe(provider.issuer)
    expect(Object.fromEntries(new URL(endSession).searchParams)).toEqual({
      client_id: 'ai-census',
      post_logout_redirect_uri: 'http://127.0.0.1:7420/sign-in',
    })
    expect((await browser.get(endSession)).status).toBe(200)
  })

  it('leads to no other site afterwards', async () => {
    for (const next of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '/api/v1/session',
      '\r\nx: y',
    ])
      expect(await signIn(new Browser(collector), `${START}?next=${encodeURIComponent(next)}`)).toBe('/')
  })

  it('is written down, without a secret', async () => {
    const browser = new Browser(collector)
    await signIn(browser)
    await signIn(browser, `${CALLBACK}?code=a-code-that-is-secret&state=x`)
    const rows = await database().orm.select().from(accessEvents).orderBy(accessEvents.at, accessEvents.id)
    expect(rows.map(({ type, actor, subject }) => [type, actor, subject]).sort()).toEqual([
      ['sign-in-failed', 'anonymous', null],
      ['signed-in', 'maria@acme.example', null],
      ['user-made', 'provider', 'maria@acme.example'],
    ])
    const kept = JSON.stringify(rows)
    expect(kept).not.toContain('a-code-that-is-secret')
    expect(kept).not.toContain(CLIENT_SECRET)
  })

  it('is answered with 404 where no provider is configured', async () => {
    const without = testCollector(database())
    expect((await send(without, 'GET', START)).status).toBe(404)
    expect((await send(without, 'GET', '/api/v1/oidc/callback')).status).toBe(404)
    expect((await clientOf(without).GET('/api/v1/sign-in-methods')).data).toEqual({ link: true, oidc: null })
    await without.stop()
  })
})
