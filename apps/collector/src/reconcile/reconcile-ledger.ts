import { heads, reconciliations, type Transaction } from '@ai-census/db'
import { eq, sql } from '@ai-census/db/query'
import { reconcile } from '@ai-census/inventory'
import type { Deps } from '../deps.ts'
import { applyChanges, type Changes } from './apply-changes.ts'
import { loadFacts, type Moment } from './load-facts.ts'

/** Some flags follow the calendar, so the inventory is looked at again when this old even if nothing came. */
const CALENDAR_MS = 24 * 60 * 60_000
const TRIES = 5

/**
 * Brings the inventory up to the ledger's end, in one transaction under the lock of the inventory's head: two
 * collectors on one database take turns, and a crash leaves the old inventory and the same work to do.
 */
export async function reconcileLedger(deps: Deps): Promise<void> {
  const started = performance.now()
  const changes = await withRetries(() =>
    deps.database.orm.transaction((tx) => reconcileOnce(deps, tx), { isolationLevel: 'repeatable read' }),
  )
  if (!changes) return
  const ms = Math.round(performance.now() - started)
  deps.metrics.reconcile.observe({}, ms / 1000)
  deps.log.info({ ...changes, ms }, 'inventory reconciled')
  if (changes.written + changes.removed + changes.seen > 0)
    deps.events.publish({ type: 'inventory', data: { ...changes } })
}

async function reconcileOnce(deps: Deps, tx: Transaction): Promise<Changes | null> {
  const [done] = await tx.select().from(heads).where(eq(heads.name, 'inventory')).for('update')
  const [ledger] = await tx.select().from(heads).where(eq(heads.name, 'ledger'))
  if (!done || !ledger) throw new Error('the database has no heads')
  const now = deps.now().toISOString()
  const isOld = Date.parse(now) - Date.parse(done.at) > CALENDAR_MS && ledger.position > 0
  if (ledger.position === done.position && !isOld) return null
  const at = latest(now, ledger.at, done.at)
  const moment = { run: await nextRun(tx), position: ledger.position, at }
  await tx.insert(reconciliations).values(moment)
  return runAt(deps, tx, moment)
}

/** One reconciliation: the ledger as of a moment becomes the inventory. A replay calls it for each kept moment. */
export async function runAt(deps: Deps, tx: Transaction, moment: Moment): Promise<Changes> {
  const inventory = reconcile(await loadFacts(deps, tx, moment))
  const changes = await applyChanges(tx, inventory, moment)
  await tx.update(heads).set({ position: moment.position, at: moment.at }).where(eq(heads.name, 'inventory'))
  return changes
}

const latest = (...instants: string[]): string => instants.sort().at(-1) ?? ''

async function nextRun(tx: Transaction): Promise<number> {
  const { rows } = await tx.execute<{ run: number }>(
    sql`select coalesce(max(run), 0)::int + 1 as run from reconciliation`,
  )
  return rows[0]?.run ?? 1
}

/** Another collector was faster; what is left to do is seen anew. */
async function withRetries<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt >= TRIES || !isSerializationFailure(error)) throw error
    }
  }
}

function isSerializationFailure(error: unknown): boolean {
  const cause = error instanceof Error && error.cause ? error.cause : error
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === '40001'
}
