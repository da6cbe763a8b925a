import type { listStates as endpoint } from '@ai-census/api'
import { inventoryHistory } from '@ai-census/db'
import { and, eq, sql } from '@ai-census/db/query'
import { differingProperties } from '@ai-census/inventory'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { afterCursor, cursorOf, type Order, orderBy, pageOf } from '../inventory/pages.ts'

type Query = z.output<typeof endpoint.query>
type Answer = z.input<typeof endpoint.response>
type Row = typeof inventoryHistory.$inferSelect

const order: Order = {
  by: sql`${inventoryHistory.run}`,
  type: 'int',
  descending: true,
  id: sql`${inventoryHistory.subjectId}`,
}

/** Every state that one thing was ever in, newest first, each with what it changed. */
export async function listStates(deps: Deps, query: Query): Promise<Answer> {
  const { orm } = deps.database
  const isSubject = and(
    eq(inventoryHistory.subjectType, query.subjectType),
    eq(inventoryHistory.subjectId, query.subjectId),
  )
  const page = orm
    .select()
    .from(inventoryHistory)
    .where(and(isSubject, afterCursor(order, query.cursor)))
    .orderBy(orderBy(order))
    .limit(query.limit + 1)
  const rows = await page
  const isAll = query.cursor === undefined && rows.length <= query.limit
  const total = isAll ? rows.length : await orm.$count(inventoryHistory, isSubject)
  const states = rows.map((row, i) => ({ row, before: rows[i + 1] }))
  return { ...pageOf(states, query.limit, shown, ({ row }) => cursorOf(row.run, row.subjectId)), total }
}

const shown = ({ row, before }: { row: Row; before: Row | undefined }): Answer['rows'][number] => ({
  from: row.validFrom,
  to: row.validTo,
  run: row.run,
  properties: before?.validTo === row.validFrom ? differingProperties(bodyOf(before), bodyOf(row)) : [],
  body: bodyOf(row),
})

/** The history keeps objects only. */
const bodyOf = ({ body }: Row): Record<string, unknown> => body as Record<string, unknown>
