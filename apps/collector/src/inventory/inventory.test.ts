import { withDatabases } from '@ai-census/db/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readInventory } from '../export/read-inventory.ts'
import { type TestCollector, testCollector } from '../testing/collector.ts'
import { clientOf, day, finding, scanWith } from '../testing/requests.ts'
import { inventoryAsOf } from './as-of.ts'

const HOUR = 3_600_000

withDatabases('the inventory', (database) => {
  let collector: TestCollector
  beforeEach(() => {
    collector = testCollector(database())
  })
  afterEach(() => collector.stop())

  const repositories = (...names: string[]) => names.map((name) => ({ scope: `git:github.com/acme/${name}` }))

  it('is given page by page, each system once, in any order', async () => {
    await scanWith(collector, ...repositories('b', 'A', 'c', 'ä', 'Z', 'e', 'f'))
    for (const sort of ['name', '-name', 'attention', 'lastSeenAt', '-firstSeenAt'] as const) {
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const query = { sort, limit: 3, ...(cursor ? { cursor } : {}) }
        const { data } = await clientOf(collector).GET('/api/v1/systems', { params: { query } })
        seen.push(...(data?.rows ?? []).map(({ name }) => name))
        cursor = data?.next ?? undefined
      } while (cursor)
      expect(new Set(seen).size, sort).toBe(7)
      if (sort === 'name') expect(seen).toEqual(['A', 'ä', 'b', 'c', 'e', 'f', 'Z'])
      if (sort === '-name') expect(seen).toEqual(['Z', 'f', 'e', 'c', 'b', 'ä', 'A'])
    }
  })

  it('is filtered by what it shows', async () => {
    await scanWith(
      collector,
      {
        scope: 'git:github.com/acme/one',
        findings: [finding('a', { supplier: 'anthropic', grade: 'used' })],
      },
      { scope: 'git:github.com/acme/two', findings: [finding('a', { context: 'test' })] },
    )
    const names = async (query: object) =>
      (await clientOf(collector).GET('/api/v1/systems', { params: { query } })).data?.rows.map(
        ({ name }) => name,
      )
    expect(await names({ supplier: 'anthropic' })).toEqual(['one'])
    expect(await names({ grade: 'used,deployed' })).toEqual(['one'])
    expect(await names({ context: 'test' })).toEqual(['two'])
    expect(await names({ search: 'ACME/TWO' })).toEqual(['two'])
    expect(await names({ state: 'registered' })).toEqual([])
    expect(await names({ flag: 'unregistered' })).toEqual(['one'])
  })

  it('counts what needs attention', async () => {
    await scanWith(collector, ...repositories('one', 'two'))
    const { data } = await clientOf(collector).GET('/api/v1/overview')
    expect(data).toMatchObject({
      systems: { unregistered: 2, registered: 0, dismissed: 0 },
      components: 2,
      suppliers: 1,
      scopes: { complete: 2 },
      waiting: 2,
      newThisWeek: 2,
    })
  })

  it('leads from a system to its evidence, and from a component to its findings', async () => {
    await scanWith(collector, { keys: ['a'] })
    const { data: systems } = await clientOf(collector).GET('/api/v1/systems')
    const id = systems?.rows[0]?.id ?? ''
    const { data: evidence } = await clientOf(collector).GET('/api/v1/systems/{id}/evidence', {
      params: { path: { id } },
    })
    expect(evidence?.rows[0]).toMatchObject({
      findingKey: 'a',
      evidence: { location: { path: 'app.py', startLine: 3 } },
    })
    const component = evidence?.rows[0]?.componentId ?? ''
    const { data } = await clientOf(collector).GET('/api/v1/components/{id}', {
      params: { path: { id: component } },
    })
    expect(data?.evidence).toEqual([
      expect.objectContaining({ scanner: 'code', open: true, lastSeenAt: day(0) }),
    ])
  })

  it('as of now is the live one', async () => {
    await scanWith(collector, { keys: ['a', 'b'] }, ...repositories('other'))
    await scanWith(collector, { keys: ['a'], at: day(1) })
    const live = await readInventory(collector.deps)
    expect(await inventoryAsOf(collector.deps, collector.clock.now().toISOString())).toEqual(live)
  })

  it('as of an earlier hour shows what was known then, however often it changed since', async () => {
    const names = async (asOf: string) =>
      (await clientOf(collector).GET('/api/v1/systems', { params: { query: { asOf } } })).data?.rows.map(
        ({ name, state }) => `${name} ${state}`,
      )
    const before = new Date(collector.clock.now().getTime() - HOUR).toISOString()
    await scanWith(collector, ...repositories('one'))
    const first = collector.clock.now().toISOString()
    collector.clock.pass(HOUR)
    await scanWith(collector, ...repositories('two'))
    const { data } = await clientOf(collector).GET('/api/v1/systems', {
      params: { query: { search: 'one' } },
    })
    const [one] = data?.rows ?? []
    await clientOf(collector).POST('/api/v1/decisions', {
      body: {
        body: {
          type: 'register',
          system: one?.id ?? '',
          groupKeys: [one?.groupKey ?? ''],
          anchors: [],
          fields: { name: 'One' },
        },
      },
    })
    expect(await names(before)).toEqual([])
    expect(await names(first)).toEqual(['one unregistered'])
    expect((await names(collector.clock.now().toISOString()))?.sort()).toEqual([
      'One registered',
      'two unregistered',
    ])
  })

  it('proposes to merge systems that share a name, and says why', async () => {
    await scanWith(collector, { scope: 'git:github.com/acme/shop' }, { scope: 'git:gitlab.com/acme/Shop' })
    const { data } = await clientOf(collector).GET('/api/v1/proposals')
    expect(data?.rows).toHaveLength(1)
    expect(data?.rows[0]?.reasons.length).toBeGreaterThan(0)
    expect(data?.rows[0]?.systems.map(({ name }) => name).sort()).toEqual(['Shop', 'shop'])
  })

  it('is exported whole, and of a past hour too', async () => {
    await scanWith(collector, { keys: ['a'] })
    const get = async (query: object) =>
      (
        await clientOf(collector).GET('/api/v1/export/{format}', {
          params: { path: { format: 'json' }, query },
          parseAs: 'text',
        })
      ).data
    expect(JSON.parse((await get({})) ?? '')).toMatchObject({
      systems: [{ groupTitle: 'shop' }],
      components: [{ name: 'a' }],
    })
    expect(JSON.parse((await get({ asOf: '2026-01-01T00:00:00Z' })) ?? '')).toMatchObject({ systems: [] })
  })
})
