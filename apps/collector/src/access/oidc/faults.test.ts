import { users } from '@ai-census/db'
import { withDatabases } from '@ai-census/db/testing'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Browser } from '../../testing/browser.ts'
import { type TestCollector, testCollector } from '../../testing/collector.ts'
import { type FaultyProvider, startFaultyProvider } from '../../testing/faulty-provider.ts'
import { settingsFor } from '../../testing/identity-provider.ts'

withDatabases('sign-in by a provider that is wrong', (database) => {
  let provider: FaultyProvider
  let collector: TestCollector
  beforeAll(async () => {
    provider = await startFaultyProvider()
  })
  beforeEach(() => {
    provider.reset()
    collector = testCollector(database(), { oidc: settingsFor(provider.issuer) })
  })
  afterEach(() => collector.stop())
  afterAll(() => provider.close())

  async function signIn(): Promise<string> {
    const { url } = await new Browser(collector).follow('/api/v1/oidc/start')
    return `${url.pathname}${url.search}`
  }

  async function refuses(reason: string): Promise<void> {
    expect(await signIn()).toBe(`/sign-in?reason=${reason}`)
    expect(await database().orm.$count(users)).toBe(0)
  }

  it('succeeds while nothing is wrong', async () => {
    expect(await signIn()).toBe('/')
  })

  describe('whose ID token', () => {
    const now = () => Math.floor(Date.now() / 1000)
    const wrongClaims: Record<string, () => Record<string, unknown>> = {
      'has another nonce': () => ({ nonce: 'another' }),
      'has no nonce': () => ({ nonce: undefined }),
      'is for another client': () => ({ aud: 'another-client' }),
      'is for several and was made for another': () => ({ aud: ['ai-census', 'other'], azp: 'other' }),
      'is of another issuer': () => ({ iss: 'https://other.example' }),
      'has expired beyond the tolerance': () => ({ exp: now() - 60 }),
      'never expires': () => ({ exp: undefined }),
      'is not valid yet': () => ({ nbf: now() + 300 }),
      'names nobody': () => ({ sub: undefined }),
    }
    it.each(Object.keys(wrongClaims))('%s: refused', async (fault) => {
      provider.claims = (right) => ({ ...right, ...wrongClaims[fault]?.() })
      await refuses('provider-invalid')
    })

    it.each(['stranger', 'client-secret', 'nobody'] as const)('is signed by %s: refused', async (signer) => {
      provider.signedBy = signer
      await refuses('provider-invalid')
    })

    it('expired within the clocks’ tolerance is taken', async () => {
      provider.claims = (right) => ({ ...right, exp: now() - 15 })
      expect(await signIn()).toBe('/')
    })
  })

  it('whose user info speaks of somebody else is refused', async () => {
    provider.claims = ({ groups: _, ...right }) => right
    expect(await signIn()).toBe('/')
    await database().empty()
    provider.userInfo = { sub: 'mallory', groups: ['census-admins'] }
    await refuses('provider-invalid')
  })

  it('that describes itself as another issuer is refused before anybody is sent there', async () => {
    provider.discovery = (right) => ({ ...right, issuer: 'https://other.example' })
    await refuses('provider-invalid')
  })

  it('that answers a page instead of tokens counts as not there', async () => {
    provider.tokenAnswer = { status: 200, type: 'text/html', body: '<h1>Maintenance</h1>' }
    await refuses('provider-unreachable')
  })

  it('that does not know this application says so', async () => {
    const body = JSON.stringify({ error: 'invalid_client' })
    provider.tokenAnswer = { status: 401, type: 'application/json', body }
    await refuses('provider-refused')
  })

  it('that answers no ID token is refused', async () => {
    const body = JSON.stringify({ access_token: 'x', token_type: 'Bearer' })
    provider.tokenAnswer = { status: 200, type: 'application/json', body }
    await refuses('provider-invalid')
  })
})
