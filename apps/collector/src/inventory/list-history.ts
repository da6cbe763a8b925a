import type { HistoryQuery, HistoryRow } from '@ai-census/api'
import { events, reconciliations } from '@ai-census/db'
import { objectOf, rowsOf, type SQL, sql, type Write } from '@ai-census/db/query'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import type { Written } from '../http/written.ts'
import { assertSystem, isSystem } from './assert-there.ts'
import { isEqual, isOneOf } from './filters.ts'
import { eitherWay, writePage } from './list-page.ts'
import type { Page } from './pages.ts'
import { narrowedBy, sumOf } from './totals.ts'

type Query = z.output<typeof HistoryQuery>
type Row = typeof events.$inferSelect
const eventRows = rowsOf(events)
const { at, subjectType, subjectId, subjectName, event, detail } = eventRows.json
const historyRowJson: Write<HistoryRow> = objectOf({
  at,
  subject: objectOf({ type: subjectType, id: subjectId, name: subjectName }),
  event,
  detail,
})

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

export const listHistory = (deps: Deps, query: Query): Promise<Written<Page<HistoryRow>>> =>
  writePage(listOf(deps, query))

function listOf(deps: Deps, query: Query, ...more: SQL[]) {
  return {
    database: deps.database,
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
      ...more,
    ],
    order: eitherWay(byRun, query.sort),
    total: narrowedBy(query) ? null : sumOf('event', ['all']),
    write: historyRowJson,
  }
}

export async function listSystemHistory(
  deps: Deps,
  system: string,
  query: Omit<Query, 'system'>,
): Promise<Written<Page<HistoryRow>>> {
  const page = await writePage(listOf(deps, { ...query, system }, isSystem(system)))
  // One row tells that there is the system.
  if (page.isEmpty) await assertSystem(deps.database.orm, system)
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
