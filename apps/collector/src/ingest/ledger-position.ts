import { heads, type Transaction } from '@ai-census/db'
import { eq, sql } from '@ai-census/db/query'

export interface LedgerPosition {
  position: number
  /** Never before the event that came before, whatever the clock says. */
  at: string
}

/**
 * The next position of the ledger, or with `count` the last of so many. Its row stays locked until the transaction ends, so positions are taken in
 * the order in which they become visible: who has read up to one has read everything before it.
 */
export async function nextPosition(tx: Transaction, now: Date, count = 1): Promise<LedgerPosition> {
  const [head] = await tx
    .update(heads)
    .set({
      position: sql`${heads.position} + ${count}`,
      at: sql`greatest(${heads.at}, ${now.toISOString()}::timestamptz)`,
    })
    .where(eq(heads.name, 'ledger'))
    .returning({ position: heads.position, at: heads.at })
  if (!head) throw new Error('the ledger has no head')
  return head
}
