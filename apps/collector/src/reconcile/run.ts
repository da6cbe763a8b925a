import { heads, type Transaction } from '@ai-census/db'
import { eq } from '@ai-census/db/query'
import type { Deps } from '../deps.ts'
import type { Changes } from './apply-changes.ts'
import { basisOf } from './basis.ts'
import type { Moment } from './load-facts.ts'
import { type Done, project, projectAll } from './project.ts'

/** One reconciliation from where the inventory stands. A replay calls it for each kept moment. */
export async function runTo(deps: Deps, tx: Transaction, moment: Moment, done: Done): Promise<Changes> {
  return moved(deps, tx, moment, await project(deps, tx, moment, done))
}

/** As `runTo`, where what the inventory is made with besides the ledger has changed. */
export const runAll = async (deps: Deps, tx: Transaction, moment: Moment): Promise<Changes> =>
  moved(deps, tx, moment, await projectAll(deps, tx, moment))

async function moved(
  deps: Deps,
  tx: Transaction,
  { position, at }: Moment,
  changes: Changes,
): Promise<Changes> {
  await tx
    .update(heads)
    .set({ position, at, basis: basisOf(deps) })
    .where(eq(heads.name, 'inventory'))
  return changes
}
