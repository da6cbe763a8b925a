import type { HistoryRow } from '@ai-census/api'
import { events } from '@ai-census/db'
import { sql } from '@ai-census/db/query'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { afterCursor, allOf, cursorOf, orderBy, type Page, pageOf } from './pages.ts'

type Row = z.infer<typeof HistoryRow>

export async function listHistory(
  deps: Deps,
  query: { cursor?: string | undefined; limit: number; system?: string | undefined },
): Promise<Page<Row>> {
  const place = sql`lpad(${events.ordinal}::text, 9, '0')`
  const order = { by: sql`${events.run}`, type: 'int', descending: true, id: place } as const
  const where = allOf([sql`true`, query.system ? sql`${events.systemId} = ${query.system}` : undefined])
  const { orm } = deps.database
  const rows = await orm
    .select()
    .from(events)
    .where(allOf([where, afterCursor(order, query.cursor)]))
    .orderBy(orderBy(order))
    .limit(query.limit + 1)
  const total = await orm.$count(events, where)
  const cursor = (row: (typeof rows)[number]) => cursorOf(row.run, String(row.ordinal).padStart(9, '0'))
  return { ...pageOf(rows, query.limit, historyRowOf, cursor), total }
}

const historyRowOf = (row: typeof events.$inferSelect): Row => ({
  at: row.at,
  subject: { type: row.subjectType, id: row.subjectId, name: row.subjectName },
  event: row.event,
  detail: row.detail,
})
