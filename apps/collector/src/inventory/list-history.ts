import type { HistoryQuery, HistoryRow } from '@ai-census/api'
import { events, reconciliations } from '@ai-census/db'
import { rowsOf, sql } from '@ai-census/db/query'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { assertSystem } from './assert-there.ts'
import { isEqual, isOneOf } from './filters.ts'
import { eitherWay, listPage } from './list-page.ts'
import type { Page } from './pages.ts'
import { narrowedBy, sumOf } from './totals.ts'

type Query = z.output<typeof HistoryQuery>
type Row = typeof events.$inferSelect
const eventRows = rowsOf(events)

/** Reconciliations are numbered in the order of their times. */
const byRun = {
  by: sql`${events.run}`,
  type: 'int',
  id: sql`${events.ordinal}`,
  idType: 'int',
  idFollows: true,
  value: (row: Row) => row.run,
  key: (row: Row) => String(row.ordinal),
} as const

export async function listHistory(deps: Deps, query: Query): Promise<Page<HistoryRow>> {
  return listPage({
    db: deps.database.orm,
    rows: eventRows,
    // All of one run; which of them are meant, the filters say again.
    ref: sql`${events.run}`,
    query,
    filters: [
      isEqual(events.systemId, query.system),
      isOneOf(events.subjectType, query.subjectType),
      isEqual(events.subjectId, query.subject),
      isOneOf(events.event, query.event),
      since(query.from),
      until(query.to),
    ],
    order: eitherWay(byRun, query.sort),
    total: narrowedBy(query) ? null : sumOf('event', ['all']),
    show: historyRowOf,
  })
}

export async function listSystemHistory(
  deps: Deps,
  system: string,
  query: Omit<Query, 'system'>,
): Promise<Page<HistoryRow>> {
  const [page] = await Promise.all([
    listHistory(deps, { ...query, system }),
    assertSystem(deps.database.orm, system),
  ])
  return page
}

/** Reconciliations are numbered in the order of their times, and the index is by number. */
const since = (at: string | undefined) =>
  at === undefined
    ? undefined
    : sql`${events.run} >= coalesce((
        select run from ${reconciliations} where ${reconciliations.at} >= ${at}::timestamptz
        order by ${reconciliations.at}, run limit 1), ${AFTER_ALL})`
const until = (at: string | undefined) =>
  at === undefined
    ? undefined
    : sql`${events.run} <= coalesce((
        select run from ${reconciliations} where ${reconciliations.at} <= ${at}::timestamptz
        order by ${reconciliations.at} desc, run desc limit 1), 0)`
const AFTER_ALL = 2 ** 31 - 1

const historyRowOf = (row: Row): HistoryRow => ({
  at: row.at,
  subject: { type: row.subjectType, id: row.subjectId, name: row.subjectName },
  event: row.event,
  detail: row.detail,
})
