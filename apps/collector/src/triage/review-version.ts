import { decisions, type Queryable } from '@ai-census/db'
import { type SQL, sql } from '@ai-census/db/query'

/** Its reviews, which an index finds, and what took one of them back. */
export function aboutSupplier(slug: string): SQL {
  const review = JSON.stringify({ type: 'review-supplier', supplier: slug })
  return sql`(${decisions.body} @> ${review}::jsonb or (${decisions.body} ->> 'type' = 'revoke'
    and (${decisions.body} ->> 'sequence')::int in (
      select review.sequence from decision review where review.body @> ${review}::jsonb)))`
}

/**
 * Changes with every review of the supplier and with what takes one back, and with nothing else: scans that see more of
 * it are no news to whoever reviews it. Told by the log, which is ahead of the inventory.
 */
export async function reviewVersionOf(db: Queryable, slug: string): Promise<string> {
  const { rows } = await db.execute<{ last: number }>(
    sql`select coalesce(max(${decisions.sequence}), 0)::int as last from ${decisions} where ${aboutSupplier(slug)}`,
  )
  return String(rows[0]?.last ?? 0)
}
