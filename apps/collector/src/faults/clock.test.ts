import { withDatabases } from '@ai-census/db/testing'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { readInventory } from '../export/read-inventory.ts'
import { rebuildProjection } from '../reconcile/rebuild.ts'
import { type TestCollector, testCollector } from '../testing/collector.ts'
import { clientOf, cookieFor, day, scanWith, send } from '../testing/requests.ts'

/** Much is done in each test, and all at once with others. */
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

const HOUR = 3_600_000
const YEAR = 365 * 24 * HOUR

withDatabases('a collector whose clock jumps', (database) => {
  let collector: TestCollector
  beforeEach(() => {
    collector = testCollector(database())
  })
  afterEach(() => collector.stop())

  const jumps = { 'an hour back': [-HOUR], 'a year ahead and back': [YEAR, -YEAR] }

  const register = async (name: string): Promise<number> => {
    const { data } = await clientOf(collector).GET('/api/v1/systems')
    const system = data?.rows[0]?.id ?? ''
    const body = { type: 'set-fields' as const, system, fields: { name } }
    return (await clientOf(collector).POST('/api/v1/decisions', { body: { body } })).response.status
  }

  it.each(Object.entries(jumps))('%s keeps its ledger and history in one order', async (_, steps) => {
    await scanWith(collector, { keys: ['a', 'b'] })
    for (const [n, step] of steps.entries()) {
      collector.clock.pass(step)
      await scanWith(collector, { keys: n % 2 ? ['a', 'b'] : ['a'], at: day(n + 1) })
      expect(await register(`name ${n}`)).toBe(201)
    }
    for (const table of ['look', 'decision', 'reconciliation', 'inventory_event']) {
      const order = { reconciliation: 'run', inventory_event: 'run, ordinal' }[table] ?? 'position'
      const { rows } = await database().pool.query(`select at from ${table} order by ${order}`)
      const instants = rows.map(({ at }) => at.getTime())
      expect(instants, table).toEqual([...instants].sort((a, b) => a - b))
    }
    const { data: log } = await clientOf(collector).GET('/api/v1/audit/log')
    expect(log?.ok).toBe(true)
    const live = await readInventory(collector.deps)
    expect(live.systems[0]?.fields.name).toMatchObject({ value: `name ${steps.length - 1}` })
    await rebuildProjection(collector.deps)
    expect(await readInventory(collector.deps)).toEqual(live)
  })

  it.each(Object.entries(jumps))('%s still says what was there at an instant', async (_, steps) => {
    await scanWith(collector, { keys: ['a'] })
    const first = collector.clock.now().toISOString()
    for (const [n, step] of steps.entries()) {
      collector.clock.pass(step)
      await scanWith(collector, { scope: `git:acme/later${n}`, at: collector.clock.now().toISOString() })
    }
    const totalAt = async (asOf: string) => {
      const { data } = await clientOf(collector).GET('/api/v1/systems', { params: { query: { asOf } } })
      return data?.total
    }
    // The clock went back an hour: what came after it has the time of what came before.
    expect(await totalAt(first)).toBe(steps[0] === -HOUR ? 1 + steps.length : 1)
    expect(await totalAt(new Date(Date.parse(first) + 2 * YEAR).toISOString())).toBe(1 + steps.length)
    expect(await totalAt(new Date(Date.parse(first) - 2 * HOUR).toISOString())).toBe(0)
  })

  it('an hour back keeps people signed in and callers served', async () => {
    const cookie = await cookieFor(collector, 'viewer')
    const ask = () => send(collector, 'GET', '/api/v1/systems', { headers: { cookie } })
    expect((await ask()).status).toBe(200)
    collector.clock.pass(-HOUR)
    expect((await ask()).status).toBe(200)
  })

  it('a year ahead signs everybody out, and back lets nobody in who was not', async () => {
    const cookie = await cookieFor(collector, 'viewer')
    const status = async () =>
      (await send(collector, 'GET', '/api/v1/systems', { headers: { cookie } })).status
    collector.clock.pass(YEAR)
    expect(await status()).toBe(401)
    collector.clock.pass(-YEAR)
    expect(await status(), 'a session that time has not ended').toBe(200)
    collector.clock.pass(YEAR)
    const later = await cookieFor(collector, 'viewer')
    collector.clock.pass(-YEAR)
    expect(await status(), 'swept when somebody signed in').toBe(401)
    expect((await send(collector, 'GET', '/api/v1/systems', { headers: { cookie: later } })).status).toBe(200)
  })
})
