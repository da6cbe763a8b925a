import type { DecisionQuery } from '@ai-census/api'
import { decisions, type Queryable } from '@ai-census/db'
import { desc, sql } from '@ai-census/db/query'
import type { Decision } from '@ai-census/schema'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { assertSystem } from '../inventory/assert-there.ts'
import { isEqual, isOneOf, since, until } from '../inventory/filters.ts'
import { aboutSystem } from '../inventory/get-system.ts'
import { eitherWay, listPage } from '../inventory/list-page.ts'
import type { Page } from '../inventory/pages.ts'
import { narrowedBy } from '../inventory/totals.ts'
import { decisionOf } from '../reconcile/decision-log.ts'
import { aboutSupplier } from './review-version.ts'

type Query = z.output<typeof DecisionQuery>
type Row = typeof decisions.$inferSelect

const bySequence = {
  by: sql`${decisions.sequence}`,
  type: 'int',
  id: sql`${decisions.sequence}`,
  idType: 'int',
  idFollows: true,
  value: (row: Row) => row.sequence,
  key: (row: Row) => String(row.sequence),
} as const

export async function listDecisions(deps: Deps, query: Query): Promise<Page<Decision>> {
  const { orm } = deps.database
  return listPage({
    db: orm,
    from: sql`${decisions}`,
    ref: { column: sql`${decisions.sequence}`, type: 'int' },
    query,
    filters: [
      query.system ? aboutSystem(query.system) : undefined,
      query.supplier ? aboutSupplier(query.supplier) : undefined,
      isOneOf(sql`(${decisions.body} ->> 'type')`, query.type),
      isEqual(decisions.author, query.author),
      since(decisions.at, query.from),
      until(decisions.at, query.to),
    ],
    order: eitherWay(bySequence, query.sort),
    read: (where, order, limit) => orm.select().from(decisions).where(where).orderBy(order).limit(limit),
    total: narrowedBy(query) ? null : () => lastSequence(orm),
    show: decisionOf,
  })
}

/** They are numbered from one, without a gap. */
async function lastSequence(db: Queryable): Promise<number> {
  const [last] = await db
    .select({ sequence: decisions.sequence })
    .from(decisions)
    .orderBy(desc(decisions.sequence))
    .limit(1)
  return last?.sequence ?? 0
}

export async function listSystemDecisions(
  deps: Deps,
  system: string,
  page: Pick<Query, 'cursor' | 'limit'>,
): Promise<Page<Decision>> {
  await assertSystem(deps.database.orm, system)
  return listDecisions(deps, { ...page, system, sort: '-sequence' })
}
