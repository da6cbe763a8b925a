import type { HistoryQuery, HistoryRow } from '@ai-census/api'
import { events } from '@ai-census/db'
import { sql } from '@ai-census/db/query'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { assertSystem } from './get-system.ts'
import { eitherWay, isEqual, isOneOf, listPage, type Page, since, until } from './pages.ts'

type Query = z.output<typeof HistoryQuery>
type Row = typeof events.$inferSelect

/** Reconciliations are numbered in the order of their times. */
const byRun = {
  by: sql`${events.run}`,
  type: 'int',
  id: sql`lpad(${events.ordinal}::text, 9, '0')`,
  value: (row: Row) => row.run,
  key: (row: Row) => String(row.ordinal).padStart(9, '0'),
} as const

export async function listHistory(deps: Deps, query: Query): Promise<Page<HistoryRow>> {
  const { orm } = deps.database
  return listPage({
    query,
    filters: [
      isEqual(events.systemId, query.system),
      isOneOf(events.subjectType, query.subjectType),
      isEqual(events.subjectId, query.subject),
      isOneOf(events.event, query.event),
      since(events.at, query.from),
      until(events.at, query.to),
    ],
    order: eitherWay(byRun, query.sort),
    read: (where, order, limit) => orm.select().from(events).where(where).orderBy(order).limit(limit),
    count: (where) => orm.$count(events, where),
    show: historyRowOf,
  })
}

export async function listSystemHistory(
  deps: Deps,
  system: string,
  query: Omit<Query, 'system'>,
): Promise<Page<HistoryRow>> {
  await assertSystem(deps.database.orm, system)
  return listHistory(deps, { ...query, system })
}

const historyRowOf = (row: Row): HistoryRow => ({
  at: row.at,
  subject: { type: row.subjectType, id: row.subjectId, name: row.subjectName },
  event: row.event,
  detail: row.detail,
})
