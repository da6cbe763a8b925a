import { decisions } from '@ai-census/db'
import { sql } from '@ai-census/db/query'
import type { Decision } from '@ai-census/schema'
import type { Deps } from '../deps.ts'
import { aboutSystem } from '../inventory/get-system.ts'
import { afterCursor, allOf, cursorOf, orderBy, type Page, pageOf } from '../inventory/pages.ts'
import { decisionOf } from '../reconcile/decision-log.ts'

export async function listDecisions(
  deps: Deps,
  query: { cursor?: string | undefined; limit: number; system?: string | undefined },
): Promise<Page<Decision>> {
  const order = {
    by: sql`${decisions.sequence}`,
    type: 'int',
    descending: true,
    id: sql`${decisions.sequence}::text`,
  } as const
  const where = allOf([sql`true`, query.system ? aboutSystem(query.system) : undefined])
  const { orm } = deps.database
  const rows = await orm
    .select()
    .from(decisions)
    .where(allOf([where, afterCursor(order, query.cursor)]))
    .orderBy(orderBy(order))
    .limit(query.limit + 1)
  const total = await orm.$count(decisions, where)
  return {
    ...pageOf(rows, query.limit, decisionOf, (row) => cursorOf(row.sequence, String(row.sequence))),
    total,
  }
}
