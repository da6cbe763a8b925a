import { sql } from '@ai-census/db/query'
import { withDatabases } from '@ai-census/db/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type TestCollector, testCollector } from '../testing/collector.ts'
import { dumpProjection } from '../testing/dump.ts'
import { clientOf, day, finding, scanWith } from '../testing/requests.ts'
import { rebuildProjection } from './rebuild.ts'

withDatabases('the projection', (database) => {
  let collector: TestCollector
  beforeEach(() => {
    collector = testCollector(database())
  })
  afterEach(() => collector.stop())

  const whole = () => dumpProjection(database())

  it('rebuilt from the ledger is the live one to the byte, its history included', async () => {
    await scanWith(collector, { keys: ['a', 'b'] }, { scope: 'git:github.com/acme/other', keys: ['c'] })
    collector.clock.pass(3_600_000)
    const { data } = await clientOf(collector).GET('/api/v1/systems')
    const [one, two] = data?.rows ?? []
    if (!one || !two) throw new Error('two systems were expected')
    await clientOf(collector).POST('/api/v1/decisions', {
      body: {
        body: {
          type: 'register',
          system: one.id,
          groupKeys: [one.groupKey],
          anchors: [],
          fields: { name: 'One' },
        },
      },
    })
    collector.clock.pass(3_600_000)
    await scanWith(collector, { keys: ['a'], at: day(1) })
    await scanWith(collector, { keys: ['a'], at: day(2) })
    await clientOf(collector).POST('/api/v1/decisions', {
      body: { body: { type: 'merge', from: two.id, into: one.id } },
    })
    await scanWith(collector, {
      findings: [finding('a', { model: { id: 'gpt-4o' } }), finding('b')],
      at: day(3),
    })
    const live = await whole()
    const { runs } = await rebuildProjection(collector.deps)
    expect(runs).toBeGreaterThan(4)
    expect(await whole()).toEqual(live)
  })

  it('keeps each state for as long as it held', async () => {
    await scanWith(collector, { keys: ['a'] })
    collector.clock.pass(86_400_000)
    await scanWith(collector, { keys: [], at: day(1) })
    const { rows } = await database().orm.execute<{ state: string; closed: boolean }>(sql`
      select body ->> 'state' as state, valid_to is not null as closed from inventory_history
      where subject_type = 'component' order by run`)
    expect(rows).toEqual([
      { state: 'seen', closed: true },
      { state: 'missing', closed: false },
    ])
  })

  it('tells what happened, newest first', async () => {
    await scanWith(collector, { keys: ['a'] })
    await scanWith(collector, { keys: [], at: day(1) })
    const { data } = await clientOf(collector).GET('/api/v1/history')
    const told = (data?.rows ?? []).filter(({ subject }) => subject.type === 'component')
    expect(told.map(({ event, subject }) => `${subject.name} ${event}`)).toEqual(['a missing', 'a appeared'])
  })
})
