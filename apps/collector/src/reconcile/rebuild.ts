import { heads, reconciliations, type Transaction } from '@ai-census/db'
import { asc, eq, sql } from '@ai-census/db/query'
import type { Deps } from '../deps.ts'
import type { Done } from './project.ts'
import { runTo } from './run.ts'

/**
 * Drops the projection and makes it again from the ledger, reconciliation by reconciliation, so that the history
 * is the same too. One transaction: nobody sees it half done.
 */
export async function rebuildProjection(deps: Deps): Promise<{ runs: number }> {
  return deps.database.orm.transaction(async (tx) => {
    await tx.select().from(heads).where(eq(heads.name, 'inventory')).for('update')
    return rebuildIn(deps, tx)
  })
}

/** For whoever holds the lock of the inventory's head. */
export async function rebuildIn(deps: Deps, tx: Transaction): Promise<{ runs: number }> {
  await tx.execute(sql`
    truncate ai_system, component, component_finding, supplier, model, relationship, flag, merge_proposal,
      finding_link, tally, due, sighting, system_name_key, sharing, inventory_history, inventory_event,
      inventory_count, state_day`)
  const moments = await tx.select().from(reconciliations).orderBy(asc(reconciliations.run))
  let done: Done = { position: 0, at: new Date(0).toISOString() }
  for (const moment of moments) {
    await runTo(deps, tx, moment, done)
    done = moment
  }
  return { runs: moments.length }
}
