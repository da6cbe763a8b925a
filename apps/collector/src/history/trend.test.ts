import type { TrendDay } from '@ai-census/api'
import { withDatabases } from '@ai-census/db/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { rebuildProjection } from '../reconcile/rebuild.ts'
import { type TestCollector, testCollector } from '../testing/collector.ts'
import { bodyOf, clientOf, day, scanWith, send } from '../testing/requests.ts'

const DAY = 86_400_000

withDatabases('the inventory by state, day by day', (database) => {
  let collector: TestCollector
  beforeEach(() => {
    collector = testCollector(database())
  })
  afterEach(() => collector.stop())

  const trend = async (query = ''): Promise<string[]> => {
    const { days } = await bodyOf(await send(collector, 'GET', `/api/v1/history/trend${query}`))
    return days.map((row: TrendDay) => [row.day, row.unregistered, row.registered, row.dismissed].join(' '))
  }

  /** Four days: two come, nothing, one is registered, one is dismissed. */
  async function fourDays(): Promise<void> {
    await scanWith(collector, { keys: ['a'] }, { scope: 'git:github.com/acme/other', keys: ['b'] })
    const { data } = await clientOf(collector).GET('/api/v1/systems', { params: { query: { sort: 'name' } } })
    const [one, two] = data?.rows ?? []
    if (!one || !two) throw new Error('two systems were expected')
    collector.clock.pass(2 * DAY)
    const decide = (body: object) =>
      send(collector, 'POST', '/api/v1/decisions', { body: JSON.stringify({ body }) })
    await decide({ type: 'register', system: one.id, groupKeys: [], anchors: [], fields: { name: 'One' } })
    collector.clock.pass(DAY)
    await decide({ type: 'dismiss', system: two.id, reason: 'nobody uses it' })
  }

  it('is nothing before the first report, and has no gap after it', async () => {
    expect(await trend()).toEqual([])
    await fourDays()
    expect(await trend()).toEqual([
      '2026-11-23 2 0 0',
      '2026-11-24 2 0 0',
      '2026-11-25 1 1 0',
      '2026-11-26 0 1 1',
    ])
  })

  it('ends today with what the overview says', async () => {
    await fourDays()
    collector.clock.reach(day(6))
    expect(await trend('?days=2')).toEqual(['2026-11-28 0 1 1', '2026-11-29 0 1 1'])
    const { data } = await clientOf(collector).GET('/api/v1/overview')
    expect(data?.systems).toEqual({ unregistered: 0, registered: 1, dismissed: 1 })
  })

  it('is the same after a rebuild from the ledger', async () => {
    await fourDays()
    const live = await trend()
    await rebuildProjection(collector.deps)
    expect(await trend()).toEqual(live)
  })
})
