import type { Lag } from '@ai-census/api'
import { assertMigrated, isOperatorError } from '@ai-census/db'
import { sql } from '@ai-census/db/query'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { failureOf } from '../http/failure.ts'
import { HttpProblem } from '../http/problem.ts'

/** Throws 503 unless the database answers and is as this program left it. A lag alone is no reason to be passed over. */
export async function readiness(deps: Deps): Promise<z.infer<typeof Lag>> {
  try {
    await assertMigrated(deps.database.pool)
    const { lag } = await readHeads(deps)
    return lag
  } catch (error) {
    deps.log.warn(failureOf(error), 'not ready')
    throw new HttpProblem(503, isOperatorError(error) ? error.message : 'The database does not answer.')
  }
}

export interface Heads {
  ledger: number
  inventory: number
  decisions: number
  lag: z.infer<typeof Lag>
}

/** Where ledger and inventory end. The inventory is late by as long as the first event waits that it has not followed. */
export async function readHeads(deps: Deps): Promise<Heads> {
  const { rows } = await deps.database.orm.execute<{
    ledger: string
    inventory: string
    decisions: number
    waiting: string | Date | null
  }>(sql`
    select ledger.position as ledger, inventory.position as inventory,
      (select coalesce(max(sequence), 0) from decision) as decisions,
      least(
        (select at from look where position > inventory.position order by position limit 1),
        (select at from decision where position > inventory.position order by position limit 1)) as waiting
    from head ledger, head inventory
    where ledger.name = 'ledger' and inventory.name = 'inventory'`)
  const [row] = rows
  if (!row) throw new Error('the database has no heads')
  const [ledger, inventory] = [Number(row.ledger), Number(row.inventory)]
  const ms = row.waiting === null ? 0 : deps.now().getTime() - new Date(row.waiting).getTime()
  return {
    ledger,
    inventory,
    decisions: row.decisions,
    lag: { events: ledger - inventory, seconds: Math.max(0, ms / 1000) },
  }
}
