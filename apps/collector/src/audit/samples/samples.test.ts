import { createHash } from 'node:crypto'
import type { NewSample } from '@ai-census/api'
import { withDatabases } from '@ai-census/db/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TestCollector, testCollector } from '../../testing/collector.ts'
import { clientOf, day, finding, type Look, scanWith } from '../../testing/requests.ts'

const HOUR = 3_600_000

withDatabases('samples', (database) => {
  let collector: TestCollector
  beforeEach(() => {
    collector = testCollector(database())
  })
  afterEach(() => collector.stop())

  const repositories = (count: number): Look[] =>
    Array.from({ length: count }, (_, i) => ({
      scope: `git:github.com/acme/r${i}`,
      findings: [
        finding('a', { supplier: i % 3 === 0 ? 'anthropic' : 'openai' }),
        finding('b', { supplier: 'openai', kind: 'model', name: `gpt-${i}` }),
      ],
    }))
  const draw = async (body: NewSample) => {
    const { data, error } = await clientOf(collector).POST('/api/v1/audit/samples', { body })
    if (!data) throw new Error(JSON.stringify(error))
    return data
  }
  const names = (sample: { rows: { name: string }[] }) => sample.rows.map(({ name }) => name)
  const conclude = (id: string, ordinal: number, result: 'ok' | 'error', note = '') =>
    clientOf(collector).POST('/api/v1/audit/samples/{id}/rows/{ordinal}/conclusions', {
      params: { path: { id, ordinal } },
      body: { result, note },
    })
  const redrawn = async (id: string) =>
    (await clientOf(collector).GET('/api/v1/audit/samples/{id}/redrawn', { params: { path: { id } } })).data

  it('lead from systems to the evidence that they rest on', async () => {
    await scanWith(collector, ...repositories(6))
    const sample = await draw({ population: 'systems', size: 3, seed: 'by lot' })
    expect(sample).toMatchObject({ populationSize: 6, drawn: 3, seed: 'by lot', createdBy: 'operator' })
    for (const { name, task } of sample.rows) {
      expect(task).toMatchObject({ page: `/systems/${name}`, evidenceCount: 2 })
      expect(task.evidence[0]).toMatchObject({
        scanner: 'code',
        evidence: { location: { path: 'app.py', startLine: 3 } },
      })
      expect(task.facts.state).toBe('unregistered')
    }
  })

  it('lead from findings to where the inventory holds them', async () => {
    await scanWith(collector, ...repositories(4))
    const sample = await draw({ population: 'findings', size: 8, seed: 's' })
    expect(names(sample).toSorted()).toEqual(
      [0, 1, 2, 3].flatMap((i) => ['a', 'b'].map((key) => `git:github.com/acme/r${i} code ${key}`)),
    )
    for (const { task } of sample.rows)
      expect([task.page?.startsWith('/systems/sys_'), task.evidenceCount]).toEqual([true, 1])
  })

  it('lead from scopes to what was found there, denied ones too', async () => {
    await scanWith(collector, ...repositories(2), {
      scope: 'git:github.com/acme/secret',
      status: 'denied',
      findings: [],
    })
    const sample = await draw({ population: 'scopes', size: 10 })
    const byScope = new Map(sample.rows.map(({ task }) => [task.facts.scope, task.facts]))
    expect(byScope.get('git:github.com/acme/r1')).toMatchObject({
      coverage: 'complete',
      findings: '2',
      found: ['service a', 'model gpt-1'],
    })
    expect(byScope.get('git:github.com/acme/secret')).toMatchObject({ coverage: 'denied', findings: '0' })
  })

  it.each(['systems', 'components', 'findings', 'scopes'] as const)(
    'of %s are drawn again by the same seed, whatever happened since',
    async (population) => {
      await scanWith(collector, ...repositories(9))
      const sample = await draw({ population, size: 4, seed: 'noted before' })
      collector.clock.pass(HOUR)
      await scanWith(
        collector,
        { scope: 'git:github.com/acme/new', at: day(1) },
        {
          scope: 'git:github.com/acme/r1',
          keys: [],
          at: day(1),
        },
      )
      expect(await redrawn(sample.id)).toMatchObject({ same: true, differences: [], drawn: names(sample) })
      const { data: reopened } = await clientOf(collector).GET('/api/v1/audit/samples/{id}', {
        params: { path: { id: sample.id } },
      })
      expect(reopened).toEqual(sample)
      const again = await draw({ population, size: 4, seed: 'noted before', asOf: sample.at })
      expect(names(again)).toEqual(names(sample))
      const other = await draw({ population, size: 4, seed: 'another', asOf: sample.at })
      expect([other.populationHash, names(other)]).not.toEqual([sample.populationHash, names(sample)])
    },
  )

  it('can be drawn by hand from what is published of the method', async () => {
    await scanWith(collector, ...repositories(7))
    const sample = await draw({ population: 'findings', size: 5, seed: 'é "x"' })
    const population = [...Array(7).keys()]
      .flatMap((i) => ['a', 'b'].map((key) => `git:github.com/acme/r${i} code ${key}`))
      .toSorted()
    const sha = (text: string) => createHash('sha256').update(text).digest('hex')
    const hash = sha(JSON.stringify(population))
    const ranked = population
      .map((name) => [sha(JSON.stringify(['é "x"', hash, name])), name] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
    expect(sample.populationHash).toBe(hash)
    expect(names(sample)).toEqual(ranked.slice(0, 5).map(([, name]) => name))
  })

  it('say so when the population is not what it was', async () => {
    await scanWith(collector, ...repositories(5))
    const sample = await draw({ population: 'components', size: 3 })
    const lost = sample.rows[0]?.name
    await database().pool.query('delete from inventory_history where subject_id = $1', [lost])
    const answer = await redrawn(sample.id)
    expect(answer).toMatchObject({ same: false, populationSize: 9 })
    expect(answer?.differences).toHaveLength(2)
    expect(answer?.differences[0]).toContain('is another one now: it had 10 members')
  })

  it('are as large as it takes to bound the errors, where no size is given', async () => {
    await scanWith(collector, ...repositories(120))
    const sample = await draw({ population: 'scopes', tolerableShare: 0.1, confidence: 0.9 })
    expect([sample.populationSize, sample.tolerableShare]).toEqual([120, 0.1])
    expect(sample.drawn).toBeGreaterThan(15)
    expect(sample.drawn).toBeLessThan(25)
    expect(sample.seed).toMatch(/^[0-9a-f]{32}$/)
  })

  it('take some of each stratum', async () => {
    await scanWith(collector, ...repositories(9))
    const sample = await draw({ population: 'components', size: 6, stratifyBy: 'supplier' })
    expect(sample.strata).toEqual([
      { name: 'anthropic', population: 3, drawn: 1 },
      { name: 'openai', population: 15, drawn: 5 },
    ])
    expect(sample.rows.filter(({ stratum }) => stratum === 'anthropic')).toHaveLength(1)
    expect((await redrawn(sample.id))?.same).toBe(true)
  })

  it('are drawn from a part, where filters say so', async () => {
    await scanWith(collector, ...repositories(6))
    const { data } = await clientOf(collector).GET('/api/v1/systems')
    const system = data?.rows[0]
    await clientOf(collector).POST('/api/v1/decisions', {
      body: {
        body: {
          type: 'register',
          system: system?.id ?? '',
          groupKeys: [system?.groupKey ?? ''],
          anchors: [],
          fields: { name: 'One' },
        },
      },
    })
    const registered = await draw({ population: 'systems', size: 9, filters: { state: ['registered'] } })
    expect(names(registered)).toEqual([system?.id])
    const anthropic = await draw({ population: 'systems', size: 9, filters: { supplier: 'anthropic' } })
    expect(anthropic.populationSize).toBe(2)
    const nobody = await draw({ population: 'findings', size: 9, filters: { scanner: 'aws' } })
    expect(nobody.result.sentence).toBe('There was nothing to draw from.')
  })

  it.each<NewSample>([
    { population: 'systems', filters: { scanner: 'code' } },
    { population: 'scopes', filters: { supplier: 'openai' } },
    { population: 'findings', stratifyBy: 'state' },
    { population: 'systems', size: 3, tolerableShare: 0.1 },
    { population: 'systems', size: 0 },
    { population: 'systems', confidence: 0.2 },
  ])('are refused where they mean nothing: %j', async (body) => {
    const { response } = await clientOf(collector).POST('/api/v1/audit/samples', { body })
    expect(response.status).toBe(422)
  })

  describe('with conclusions', () => {
    it('say nothing of the rest until every row is concluded, and then at most how much is wrong', async () => {
      await scanWith(collector, ...repositories(10))
      const { id } = await draw({ population: 'components', size: 5, seed: 's' })
      for (const ordinal of [1, 2, 3, 4]) await conclude(id, ordinal, 'ok')
      const { data: before } = await clientOf(collector).GET('/api/v1/audit/samples/{id}', {
        params: { path: { id } },
      })
      expect(before?.result).toMatchObject({ concluded: 4, pending: 1, mostErrors: null })
      const { data } = await conclude(id, 5, 'error', 'it is a test double')
      expect(data?.result).toMatchObject({ concluded: 5, pending: 0, errors: 1 })
      // So few of 5 would be drawn in 5.8 % of all samples with 12 of 20 wrong, and in 3.1 % with 13.
      expect(data?.result.mostErrors).toBe(12)
      expect(data?.result.sentence).toContain('at most 12 of 20 (60 %) are wrong: 1 of 5 looked at were.')
    })

    it('keep an earlier conclusion beside the one that counts, with who said so', async () => {
      await scanWith(collector, ...repositories(3))
      const { id } = await draw({ population: 'systems', size: 1 })
      await conclude(id, 1, 'error', 'no owner')
      collector.clock.pass(HOUR)
      await conclude(id, 1, 'ok', 'the owner answered')
      const { data } = await clientOf(collector).GET('/api/v1/audit/samples/{id}', {
        params: { path: { id } },
      })
      expect(data?.rows[0]?.conclusions).toEqual([
        { result: 'error', note: 'no owner', author: 'operator', at: '2026-11-23T08:00:00.000Z' },
        { result: 'ok', note: 'the owner answered', author: 'operator', at: '2026-11-23T09:00:00.000Z' },
      ])
      expect(data?.result.errors).toBe(0)
      const { data: list } = await clientOf(collector).GET('/api/v1/audit/samples')
      expect(list?.rows).toEqual([expect.objectContaining({ id, drawn: 1, result: data?.result })])
    })

    it('refuse an error without a word, and what was not drawn', async () => {
      await scanWith(collector, ...repositories(1))
      const { id } = await draw({ population: 'systems', size: 1 })
      expect((await conclude(id, 1, 'error')).response.status).toBe(422)
      expect((await conclude(id, 2, 'ok')).response.status).toBe(404)
      expect((await conclude('sample-1', 1, 'ok')).response.status).toBe(404)
    })
  })

  it('are drawn from what was there at a past instant', async () => {
    await scanWith(collector, ...repositories(2))
    const then = collector.clock.now().toISOString()
    collector.clock.pass(HOUR)
    await scanWith(collector, { scope: 'git:github.com/acme/new' })
    expect((await draw({ population: 'systems', size: 9, asOf: then })).populationSize).toBe(2)
    expect((await draw({ population: 'systems', size: 9 })).populationSize).toBe(3)
    expect(
      (await draw({ population: 'systems', size: 9, asOf: '2020-01-01T00:00:00Z' })).populationSize,
    ).toBe(0)
  })
})
