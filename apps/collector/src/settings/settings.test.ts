import type { NewDecision } from '@ai-census/api'
import { withDatabases } from '@ai-census/db/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { rebuildProjection } from '../reconcile/rebuild.ts'
import { type TestCollector, testCollector } from '../testing/collector.ts'
import { bodyOf, clientOf, cookieFor, day, finding, scanWith, send } from '../testing/requests.ts'

withDatabases('settings', (database) => {
  let collector: TestCollector
  beforeEach(() => {
    collector = testCollector(database())
  })
  afterEach(() => collector.stop())

  const decide = (body: NewDecision['body']) =>
    clientOf(collector).POST('/api/v1/decisions', { body: { body } })
  const settings = async () => (await clientOf(collector).GET('/api/v1/settings')).data?.settings
  const firstSystem = async () => {
    const [system] = (await clientOf(collector).GET('/api/v1/systems')).data?.rows ?? []
    if (!system) throw new Error('no system')
    return system
  }

  it('are changed by a decision, and are what they were when it is revoked', async () => {
    expect((await settings())?.riskLevels).toEqual(['low', 'medium', 'high'])
    await decide({ type: 'configure', settings: { riskLevels: ['minor', 'major'] } })
    expect(await settings()).toMatchObject({ riskLevels: ['minor', 'major'], staleDays: 30 })
    await decide({ type: 'revoke', sequence: 1 })
    expect((await settings())?.riskLevels).toEqual(['low', 'medium', 'high'])
  })

  it.each([
    ['governance', 403],
    ['auditor', 403],
    ['admin', 201],
  ] as const)('are not everybody’s to change: %s gets %i', async (role, status) => {
    const body = JSON.stringify({ body: { type: 'configure', settings: { staleDays: 7 } } })
    const headers = {
      cookie: await cookieFor(collector, role),
      origin: 'http://127.0.0.1:7420',
      host: '127.0.0.1:7420',
      'content-type': 'application/json',
    }
    expect((await send(collector, 'POST', '/api/v1/decisions', { body, headers })).status).toBe(status)
    const batch = JSON.stringify({ decisions: [JSON.parse(body)] })
    const many = await send(collector, 'POST', '/api/v1/decisions/batch', { body: batch, headers })
    expect(many.status).toBe(status)
    if (status === 403 && role === 'governance')
      expect((await bodyOf(many)).errors[0].place).toBe('decisions[0].body.type')
  })

  it('are not taken back by who may not set them', async () => {
    await decide({ type: 'configure', settings: { staleDays: 7 } })
    const body = JSON.stringify({ body: { type: 'revoke', sequence: 1 } })
    const headers = {
      cookie: await cookieFor(collector, 'governance'),
      origin: 'http://127.0.0.1:7420',
      host: '127.0.0.1:7420',
      'content-type': 'application/json',
    }
    expect((await send(collector, 'POST', '/api/v1/decisions', { body, headers })).status).toBe(403)
    const batch = JSON.stringify({ decisions: [JSON.parse(body)] })
    const many = await send(collector, 'POST', '/api/v1/decisions/batch', { body: batch, headers })
    expect([many.status, (await bodyOf(many)).errors[0].place]).toEqual([403, 'decisions[0].body.sequence'])
    expect((await settings())?.staleDays).toBe(7)
    // Nor are they brought back, by taking back what took them away.
    await decide({ type: 'revoke', sequence: 1 })
    const again = JSON.stringify({ body: { type: 'revoke', sequence: 2 } })
    expect((await send(collector, 'POST', '/api/v1/decisions', { body: again, headers })).status).toBe(403)
    expect((await settings())?.staleDays).toBe(30)
  })

  it('say who set what when, and are not overwritten unseen', async () => {
    const view = async () => (await clientOf(collector).GET('/api/v1/settings')).data
    const seen = await view()
    expect(seen?.setBy).toEqual({})
    const change = (staleDays: number, ifVersion: string) =>
      clientOf(collector).POST('/api/v1/decisions', {
        body: { body: { type: 'configure', settings: { staleDays }, reason: 'Nightly' }, ifVersion },
      })
    expect((await change(7, seen?.version ?? '')).response.status).toBe(201)
    expect((await change(9, seen?.version ?? '')).response.status).toBe(412)
    const now = await view()
    expect(now?.setBy.staleDays).toMatchObject({ sequence: 1, reason: 'Nightly' })
    expect([now?.settings.staleDays, now?.defaults.staleDays]).toEqual([7, 30])
    expect((await change(9, now?.version ?? '')).response.status).toBe(201)
  })

  it.each([
    { riskLevels: ['only'] },
    { riskLevels: ['Low', 'low'] },
    { riskLevels: ['a,b', 'c'] },
    { brakeShare: 0 },
    { staleDays: 1e9 },
    {},
  ])('refuse %j', async (wrong) => {
    const body = JSON.stringify({ body: { type: 'configure', settings: wrong } })
    expect((await send(collector, 'POST', '/api/v1/decisions', { body })).status).toBe(422)
  })

  it('that take a level away leave its systems unrated by that name, and a rebuild says the same', async () => {
    await scanWith(collector, {})
    const { id, groupKey } = await firstSystem()
    const fields = { name: 'Shop', riskLevel: 'high' }
    await decide({ type: 'register', system: id, groupKeys: [groupKey], anchors: [], fields })
    await decide({ type: 'configure', settings: { riskLevels: ['minor', 'major'] } })
    const flags = async () =>
      (
        await clientOf(collector).GET('/api/v1/flags', {
          params: { query: { id: 'unrated', subject: id, subjectType: 'system' } },
        })
      ).data?.rows
    expect((await flags())?.[0]?.reason).toContain('“high”')
    const before = await flags()
    await rebuildProjection(collector.deps)
    expect(await flags()).toEqual(before)
  })

  it('set the mass-change brake', async () => {
    const keys = ['a', 'b', 'c']
    await scanWith(collector, { keys })
    await decide({ type: 'configure', settings: { brakeLeast: 2, brakeShare: 0.1 } })
    const [answer] = await scanWith(collector, { findings: [finding('a')], at: day(1) })
    expect(answer?.change.held).toBe(true)
  })
})
