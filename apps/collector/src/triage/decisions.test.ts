import { randomUUID } from 'node:crypto'
import type { NewDecision } from '@ai-census/api'
import { withDatabases } from '@ai-census/db/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type TestCollector, testCollector } from '../testing/collector.ts'
import { clientOf, day, finding, scanWith } from '../testing/requests.ts'

withDatabases('decisions', (database) => {
  let collector: TestCollector
  beforeEach(() => {
    collector = testCollector(database())
  })
  afterEach(() => collector.stop())

  const decide = (decision: NewDecision) => clientOf(collector).POST('/api/v1/decisions', { body: decision })
  const systems = async () => (await clientOf(collector).GET('/api/v1/systems')).data?.rows ?? []
  const firstSystem = async () => {
    const [system] = await systems()
    if (!system) throw new Error('no system')
    return system
  }
  const register = async (name = 'Shop assistant'): Promise<NewDecision> => {
    const { id, groupKey } = await firstSystem()
    return {
      body: {
        type: 'register',
        system: id,
        groupKeys: [groupKey],
        anchors: [],
        fields: { name, riskLevel: 'high' },
      },
    }
  }

  it('answer with the system as it follows from them', async () => {
    await scanWith(collector, {})
    const { data } = await decide(await register())
    expect(data?.decision).toMatchObject({ sequence: 1, author: 'operator' })
    expect(data?.system?.system).toMatchObject({ state: 'registered', name: 'Shop assistant' })
    expect(data?.system?.decisions).toHaveLength(1)
  })

  it('survive every rescan', async () => {
    await scanWith(collector, { keys: ['a'] })
    await decide(await register())
    await scanWith(collector, { keys: ['b'], at: day(1) })
    await scanWith(collector, { keys: [], at: day(2) })
    await scanWith(collector, { findings: [finding('b', { supplier: 'anthropic' })], at: day(3) })
    expect(await systems()).toEqual([
      expect.objectContaining({ state: 'registered', name: 'Shop assistant' }),
    ])
  })

  it('are one when a retry sends them twice', async () => {
    await scanWith(collector, {})
    const decision = { ...(await register()), requestId: randomUUID() }
    const answers = await Promise.all([decide(decision), decide(decision)])
    expect(answers.map(({ data }) => data?.decision.sequence)).toEqual([1, 1])
    const { data } = await clientOf(collector).GET('/api/v1/decisions')
    expect(data?.rows).toHaveLength(1)
    const other = await decide({ ...(await register('Another')), requestId: decision.requestId })
    expect(other.response.status).toBe(409)
  })

  it('are refused when somebody else decided meanwhile', async () => {
    await scanWith(collector, {})
    const { id } = await firstSystem()
    const { data: seen } = await clientOf(collector).GET('/api/v1/systems/{id}', { params: { path: { id } } })
    const first = await decide({ ...(await register('Mine')), ifVersion: seen?.version })
    const second = await decide({ ...(await register('Yours')), ifVersion: seen?.version })
    expect([first.response.status, second.response.status]).toEqual([201, 412])
  })

  it('are refused where any of the systems that a person looked at changed or is gone', async () => {
    await scanWith(collector, { scope: 'git:github.com/acme/a' }, { scope: 'git:github.com/acme/b' })
    const [from, into] = (await systems()).map(({ id }) => id)
    if (!from || !into) throw new Error('two systems')
    const versionOf = async (id: string) =>
      (await clientOf(collector).GET('/api/v1/systems/{id}', { params: { path: { id } } })).data?.version ??
      ''
    const seen = { [from]: await versionOf(from), [into]: await versionOf(into) }
    const merge: NewDecision = { body: { type: 'merge', from, into }, ifVersions: seen }
    await decide({ body: { type: 'assign', system: from, assignee: 'ada' } })
    const late = await decide(merge)
    expect(late.response.status).toBe(412)
    expect(late.error?.errors?.[0]?.place).toBe(`ifVersions.${from}`)
    const now = { [from]: await versionOf(from), [into]: await versionOf(into) }
    expect((await decide({ ...merge, ifVersions: now })).response.status).toBe(201)
    const gone: NewDecision = {
      body: { type: 'assign', system: into, assignee: 'ben' },
      ifVersions: { [from]: now[from] ?? '' },
    }
    expect((await decide(gone)).response.status).toBe(412)
  })

  it('keep the version that a person saw when a rescan brings no news', async () => {
    await scanWith(collector, {})
    const { id } = await firstSystem()
    const { data: seen } = await clientOf(collector).GET('/api/v1/systems/{id}', { params: { path: { id } } })
    await scanWith(collector, { at: day(1) })
    const answer = await decide({ ...(await register()), ifVersion: seen?.version })
    expect(answer.response.status).toBe(201)
  })

  it.each<NewDecision['body']>([
    { type: 'set-fields', system: 'sys_none', fields: { name: 'x' } },
    { type: 'dismiss', system: 'sys_none', reason: 'no such thing' },
    { type: 'merge', from: 'sys_none', into: 'sys_none2' },
    { type: 'revoke', sequence: 7 },
    { type: 'review-supplier', supplier: 'nobody', review: 'approved' },
  ])('are refused where they speak of what is not there: %j', async (body) => {
    expect((await decide({ body })).response.status).toBe(404)
    expect((await clientOf(collector).GET('/api/v1/decisions')).data?.rows).toEqual([])
  })

  it('take a system out of the queue and put it back', async () => {
    await scanWith(collector, {})
    const queue = async () => (await clientOf(collector).GET('/api/v1/triage')).data?.total
    const { id } = await firstSystem()
    expect(await queue()).toBe(1)
    await decide({ body: { type: 'dismiss', system: id, reason: 'a demonstration' } })
    expect(await queue()).toBe(0)
    await decide({ body: { type: 'restore', system: id } })
    expect(await queue()).toBe(1)
  })

  it('review a supplier', async () => {
    await scanWith(collector, {})
    await decide({
      body: { type: 'review-supplier', supplier: 'openai', review: 'approved', nextReview: '2027-11-23' },
    })
    const { data } = await clientOf(collector).GET('/api/v1/suppliers/{id}', {
      params: { path: { id: 'openai' } },
    })
    expect(data?.supplier).toMatchObject({ review: 'approved', nextReview: '2027-11-23' })
  })

  it('review a supplier only as it was seen: what scans find is no news, another review or its end is', async () => {
    await scanWith(collector, {})
    const openai = { params: { path: { id: 'openai' } } }
    const versionNow = async () =>
      (await clientOf(collector).GET('/api/v1/suppliers/{id}', openai)).data?.version ?? ''
    const review = (ifVersion: string) =>
      clientOf(collector).POST('/api/v1/decisions', {
        body: { body: { type: 'review-supplier', supplier: 'openai', review: 'restricted' }, ifVersion },
      })
    const first = await versionNow()
    await scanWith(collector, { findings: [finding('b')], at: day(3) })
    expect(await versionNow()).toBe(first)
    const { data: filed } = await review(first)
    expect((await review(first)).response.status).toBe(412)
    const second = await versionNow()
    await decide({ body: { type: 'revoke', sequence: filed?.decision.sequence ?? 0 } })
    expect((await review(second)).response.status).toBe(412)
    expect((await review(await versionNow())).response.status).toBe(201)
  })

  it('say what took them back, and no more once that was taken back itself', async () => {
    await scanWith(collector, {})
    await decide(await register())
    const { id } = await firstSystem()
    const revoked = async () => {
      const { data: log } = await clientOf(collector).GET('/api/v1/decisions')
      const path = { params: { path: { id } } }
      const { data: own } = await clientOf(collector).GET('/api/v1/systems/{id}/decisions', path)
      const [registered] = log?.rows.filter(({ sequence }) => sequence === 1) ?? []
      expect(own?.rows).toEqual([registered])
      return log?.rows.map((row) => row.revokedBy?.sequence ?? null).toReversed()
    }
    const takeBack = (sequence: number) => decide({ body: { type: 'revoke', sequence } })
    expect(await revoked()).toEqual([null])
    await takeBack(1)
    expect(await revoked()).toEqual([2, null])
    await takeBack(2)
    expect(await revoked()).toEqual([null, 3, null])
    await takeBack(3)
    expect(await revoked()).toEqual([2, null, 4, null])
    const { data } = await clientOf(collector).GET('/api/v1/decisions', {
      params: { query: { type: 'register' } },
    })
    expect(data?.rows[0]?.revokedBy).toEqual({ sequence: 2, author: 'operator', at: expect.any(String) })
  })
})
