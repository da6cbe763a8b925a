import { contract, type Endpoint } from '@ai-census/api'
import { sessions, users } from '@ai-census/db'
import { eq } from '@ai-census/db/query'
import { withDatabases } from '@ai-census/db/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OPERATOR, type TestCollector, testCollector } from '../testing/collector.ts'
import { cookieFor, send, tokenFor } from '../testing/requests.ts'
import { ownCause } from './access-events.ts'
import { createToken, revokeToken } from './tokens.ts'

const people = ['viewer', 'auditor', 'governance', 'admin'] as const
const callers = [
  'nobody',
  ...people,
  'operator',
  'scanner',
  'expired token',
  'revoked token',
  'disabled user',
] as const
type Caller = (typeof callers)[number]

// Who may call what, written out a second time so that a slip in the first shows.
const everybody = callers
// A token that is sent and wrong is refused, even where none is needed.
const anybody = callers.filter((caller) => caller !== 'expired token' && caller !== 'revoked token')
const signedIn = [...people, 'operator'] as const
const audit = ['auditor', 'governance', 'admin', 'operator'] as const
const govern = ['governance', 'admin', 'operator'] as const
const administer = ['admin', 'operator'] as const
const report = ['scanner', 'operator'] as const

/** A new endpoint needs a row here: decide who may call it. */
const table: Readonly<Record<string, readonly Caller[]>> = {
  'get /healthz': everybody,
  'get /readyz': everybody,
  'get /metrics': signedIn,
  'get /api/v1/version': anybody,
  'get /api/v1/openapi.json': anybody,
  'get /api/v1/events': signedIn,

  'get /api/v1/sign-in-methods': anybody,
  'get /api/v1/oidc/start': anybody,
  'get /api/v1/oidc/callback': anybody,
  'post /api/v1/session': anybody,
  'get /api/v1/session': signedIn,
  'delete /api/v1/session': signedIn,
  'get /api/v1/sessions': signedIn,
  'delete /api/v1/sessions/{id}': signedIn,
  'post /api/v1/sign-in-links': administer,
  'get /api/v1/people': govern,
  'get /api/v1/users': administer,
  'post /api/v1/users': administer,
  'post /api/v1/users/{id}/sign-in-links': administer,
  'put /api/v1/users/{id}/role': administer,
  'post /api/v1/users/{id}/disable': administer,
  'post /api/v1/users/{id}/enable': administer,
  'get /api/v1/tokens': administer,
  'post /api/v1/tokens': administer,
  'delete /api/v1/tokens/{id}': administer,
  'get /api/v1/access-events': audit,

  'put /api/v1/scans/{scan}': report,
  'put /api/v1/scans/{scan}/report': report,
  'post /api/v1/scans/{scan}/confirm': report,
  'post /api/v1/scans/{scan}/finish': report,
  'get /api/v1/scans/{scan}/unregistered': report,
  'get /api/v1/fingerprint-key': report,

  'get /api/v1/overview': signedIn,
  'get /api/v1/systems': signedIn,
  'get /api/v1/systems.csv': signedIn,
  'get /api/v1/systems/{id}': signedIn,
  'get /api/v1/systems/{id}/evidence': signedIn,
  'get /api/v1/systems/{id}/relationships': signedIn,
  'get /api/v1/components/{id}/findings': signedIn,
  'get /api/v1/components/{id}/relationships': signedIn,
  'get /api/v1/systems/{id}/history': signedIn,
  'get /api/v1/systems/{id}/decisions': signedIn,
  'get /api/v1/systems/{id}/risk': signedIn,
  'post /api/v1/systems/{id}/risk/suggestion': signedIn,
  'get /api/v1/components': signedIn,
  'get /api/v1/components/{id}': signedIn,
  'get /api/v1/suppliers': signedIn,
  'get /api/v1/suppliers/{id}': signedIn,
  'get /api/v1/models': signedIn,
  'get /api/v1/models/{id}': signedIn,
  'get /api/v1/flags': signedIn,
  'get /api/v1/coverage': signedIn,
  'get /api/v1/coverage/groups': signedIn,
  'get /api/v1/coverage/permissions': signedIn,
  'get /api/v1/history': signedIn,
  'get /api/v1/history/states': signedIn,
  'get /api/v1/history/trend': signedIn,
  'get /api/v1/graph': signedIn,
  'get /api/v1/inventory/diff': signedIn,
  'get /api/v1/settings': signedIn,
  'get /api/v1/scans': signedIn,
  'get /api/v1/sources': signedIn,
  'get /api/v1/scans/{scan}': signedIn,
  'get /api/v1/scans/{scan}/scopes': signedIn,
  'get /api/v1/scans/{scan}/changes': signedIn,
  'get /api/v1/export/{format}': signedIn,

  'get /api/v1/triage': signedIn,
  'get /api/v1/triage-rules': signedIn,
  'post /api/v1/triage-rules/preview': signedIn,
  'get /api/v1/proposals': signedIn,
  'get /api/v1/decisions': signedIn,
  'post /api/v1/decisions': govern,
  'post /api/v1/decisions/batch': govern,

  'get /api/v1/notification-destinations': signedIn,
  'post /api/v1/notification-destinations': administer,
  'put /api/v1/notification-destinations/{id}': administer,
  'delete /api/v1/notification-destinations/{id}': administer,
  'post /api/v1/notification-destinations/{id}/secret': administer,
  'post /api/v1/notification-destinations/{id}/test': administer,
  'get /api/v1/notification-deliveries': signedIn,
  'post /api/v1/notification-deliveries/{id}/again': administer,

  'post /api/v1/register-imports': govern,
  'get /api/v1/register-imports': govern,
  'get /api/v1/register-imports/{id}': govern,
  'put /api/v1/register-imports/{id}/mapping': govern,
  'put /api/v1/register-imports/{id}/choices': govern,
  'get /api/v1/register-imports/{id}/plan': govern,
  'post /api/v1/register-imports/{id}/confirm': govern,
  'delete /api/v1/register-imports/{id}': govern,

  'get /api/v1/audit/log': audit,
  'get /api/v1/audit/head': audit,
  'get /api/v1/audit/decisions': audit,
  'get /api/v1/audit/ledger': audit,
  'get /api/v1/audit/evidence-pack': audit,
  'get /api/v1/audit/completeness': signedIn,
  'post /api/v1/audit/samples': audit,
  'get /api/v1/audit/samples': audit,
  'get /api/v1/audit/samples/{id}': audit,
  'get /api/v1/audit/samples/{id}/redrawn': audit,
  'post /api/v1/audit/samples/{id}/rows/{ordinal}/conclusions': audit,
}

const endpoints = Object.values(contract)
  .flatMap((module): unknown[] => Object.values(module))
  .filter((value): value is Endpoint => typeof value === 'object' && value !== null && 'path' in value)
const keyOf = ({ method, path }: Endpoint): string => `${method} ${path}`

const ID = '00000000-0000-4000-8000-000000000000'
const OWN_PAGE = { origin: 'http://127.0.0.1:7420', host: '127.0.0.1:7420' }

it('every endpoint of the contract has a row that says who may call it, and every row an endpoint', () => {
  expect(Object.keys(table).sort()).toEqual(endpoints.map(keyOf).sort())
})

withDatabases('access', (database) => {
  let collector: TestCollector
  beforeEach(() => {
    collector = testCollector(database())
  })
  afterEach(() => collector.stop())

  async function credentials(caller: Caller): Promise<Record<string, string>> {
    if (caller === 'nobody') return {}
    if (caller === 'operator') return { authorization: `Bearer ${OPERATOR}` }
    if (caller === 'scanner') return { authorization: `Bearer ${await tokenFor(collector, '*')}` }
    if (caller === 'expired token') return { authorization: `Bearer ${await expiredToken()}` }
    if (caller === 'revoked token') return { authorization: `Bearer ${await revokedToken()}` }
    if (caller === 'disabled user') return { cookie: await cookieOfDisabled() }
    return { cookie: await cookieFor(collector, caller) }
  }

  async function expiredToken(): Promise<string> {
    const wanted = { name: 'old', sources: ['*'], expiresAt: '2026-11-23T08:00:00.001Z' }
    const { token } = await createToken(collector.deps, wanted, ownCause)
    collector.clock.pass(1)
    return token
  }

  async function revokedToken(): Promise<string> {
    const { token, row } = await createToken(collector.deps, { name: 'lost', sources: ['*'] }, ownCause)
    await revokeToken(collector.deps, row.id, ownCause)
    return token
  }

  /** Disabled beside our own way, which also ends the sessions: the row alone must keep the person out. */
  async function cookieOfDisabled(): Promise<string> {
    const cookie = await cookieFor(collector, 'admin')
    const { orm } = database()
    await orm.update(users).set({ disabledAt: '2026-11-23T08:00:00.000Z' }).where(eq(users.id, 'admin'))
    expect(await orm.$count(sessions, eq(sessions.userId, 'admin'))).toBeGreaterThan(0)
    return cookie
  }

  const call = (endpoint: Endpoint, headers: Record<string, string>): Promise<Response> =>
    send(collector, endpoint.method.toUpperCase(), endpoint.path.replace(/\{\w+\}/g, ID), {
      headers: { 'content-type': 'application/json', ...headers },
      ...(endpoint.body ? { body: '{}' } : {}),
    })

  describe('of every endpoint', () => {
    it.each(callers)('is what the table says for: %s', async (caller) => {
      const wrong: string[] = []
      let own = await credentials(caller)
      for (const endpoint of endpoints) {
        const mayCall = table[keyOf(endpoint)]?.includes(caller) ?? false
        // A stream that is let through does not end.
        if (endpoint.media === 'text/event-stream' && mayCall) continue
        const { status } = await call(endpoint, { ...own, ...OWN_PAGE })
        const isRefused = status === 401 || status === 403
        if (isRefused === mayCall) wrong.push(`${keyOf(endpoint)}: ${status}`)
        // Signing out ends the session at hand; wrong tokens are slowed down.
        if (keyOf(endpoint) === 'delete /api/v1/session' && mayCall) own = await credentials(caller)
        collector.clock.pass(10_000)
      }
      expect(wrong).toEqual([])
    })

    it('says 401 to whom it does not know, and 403 to whom it knows', async () => {
      const known = new Set<Caller>([...signedIn, 'scanner'])
      for (const caller of callers) {
        const own = await credentials(caller)
        const endpoint = endpoints.find((one) => !table[keyOf(one)]?.includes(caller))
        if (!endpoint) continue
        const { status } = await call(endpoint, { ...own, ...OWN_PAGE })
        expect([caller, status]).toEqual([caller, known.has(caller) ? 403 : 401])
      }
    })
  })

  describe('from another site’s page', () => {
    const foreign: Record<string, Record<string, string>> = {
      'another origin': { origin: 'https://evil.example' },
      'an opaque origin': { origin: 'null' },
      'another port of this machine': { origin: 'http://127.0.0.1:9999' },
      'a browser that names the site only': { 'sec-fetch-site': 'cross-site' },
      'a sibling site': { 'sec-fetch-site': 'same-site' },
    }
    const changing = endpoints.filter(({ method }) => method !== 'get')

    it.each(Object.keys(foreign))('changes nothing at any endpoint: %s', async (name) => {
      const cookie = await cookieFor(collector, 'admin')
      const through: string[] = []
      const credentials: Record<string, string>[] = [{ cookie }, { authorization: `Bearer ${OPERATOR}` }, {}]
      for (const endpoint of changing)
        for (const own of credentials) {
          const { status } = await call(endpoint, { host: '127.0.0.1:7420', ...own, ...foreign[name] })
          if (status !== 403) through.push(`${keyOf(endpoint)}: ${status}`)
        }
      expect(through).toEqual([])
    })

    it('changes nothing with a cookie and no word about where it comes from', async () => {
      const cookie = await cookieFor(collector, 'admin')
      for (const endpoint of changing)
        expect([keyOf(endpoint), (await call(endpoint, { cookie })).status]).toEqual([keyOf(endpoint), 403])
    })
  })
})
