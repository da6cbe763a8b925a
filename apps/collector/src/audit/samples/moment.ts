import { heads, reconciliations } from '@ai-census/db'
import { desc, eq, lte } from '@ai-census/db/query'
import type { Deps } from '../../deps.ts'
import { HttpProblem } from '../../http/problem.ts'
import type { Moment } from '../../reconcile/load-facts.ts'

const SETTLE_MS = 60_000

/** The last reconciliation until an instant: the inventory that people saw then. Null: the one of now. */
export async function momentOf(deps: Deps, asOf: string | undefined): Promise<Moment> {
  const { orm } = deps.database
  if (asOf === undefined) await followLedger(deps)
  const [moment] = await orm
    .select()
    .from(reconciliations)
    .where(asOf === undefined ? undefined : lte(reconciliations.at, asOf))
    .orderBy(desc(reconciliations.run))
    .limit(1)
  // Before anything came, the inventory is empty. A database does not take every offset that an instant may be said with.
  const at = asOf === undefined ? deps.now() : new Date(asOf)
  return moment ?? { run: 0, position: 0, at: at.toISOString() }
}

/** What was reported and decided by now belongs to the population of now. */
async function followLedger(deps: Deps): Promise<void> {
  const { orm } = deps.database
  const [ledger] = await orm.select().from(heads).where(eq(heads.name, 'ledger'))
  await deps.reconciler.settle(SETTLE_MS)
  const [inventory] = await orm.select().from(heads).where(eq(heads.name, 'inventory'))
  if ((inventory?.position ?? 0) < (ledger?.position ?? 0))
    throw new HttpProblem(503, 'The inventory has not followed all reports yet; try again soon.')
}
