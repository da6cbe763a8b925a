import type { Reply } from '@ai-census/scanner-kit/testing'
import type { ScanReport } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import { permissionOf } from './operations.ts'
import { targets } from './table.ts'
import {
  type ArmCall,
  all,
  FOUNDRY,
  look,
  notAuthorised,
  OPENAI,
  refusal,
  SUBSCRIPTION,
  smallSubscription,
} from './testing/index.ts'

const estate = smallSubscription()
const at = 'microsoft.cognitiveservices'
const only = { services: at }
const ACCOUNTS = all('Microsoft.CognitiveServices/accounts')
const DEPLOYMENTS = 'Microsoft.CognitiveServices/accounts/deployments/read'

const when =
  (path: string | RegExp, reply: Reply | ((count: number) => Reply | null)) =>
  (call: ArmCall, count: number): Reply | null => {
    const isMeant = typeof path === 'string' ? call.path === path.toLowerCase() : path.test(call.path)
    if (!isMeant) return null
    return typeof reply === 'function' ? reply(count) : reply
  }
const cell = (report: ScanReport | undefined, type: string) =>
  report?.coverage.cells?.find((one) => one.type === type)

describe('an action that is not permitted', () => {
  it('leaves its cell denied, by the action’s name, and every other one as it was', async () => {
    const { reports } = await look(
      { estate, fault: when(/\/deployments$/, notAuthorised(DEPLOYMENTS)) },
      only,
    )
    expect(cell(reports[at], 'cognitive-deployment')).toMatchObject({ status: 'denied', reason: DEPLOYMENTS })
    expect(cell(reports[at], 'cognitive-account')).toMatchObject({ status: 'complete', resources: 3 })
    expect(reports[at]?.coverage).toMatchObject({ status: 'partial' })
    expect(reports[at]?.coverage.kinds).not.toContain('endpoint')
  })

  it('is known by its name in the form of older providers too', async () => {
    const Message = `The client 'c' does not have authorization to perform action '${DEPLOYMENTS}' over scope '/s'.`
    const { reports } = await look(
      { estate, fault: when(ACCOUNTS, { status: 403, json: { Code: 'AuthorizationFailed', Message } }) },
      only,
    )
    expect(cell(reports[at], 'cognitive-account')).toMatchObject({ status: 'denied', reason: DEPLOYMENTS })
  })

  it('in one account costs that account’s deployments alone, aloud', async () => {
    const { reports } = await look(
      { estate, fault: when(`${OPENAI}/deployments`, notAuthorised(DEPLOYMENTS)) },
      only,
    )
    expect(cell(reports[at], 'cognitive-deployment')).toMatchObject({
      status: 'partial',
      reason: DEPLOYMENTS,
    })
    expect(reports[at]?.findings.map(({ name }) => name)).toContain('mistral')
  })

  it('leaves no scope of any service complete, and names its action', async () => {
    const { reports } = await look({
      estate,
      fault: ({ path }) =>
        path === '/subscriptions' ? null : refusal(403, 'AuthorizationFailed', 'No action is named here.'),
    })
    for (const type of targets) {
      const report = reports[type.service]
      expect(report?.coverage.status, type.id).toBe('denied')
      // The targets' first operation is the one that lists.
      const [first] = type.operations
      expect(cell(report, type.id), type.id).toMatchObject({
        status: 'denied',
        reason: first && permissionOf(first),
      })
      expect(report?.findings).toEqual([])
    }
    expect(reports.subscription?.coverage).toMatchObject({
      status: 'denied',
      reason: 'Microsoft.Resources/subscriptions/providers/read',
    })
  })
})

describe('answers that are no list', () => {
  it.each<[string, Reply, string, string]>([
    ['401', refusal(401, 'InvalidAuthenticationToken'), 'denied', 'credentials'],
    ['401 of an expired token', refusal(401, 'ExpiredAuthenticationToken'), 'denied', 'credentials'],
    [
      '404 of the subscription',
      refusal(404, 'SubscriptionNotFound'),
      'denied',
      'Microsoft.Resources/subscriptions/read',
    ],
    ['404 of the list', refusal(404, 'NotFound'), 'failed', 'gone'],
    [
      '409 of the provider',
      refusal(409, 'MissingSubscriptionRegistration'),
      'not-enabled',
      'provider-not-registered',
    ],
    ['409', refusal(409, 'Conflict'), 'failed', 'unavailable'],
    ['400', refusal(400, 'BadRequest'), 'failed', 'BadRequest'],
    [
      '400 of a type the cloud lacks',
      refusal(400, 'InvalidResourceType'),
      'unsupported',
      'InvalidResourceType',
    ],
    [
      '400 of a version the cloud lacks',
      refusal(400, 'NoRegisteredProviderFound'),
      'failed',
      'NoRegisteredProviderFound',
    ],
    ['429', refusal(429, 'TooManyRequests'), 'throttled', 'rate-limit'],
    ['500', refusal(500, 'InternalServerError'), 'failed', 'unavailable'],
    ['502 of a gateway', { status: 502, text: '<html>' }, 'failed', 'unavailable'],
    [
      'a redirect',
      { status: 302, headers: { location: 'https://elsewhere.example' } },
      'failed',
      'redirected',
    ],
    ['a cut connection', { cut: 'before-answer' }, 'failed', 'unavailable'],
    ['half an answer', { cut: 'in-body', json: { value: [] } }, 'failed', 'unavailable'],
    ['no JSON', { text: 'hello' }, 'failed', 'unavailable'],
    ['another shape', { json: { values: [] } }, 'failed', 'unexpected-answer'],
  ])('%s', async (_, reply, status, reason) => {
    const { reports } = await look({ estate, fault: when(ACCOUNTS, reply) }, only)
    expect(cell(reports[at], 'cognitive-account')).toMatchObject({ status, reason })
    expect(cell(reports[at], 'cognitive-deployment')).toMatchObject({ status, reason })
    // What a cloud does not have at all is seen not to be there; nothing else is.
    if (status !== 'unsupported') expect(reports[at]?.coverage.kinds ?? []).not.toContain('endpoint')
  })

  it('an item without id and name is a gap, and no crash', async () => {
    const { reports } = await look(
      {
        estate: {
          ...estate,
          [ACCOUNTS]: [{ kind: 'OpenAI' }, { id: OPENAI, name: 'x', tags: 7, properties: 'no' }],
        },
      },
      only,
    )
    expect(cell(reports[at], 'cognitive-account')).toMatchObject({
      status: 'partial',
      reason: 'unexpected-answer',
      resources: 1,
    })
  })
})

describe('trouble on the way', () => {
  it('of 429 is waited for as long as is asked, in whichever header', async () => {
    const patient = (header: string, seconds: string) =>
      look(
        {
          estate,
          fault: when(ACCOUNTS, (count) =>
            count === 1 ? refusal(429, 'TooManyRequests', 'Later.', { [header]: seconds }) : null,
          ),
        },
        only,
      )
    for (const header of ['retry-after', 'x-ms-ratelimit-microsoft.costmanagement-entity-retry-after']) {
      const { reports, waited } = await patient(header, '40')
      expect(cell(reports[at], 'cognitive-account')?.status).toBe('complete')
      expect(waited).toBeGreaterThan(40_000)
    }
  })

  it('that passes leaves no trace', async () => {
    const flaky = when(/./, (count) => (count === 1 ? { cut: 'in-body', json: { value: [1, 2, 3] } } : null))
    const { reports } = await look({ estate, fault: flaky })
    expect(Object.values(reports).filter(({ coverage }) => coverage.status !== 'complete')).toEqual([])
  })

  it('with the second page keeps what the first one had', async () => {
    const fault = (call: ArmCall) =>
      call.path === ACCOUNTS && call.query.has('$skiptoken') ? refusal(500, 'InternalServerError') : null
    const { reports } = await look({ estate, pageSize: 1, fault }, only)
    expect(cell(reports[at], 'cognitive-account')).toMatchObject({ status: 'partial', resources: 1 })
  })

  it('with a mark that is no longer good keeps what came before it', async () => {
    const fault = (call: ArmCall) =>
      call.path === ACCOUNTS && call.query.has('$skiptoken')
        ? refusal(400, 'InvalidSkipToken', 'The skip token is no longer valid.')
        : null
    const { reports } = await look({ estate, pageSize: 1, fault }, only)
    expect(cell(reports[at], 'cognitive-account')).toMatchObject({ status: 'partial', resources: 1 })
    expect(reports[at]?.coverage.kinds ?? []).not.toContain('endpoint')
  })

  it('that is none but slowness is waited for', async () => {
    const fault = when(ACCOUNTS, {
      json: { value: estate[ACCOUNTS] },
      slow: { bytes: 400, everyMs: 5 },
    })
    const { reports } = await look({ estate, fault }, only)
    expect(cell(reports[at], 'cognitive-account')).toMatchObject({ status: 'complete', resources: 3 })
  })

  it('with an account that went away between two looks is none', async () => {
    const fault = when(new RegExp(`^${FOUNDRY}/`, 'i'), refusal(404, 'ResourceNotFound'))
    const { reports } = await look({ estate, fault }, only)
    expect(cell(reports[at], 'cognitive-deployment')).toMatchObject({ status: 'complete', resources: 2 })
  })

  it('with a list that goes in circles ends', async () => {
    const fault = (call: ArmCall): Reply | null =>
      call.path === ACCOUNTS
        ? { json: { value: [], nextLink: 'https://management.azure.com/again?api-version=1' } }
        : call.path === '/again'
          ? { json: { value: [], nextLink: 'https://management.azure.com/again?api-version=1' } }
          : null
    const { reports } = await look({ estate, fault }, only)
    expect(cell(reports[at], 'cognitive-account')).toMatchObject({
      status: 'partial',
      reason: 'pagination-loop',
    })
  })
})

describe('subscriptions', () => {
  it('whose provider is not registered have cells that say so', async () => {
    const providers = [{ namespace: 'Microsoft.Search', registrationState: 'NotRegistered' }]
    const { reports, calls } = await look({
      estate: { ...estate, [`/subscriptions/${SUBSCRIPTION}/providers`]: providers },
    })
    expect(reports['microsoft.search']?.coverage).toMatchObject({ status: 'not-enabled' })
    expect(cell(reports['microsoft.search'], 'search-service')?.status).toBe('not-enabled')
    expect(calls.some(({ path }) => path.includes('microsoft.search/searchservices'))).toBe(false)
  })

  it('below a management group are all looked at', async () => {
    const other = '11111111-1111-2222-3333-444444444444'
    const below = [
      { id: '/x', name: 'child', type: 'Microsoft.Management/managementGroups', properties: {} },
      { id: `/subscriptions/${SUBSCRIPTION}`, name: SUBSCRIPTION, type: '/subscriptions', properties: {} },
      {
        id: `/subscriptions/${other}`,
        name: other,
        type: '/subscriptions',
        properties: { displayName: 'Dev' },
      },
    ]
    const group = '/providers/microsoft.management/managementgroups/acme/descendants'
    const { reports } = await look(
      { estate: { ...estate, [group]: below }, pageSize: 1 },
      { ...only, managementGroup: 'acme' },
    )
    expect(Object.keys(reports).sort()).toEqual([
      `azure:${other}/${at}`,
      // What a provider has in a scope of its own belongs to it.
      `azure:${other}/${at}.managedcompute`,
      `azure:${other}/subscription`,
      at,
      `${at}.managedcompute`,
      'subscription',
    ])
  })

  it('that are named and may not be seen are denied, not absent', async () => {
    const fault = when(/^\/subscriptions\//, refusal(404, 'SubscriptionNotFound'))
    const { reports } = await look({ estate, fault }, { ...only, subscriptions: SUBSCRIPTION })
    expect(reports.subscription?.coverage).toMatchObject({
      status: 'denied',
      reason: 'Microsoft.Resources/subscriptions/read',
    })
    expect(reports[at]?.coverage.status).toBe('denied')
  })

  it('without credentials are asked for without any, and over plain http none of the machine’s are sent', async () => {
    const { calls } = await look({ estate }, { ...only, token: undefined })
    expect(new Set(calls.map(({ authorization }) => authorization))).toEqual(new Set([undefined]))
    const known = await look({ estate }, only)
    expect(new Set(known.calls.map(({ authorization }) => authorization))).toEqual(
      new Set(['Bearer an-access-token']),
    )
  })
})
