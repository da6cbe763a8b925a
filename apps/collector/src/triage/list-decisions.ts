import type { DecisionQuery } from '@ai-census/api'
import { decisions } from '@ai-census/db'
import { sql } from '@ai-census/db/query'
import type { Decision } from '@ai-census/schema'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { aboutSystem, assertSystem } from '../inventory/get-system.ts'
import { eitherWay, isEqual, isOneOf, listPage, type Page, since, until } from '../inventory/pages.ts'
import { decisionOf } from '../reconcile/decision-log.ts'

type Query = z.output<typeof DecisionQuery>
type Row = typeof decisions.$inferSelect

const bySequence = {
  by: sql`${decisions.sequence}`,
  type: 'int',
  id: sql`${decisions.sequence}::text`,
  value: (row: Row) => row.sequence,
  key: (row: Row) => String(row.sequence),
} as const

export async function listDecisions(deps: Deps, query: Query): Promise<Page<Decision>> {
  const { orm } = deps.database
  return listPage({
    query,
    filters: [
      query.system ? aboutSystem(query.system) : undefined,
      isOneOf(sql`(${decisions.body} ->> 'type')`, query.type),
      isEqual(decisions.author, query.author),
      since(decisions.at, query.from),
      until(decisions.at, query.to),
    ],
    order: eitherWay(bySequence, query.sort),
    read: (where, order, limit) => orm.select().from(decisions).where(where).orderBy(order).limit(limit),
    count: (where) => orm.$count(decisions, where),
    show: decisionOf,
  })
}

export async function listSystemDecisions(
  deps: Deps,
  system: string,
  page: Pick<Query, 'cursor' | 'limit'>,
): Promise<Page<Decision>> {
  await assertSystem(deps.database.orm, system)
  return listDecisions(deps, { ...page, system, sort: '-sequence' })
}
