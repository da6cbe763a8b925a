import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '@ai-census/db'
import { type Inventory, reportDigest } from '@ai-census/schema'
import { expect } from 'vitest'
import { catalogueFacts } from '../catalogue.ts'
import { readInventory } from '../export/read-inventory.ts'
import { rebuildProjection } from '../reconcile/rebuild.ts'
import { type TestCollector, testCollector } from './collector.ts'
import { nothingKnown } from './collector-process.ts'
import { type Delivery, nameOf } from './deliveries.ts'
import { clientOf } from './requests.ts'

/** Every delivery is one look with that content, and there are no others. */
export async function expectEachOnce(database: Database, deliveries: readonly Delivery[]): Promise<void> {
  const { rows } = await database.pool.query(
    `select scan || ' ' || scope_key as name, digest from look order by 1`,
  )
  const sent = deliveries.map((one) => ({ name: nameOf(one), digest: reportDigest(one.report) }))
  expect(rows).toEqual(sent.sort((a, b) => (a.name < b.name ? -1 : 1)))
}

const PATIENCE_MS = 120_000

/** Waits until the inventory has followed the whole ledger. */
export async function settled({ deps }: TestCollector): Promise<void> {
  const until = Date.now() + PATIENCE_MS
  for (;;) {
    await deps.reconciler.settle(PATIENCE_MS)
    const { rows } = await deps.database.pool.query('select count(distinct position)::int as n from head')
    if (rows[0]?.n === 1) return
    if (Date.now() > until) throw new Error('the inventory does not reach the end of the ledger')
    await sleep(50)
  }
}

/**
 * What the ledger's contract says of any ledger, however it came about: the log verifies, and the inventory made
 * again from the ledger is the live one, its events included. Gives the inventory.
 */
export async function expectSound(database: Database): Promise<Inventory> {
  const collector = testCollector(database, { catalogue: catalogueFacts(nothingKnown) })
  try {
    await settled(collector)
    const { data: log } = await clientOf(collector).GET('/api/v1/audit/log')
    expect(log).toMatchObject({ ok: true, faults: [] })
    const { rows: steps } = await database.pool.query(
      `select position, at from (select position, at from look union all select position, at from decision) t
       order by position`,
    )
    const instants = steps.map(({ at }) => at.getTime())
    expect(instants, 'time never goes back along the ledger').toEqual([...instants].sort((a, b) => a - b))
    const live = await readInventory(collector.deps)
    const told = await eventsOf(collector)
    await rebuildProjection(collector.deps)
    expect(await readInventory(collector.deps)).toEqual(live)
    expect(await eventsOf(collector)).toEqual(told)
    return live
  } finally {
    await collector.stop()
  }
}

/** The whole history, page by page. */
async function eventsOf(collector: TestCollector): Promise<unknown[]> {
  const events: unknown[] = []
  let cursor: string | undefined
  do {
    const query = { limit: 200, ...(cursor ? { cursor } : {}) }
    const { data } = await clientOf(collector).GET('/api/v1/history', { params: { query } })
    if (!data) throw new Error('no history')
    events.push(...data.rows)
    cursor = data.next ?? undefined
  } while (cursor)
  return events
}
