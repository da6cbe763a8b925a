import type { Queryable } from '@ai-census/db'
import { type SQL, sql } from '@ai-census/db/query'

/**
 * Rows are counted so far and no further: beyond, a list says that there are more. Counting costs about as much as
 * reading a page for each fifty.
 */
export const MOST_COUNTED = 200

/** `from`: a query from its FROM on. */
export async function countUpTo(db: Queryable, from: SQL): Promise<{ total: number; capped?: true }> {
  const { rows } = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from (select 1 ${from} limit ${MOST_COUNTED + 1}) counted`,
  )
  const n = rows[0]?.n ?? 0
  return n > MOST_COUNTED ? { total: MOST_COUNTED, capped: true } : { total: n }
}
