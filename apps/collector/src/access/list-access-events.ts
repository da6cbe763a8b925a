import type { AccessEvent, AccessEventType } from '@ai-census/api'
import { accessEvents } from '@ai-census/db'
import { and, eq, inArray, sql } from '@ai-census/db/query'
import type { Deps } from '../deps.ts'
import { afterCursor, cursorOf, orderBy, type Page, pageOf } from '../inventory/pages.ts'

interface Query {
  cursor?: string | undefined
  limit: number
  type?: AccessEventType[] | undefined
  subject?: string | undefined
}

const order = {
  by: sql`${accessEvents.at}`,
  type: 'timestamptz',
  descending: true,
  id: sql`${accessEvents.id}`,
} as const

export async function listAccessEvents(deps: Deps, query: Query): Promise<Page<AccessEvent>> {
  const { orm } = deps.database
  const wanted = and(
    query.type ? inArray(accessEvents.type, query.type) : undefined,
    query.subject === undefined ? undefined : eq(accessEvents.subject, query.subject),
  )
  const rows = await orm
    .select()
    .from(accessEvents)
    .where(and(wanted, afterCursor(order, query.cursor)))
    .orderBy(orderBy(order))
    .limit(query.limit + 1)
  return {
    ...pageOf(rows, query.limit, shown, (row) => cursorOf(row.at, row.id)),
    total: await orm.$count(accessEvents, wanted),
  }
}

const shown = (row: typeof accessEvents.$inferSelect): AccessEvent => ({
  id: row.id,
  at: row.at,
  // Only recordEvent writes it, with a value of this type.
  type: row.type as AccessEventType,
  actor: row.actor,
  subject: row.subject,
  address: row.address,
  agent: row.agent,
  detail: row.detail,
})
