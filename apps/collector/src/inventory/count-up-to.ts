import type { Queryable } from '@ai-census/db'
import { type SQL, sql } from '@ai-census/db/query'

/**
 * Rows are counted so far and no further: beyond, a list says that there are more. Counting costs about as much as
 * reading a page for each fifty.
 */
export const MOST_COUNTED = 200

/** `from`: a query from its FROM on. */
export async function countUpTo(db: Queryable, from: SQL): Promise<Counted> {
  const { rows } = await db.execute<{ n: number }>(sql`select ${numberUpTo(from)} as n`)
  return cappedAt(rows[0]?.n ?? 0)
}

export interface Counted {
  total: number
  capped?: true
}

/** The number as an expression, to be read beside other things: one more than is counted where there are more. */
export const numberUpTo = (from: SQL): SQL =>
  sql`(select count(*)::int from (select 1 ${from} limit ${MOST_COUNTED + 1}) counted)`

/** What that number tells. */
export const cappedAt = (n: number): Counted =>
  n > MOST_COUNTED ? { total: MOST_COUNTED, capped: true } : { total: n }
