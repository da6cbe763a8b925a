import { heads, reconciliations } from '@ai-census/db'
import { asc, eq, sql } from '@ai-census/db/query'
import type { Deps } from '../deps.ts'
import { runAt } from './reconcile-ledger.ts'

/**
 * Drops the projection and makes it again from the ledger, reconciliation by reconciliation, so that the history
 * is the same too. One transaction: nobody sees it half done.
 */
export async function rebuildProjection(deps: Deps): Promise<{ runs: number }> {
  return deps.database.orm.transaction(async (tx) => {
    await tx.select().from(heads).where(eq(heads.name, 'inventory')).for('update')
    await tx.execute(sql`
      truncate ai_system, component, component_finding, supplier, model, relationship, flag,
        inventory_history, inventory_event`)
    const moments = await tx.select().from(reconciliations).orderBy(asc(reconciliations.run))
    for (const moment of moments) await runAt(deps, tx, moment)
    return { runs: moments.length }
  })
}
