import { heads } from '@ai-census/db'
import { eq } from '@ai-census/db/query'
import type { Inventory } from '@ai-census/schema'
import type { Deps } from '../deps.ts'
import { readInventory } from '../export/read-inventory.ts'
import { HttpProblem } from '../http/problem.ts'
import { inventoryAsOf, positionAt } from '../inventory/as-of.ts'
import { momentOf } from './samples/moment.ts'

export interface PackInventory {
  inventory: Inventory
  instant: string
  /** Where the ledger was then. */
  position: number
}

const TRIES = 5

/** An inventory, and the place in the ledger that it is made of. */
export async function readPackInventory(deps: Deps, asOf: string | undefined): Promise<PackInventory> {
  if (asOf !== undefined) {
    const instant = new Date(asOf).toISOString()
    return {
      inventory: await inventoryAsOf(deps, instant),
      instant,
      position: await positionAt(deps.database.orm, instant),
    }
  }
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const { position, at } = await momentOf(deps, undefined)
    const inventory = await readInventory(deps)
    if ((await inventoryPosition(deps)) === position) return { inventory, instant: at, position }
  }
  throw new HttpProblem(503, 'Reports come too fast to take one picture of all; name an instant with asOf.')
}

async function inventoryPosition(deps: Deps): Promise<number> {
  const [head] = await deps.database.orm.select().from(heads).where(eq(heads.name, 'inventory'))
  return head?.position ?? 0
}
