import { withDatabases } from '@ai-census/db/testing'
import { diff } from '@ai-census/inventory'
import { canonicalJson } from '@ai-census/schema'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readInventory } from '../export/read-inventory.ts'
import { type TestCollector, testCollector } from '../testing/collector.ts'
import { clientOf, day, finding, scanWith } from '../testing/requests.ts'

const HOUR = 3_600_000
const ALL = 'system,component,supplier,model,relationship,flag'

interface Line {
  type: string
  properties: readonly string[]
  before: object | null
  after: object | null
}

/** When a thing was last seen is no change, and not what is compared. */
const lineOf = ({ type, properties, before, after }: Line): string =>
  canonicalJson([
    type,
    properties,
    before && { ...before, lastSeenAt: '' },
    after && { ...after, lastSeenAt: '' },
  ])

withDatabases('the difference between two instants', (database) => {
  let collector: TestCollector
  beforeEach(() => {
    collector = testCollector(database())
  })
  afterEach(() => collector.stop())

  /** The instant now, at which all that came is in the inventory; an hour passes after it. */
  async function mark(): Promise<string> {
    await collector.deps.reconciler.settle(20_000)
    const now = collector.clock.now().toISOString()
    collector.clock.pass(HOUR)
    return now
  }
  const difference = async (query: { from: string; to: string; [name: string]: string | number }) => {
    const { data, error } = await clientOf(collector).GET('/api/v1/inventory/diff', { params: { query } })
    if (!data) throw new Error(JSON.stringify(error))
    return data
  }

  it('names what came, went and changed, and nothing else', async () => {
    const shop = (...findings: ReturnType<typeof finding>[]) => ({ findings })
    await scanWith(collector, shop(finding('a'), finding('b', { supplier: 'cohere' })))
    const from = await mark()
    await scanWith(collector, {
      ...shop(finding('a', { grade: 'used' }), finding('c', { supplier: 'mistral' })),
      at: day(1),
    })
    await scanWith(collector, {
      ...shop(finding('a', { grade: 'used' }), finding('c', { supplier: 'mistral' })),
      at: day(2),
    })
    const to = await mark()
    const { rows, counts } = await difference({ from, to })
    const said = rows.map(({ change, subjectType, name }) => `${change} ${subjectType} ${name}`)
    expect(said).toContain('added component c')
    expect(said).toContain('changed component a')
    expect(said).toContain('added supplier MISTRAL')
    expect(said).toContain('changed system shop')
    const a = rows.find(({ name }) => name === 'a')
    expect([a?.properties, a?.before?.grade, a?.after?.grade]).toEqual([['grade'], 'configured', 'used'])
    expect(counts.component).toEqual({ added: 1, removed: 0, changed: 2 })
    expect(
      rows.every(({ subjectType }) => ['system', 'component', 'supplier', 'model'].includes(subjectType)),
    ).toBe(true)
  })

  it('is the one of two inventories that are loaded whole', async () => {
    const from = await mark()
    const before = await readInventory(collector.deps)
    await scanWith(collector, { keys: ['a', 'b'] }, { scope: 'git:github.com/acme/web', keys: ['c'] })
    const between = await mark()
    const middle = await readInventory(collector.deps)
    await scanWith(
      collector,
      { keys: ['a'], at: day(1) },
      { scope: 'git:github.com/acme/web', findings: [finding('c', { supplier: 'cohere' })], at: day(1) },
    )
    await scanWith(collector, { keys: ['a'], at: day(2) })
    const to = await mark()
    const after = await readInventory(collector.deps)
    for (const [first, second, since, until] of [
      [before, middle, from, between],
      [middle, after, between, to],
      [before, after, from, to],
    ] as const) {
      const { rows } = await difference({ from: since, to: until, type: ALL, limit: 500 })
      expect(rows.map(({ subjectType, ...row }) => lineOf({ ...row, type: subjectType })).toSorted()).toEqual(
        diff(first, second).map(lineOf).toSorted(),
      )
    }
  })

  it('is nothing where a thing came and went, or changed and changed back, in between', async () => {
    await scanWith(collector, { keys: ['a'] })
    const from = await mark()
    const decide = async (purpose: string | null) => {
      const { data } = await clientOf(collector).GET('/api/v1/systems')
      await clientOf(collector).POST('/api/v1/decisions', {
        body: { body: { type: 'set-fields', system: data?.rows[0]?.id ?? '', fields: { purpose } } },
      })
      await mark()
    }
    await decide('to answer')
    const between = await mark()
    await decide(null)
    const to = await mark()
    const { rows, total } = await difference({ from, to, type: ALL })
    expect([rows, total]).toEqual([[], 0])
    expect((await difference({ from, to: between })).counts.system?.changed).toBe(1)
  })

  it('is given page by page, each change once', async () => {
    const from = await mark()
    await scanWith(collector, { keys: Array.from({ length: 12 }, (_, i) => `k${i}`) })
    const to = await mark()
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await difference({ from, to, limit: 5, ...(cursor ? { cursor } : {}) })
      seen.push(...page.rows.map(({ subjectType, subjectId }) => `${subjectType} ${subjectId}`))
      expect(page.total).toBe(14)
      cursor = page.next ?? undefined
    } while (cursor)
    expect([seen.length, new Set(seen).size]).toEqual([14, 14])
  })

  it('is refused the wrong way round', async () => {
    const { response } = await clientOf(collector).GET('/api/v1/inventory/diff', {
      params: { query: { from: day(2), to: day(1) } },
    })
    expect(response.status).toBe(400)
  })

  it('has beside it every state that one thing was ever in', async () => {
    await scanWith(collector, { findings: [finding('a')] })
    const first = await mark()
    await scanWith(collector, { findings: [finding('a', { grade: 'deployed' })], at: day(1) })
    const second = await mark()
    await scanWith(collector, { keys: [], at: day(2) })
    await mark()
    const { data: components } = await clientOf(collector).GET('/api/v1/components')
    const { data } = await clientOf(collector).GET('/api/v1/history/states', {
      params: { query: { subjectType: 'component', subjectId: components?.rows[0]?.id ?? '' } },
    })
    expect(data?.rows.map(({ from, to, properties }) => [from, to, properties])).toEqual([
      [expect.any(String), null, ['state']],
      [second, expect.any(String), ['grade']],
      [first, second, []],
    ])
    expect(data?.rows.map(({ body }) => body.grade)).toEqual(['deployed', 'deployed', 'configured'])
  })
})
