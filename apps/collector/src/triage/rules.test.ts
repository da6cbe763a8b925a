import type { NewDecision } from '@ai-census/api'
import { withDatabases } from '@ai-census/db/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { rebuildProjection } from '../reconcile/rebuild.ts'
import { type TestCollector, testCollector } from '../testing/collector.ts'
import { bodyOf, clientOf, cookieFor, day, finding, scanWith, send } from '../testing/requests.ts'

const match = { contexts: ['test' as const] }
const rule = { id: 'tests', name: 'Only tests', match, reason: 'nothing but tests' }
const inTest = finding('probe', { context: 'test' })

withDatabases('triage rules', (database) => {
  let collector: TestCollector
  beforeEach(async () => {
    collector = testCollector(database())
    await scanWith(
      collector,
      { scope: 'git:github.com/acme/probe', findings: [inTest] },
      { scope: 'git:github.com/acme/both', findings: [inTest, finding('bot')] },
    )
  })
  afterEach(() => collector.stop())

  const client = () => clientOf(collector)
  const decide = (body: NewDecision['body']) => client().POST('/api/v1/decisions', { body: { body } })
  const preview = async () => {
    const { data } = await client().POST('/api/v1/triage-rules/preview', { body: { match } })
    return data?.rows.map(({ groupKey }) => groupKey)
  }
  const dismissed = async () => {
    const { data } = await client().GET('/api/v1/systems', { params: { query: { rule: 'tests' } } })
    return data?.rows.map(({ groupKey, state }) => [groupKey, state])
  }
  const PROBE = 'repository:git:github.com/acme/probe'

  it('show what they would dismiss, and then dismiss just that', async () => {
    expect(await preview()).toEqual([PROBE])
    expect(await dismissed()).toEqual([])
    await decide({ type: 'set-rule', rule })
    expect(await dismissed()).toEqual([[PROBE, 'dismissed']])
    expect(await preview()).toEqual([])
    const { data } = await client().GET('/api/v1/triage-rules')
    expect(data?.rules).toEqual([expect.objectContaining({ ...rule, by: 'operator', systems: 1 })])
  })

  it('hold for what is found later, and let go what becomes more than they name', async () => {
    await decide({ type: 'set-rule', rule })
    await scanWith(collector, { scope: 'git:github.com/acme/later', findings: [inTest], at: day(1) })
    expect(await dismissed()).toHaveLength(2)
    await scanWith(collector, {
      scope: 'git:github.com/acme/probe',
      findings: [inTest, finding('bot')],
      at: day(2),
    })
    expect(await dismissed()).toEqual([['repository:git:github.com/acme/later', 'dismissed']])
    const { data } = await client().GET('/api/v1/triage')
    expect(data?.rows.map(({ groupKey }) => groupKey)).toContain(PROBE)
  })

  it('do not take again what a person brought back, before or after', async () => {
    await decide({ type: 'set-rule', rule })
    const [system] =
      (await client().GET('/api/v1/systems', { params: { query: { rule: 'tests' } } })).data?.rows ?? []
    await decide({ type: 'restore', system: system?.id ?? '' })
    expect(await dismissed()).toEqual([])
    expect(await preview()).toEqual([])
  })

  it('are the same after a rebuild, and gone when they are removed', async () => {
    await decide({ type: 'set-rule', rule })
    await rebuildProjection(collector.deps)
    expect(await dismissed()).toEqual([[PROBE, 'dismissed']])
    await decide({ type: 'remove-rule', rule: 'tests' })
    expect(await dismissed()).toEqual([])
    expect(await preview()).toEqual([PROBE])
  })

  it('refuse what cannot be: a rule that names nothing, one that is not there, a day that is past', async () => {
    const post = async (body: unknown) => {
      const response = await send(collector, 'POST', '/api/v1/decisions', { body: JSON.stringify({ body }) })
      return [response.status, (await bodyOf(response)).errors?.[0].place]
    }
    expect(await post({ type: 'set-rule', rule: { ...rule, match: {} } })).toEqual([422, 'body.rule.match'])
    expect(await post({ type: 'set-rule', rule: { ...rule, id: 'Not one' } })).toEqual([422, 'body.rule.id'])
    expect(await post({ type: 'set-rule', rule: { ...rule, expires: '2020-01-01' } })).toEqual([
      422,
      'body.rule.expires',
    ])
    expect(await post({ type: 'remove-rule', rule: 'no-such' })).toEqual([404, 'body.rule'])
  })

  it.each([
    ['viewer', 403],
    ['governance', 201],
  ] as const)('are made by those who govern: %s gets %i', async (role, status) => {
    const headers = {
      cookie: await cookieFor(collector, role),
      origin: 'http://127.0.0.1:7420',
      host: '127.0.0.1:7420',
      'content-type': 'application/json',
    }
    const body = JSON.stringify({ body: { type: 'set-rule', rule } })
    expect((await send(collector, 'POST', '/api/v1/decisions', { body, headers })).status).toBe(status)
  })
})
