import type { Queryable } from '@ai-census/db'
import { type SQL, sql } from '@ai-census/db/query'
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

/**
 * The last position of the ledger that was taken by then. Times never go back along the ledger, so all up to where the
 * last reconciliation by then had come was there, and only what follows that place is looked at.
 */
export async function positionAt(db: Queryable, at: string): Promise<number> {
  const { rows } = await db.execute<{ position: string }>(sql`select ${positionThen(at)} as position`)
  return Number(rows[0]?.position)
}

/** The same as an expression; 0 where nothing was taken by then. */
export const positionThen = (at: string): SQL => sql`
    coalesce(greatest(
      (select position from look
        where position < coalesce((
          select position from look
          where at > ${at}::timestamptz and position > coalesce((
            select position from reconciliation where at <= ${at}::timestamptz order by at desc, run desc limit 1), 0)
          order by position limit 1), ${MAX_POSITION})
        order by position desc limit 1),
      (select position from decision where at <= ${at}::timestamptz order by position desc limit 1)), 0)`

const MAX_POSITION = sql.raw('9223372036854775807')
