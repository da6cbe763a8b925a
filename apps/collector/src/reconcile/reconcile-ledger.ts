import { heads, reconciliations, type Transaction } from '@ai-census/db'
import { eq, sql } from '@ai-census/db/query'
import type { Deps } from '../deps.ts'
import type { Changes } from './apply-changes.ts'
import { basisOf } from './basis.ts'
import { isAnythingDue } from './dues.ts'
import { rebuildIn } from './rebuild.ts'
import { runAll, runTo } from './run.ts'

/** One run follows the ledger over at most about so many changed findings, so that others get at the database between. */
const MOST_CHANGES = 5000
const MOST_LOOKS = 2000

/**
 * Brings the inventory up to the ledger's end, stretch by stretch. Each is a transaction under the lock of the
 * inventory's head: two collectors on one database take turns, and a crash leaves the inventory of the last stretch and
 * the rest to do.
 */
export async function reconcileLedger(deps: Deps): Promise<void> {
  for (;;) {
    const started = performance.now()
    const changes = await deps.database.orm.transaction((tx) => reconcileNext(deps, tx))
    if (!changes) break
    const ms = Math.round(performance.now() - started)
    deps.metrics.reconcile.observe({}, ms / 1000)
    deps.log.info({ ...changes, ms }, 'inventory reconciled')
    // After each stretch: while reports keep coming there is no end of them.
    if (changes.written + changes.removed + changes.seen > 0)
      deps.events.publish({ type: 'inventory', data: { ...changes } })
  }
}

/** Null where there is nothing to do. */
async function reconcileNext(deps: Deps, tx: Transaction): Promise<Changes | null> {
  const [done] = await tx.select().from(heads).where(eq(heads.name, 'inventory')).for('update')
  const [ledger] = await tx.select().from(heads).where(eq(heads.name, 'ledger'))
  if (!done || !ledger) throw new Error('the database has no heads')
  if (done.basis === null && done.position > 0) await rebuildIn(deps, tx)
  const basis = basisOf(deps)
  const isOtherwise = done.basis !== null && done.basis !== basis && done.position > 0
  const at = latest(deps.now().toISOString(), ledger.at, done.at)
  const isIdle = ledger.position === done.position && !isOtherwise
  if (isIdle && !(await isAnythingDue(tx, at))) return null
  const position = isOtherwise ? done.position : await nextStop(tx, done.position, ledger.position)
  const moment = { run: await nextRun(tx), position, at }
  await tx.insert(reconciliations).values(moment)
  return isOtherwise ? runAll(deps, tx, moment) : runTo(deps, tx, moment, done)
}

/** The last position of a stretch that is not too long; at least one event. */
async function nextStop(tx: Transaction, from: number, end: number): Promise<number> {
  const { rows } = await tx.execute<{ position: string; changes: number }>(sql`
    select position, case when change is null then 0 else
      (change ->> 'added')::int + (change ->> 'changed')::int + (change ->> 'missing')::int
      + (change ->> 'gone')::int + (change ->> 'returned')::int end as changes
    from look where position > ${from} and position <= ${end} order by position limit ${MOST_LOOKS}`)
  let sum = 0
  for (const { position, changes } of rows) {
    sum += changes
    if (sum >= MOST_CHANGES) return Number(position)
  }
  return rows.length < MOST_LOOKS ? end : Number(rows.at(-1)?.position)
}

const latest = (...instants: string[]): string => instants.sort().at(-1) ?? ''

async function nextRun(tx: Transaction): Promise<number> {
  const { rows } = await tx.execute<{ run: number }>(
    sql`select coalesce(max(run), 0)::int + 1 as run from reconciliation`,
  )
  return rows[0]?.run ?? 1
}
