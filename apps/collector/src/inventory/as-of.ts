import { decisions, looks, type Queryable } from '@ai-census/db'
import { desc, lte } from '@ai-census/db/query'
import { type Facts, reconcile } from '@ai-census/inventory'
import type { Inventory } from '@ai-census/schema'
import type { Deps } from '../deps.ts'
import { loadFacts } from '../reconcile/load-facts.ts'

/**
 * The inventory as it was at an instant, made anew from what the ledger held then: nothing that came later can
 * show in it. Costs as much as the estate is large.
 */
export const inventoryAsOf = async (deps: Deps, instant: string): Promise<Inventory> =>
  reconcile(await factsAsOf(deps, instant))

async function factsAsOf(deps: Deps, instant: string): Promise<Facts> {
  const at = new Date(instant).toISOString()
  return deps.database.orm.transaction(
    async (tx) => loadFacts(deps, tx, { run: 0, at, position: await positionAt(tx, at) }),
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

/** The last position of the ledger that was taken by then. */
export async function positionAt(tx: Queryable, at: string): Promise<number> {
  const [look] = await tx
    .select({ position: looks.position })
    .from(looks)
    .where(lte(looks.at, at))
    .orderBy(desc(looks.position))
    .limit(1)
  const [decision] = await tx
    .select({ position: decisions.position })
    .from(decisions)
    .where(lte(decisions.at, at))
    .orderBy(desc(decisions.position))
    .limit(1)
  return Math.max(look?.position ?? 0, decision?.position ?? 0)
}
