import type { SupplierQuery } from '@ai-census/api'
import { suppliers } from '@ai-census/db'
import { sql } from '@ai-census/db/query'
import type { Supplier } from '@ai-census/schema'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import {
  afterCursor,
  allOf,
  contains,
  cursorOf,
  eitherWay,
  holds,
  isEqual,
  isOneOf,
  orderBy,
  type Page,
  pageOf,
  type RowOrder,
} from './pages.ts'
import { supplierOf } from './shown.ts'

type Query = z.output<typeof SupplierQuery>
type Row = typeof suppliers.$inferSelect

type Sort = 'name' | 'systemCount' | 'nextReview'
const nameOf = (sort: Query['sort']): Sort => sort.replace('-', '') as Sort // a sign and a name, by the contract

const slug = { id: sql`${suppliers.slug}`, key: (row: Row) => row.slug }
const orders: Record<Sort, Omit<RowOrder<Row>, 'descending'>> = {
  name: { ...slug, by: sql`${suppliers.sortName}`, type: 'text', value: (row) => row.sortName },
  systemCount: { ...slug, by: sql`${suppliers.systemCount}`, type: 'int', value: (row) => row.systemCount },
  nextReview: { ...slug, by: sql`${suppliers.nextReview}`, type: 'text', value: (row) => row.nextReview },
}

export async function listSuppliers(deps: Deps, query: Query): Promise<Page<Supplier>> {
  const order = eitherWay(orders[nameOf(query.sort)], query.sort)
  const where = allOf([
    sql`true`,
    query.search ? contains(sql`lower(${suppliers.name})`, query.search) : undefined,
    isOneOf(suppliers.review, query.review),
    query.reviewDueBefore ? sql`${suppliers.nextReview} < ${query.reviewDueBefore}` : undefined,
    isEqual(suppliers.country, query.country),
    holds(sql`${suppliers.systemCount} > 0`, query.used),
  ])
  const { orm } = deps.database
  const rows = await orm
    .select()
    .from(suppliers)
    .where(allOf([where, afterCursor(order, query.cursor)]))
    .orderBy(orderBy(order))
    .limit(query.limit + 1)
  const total = await orm.$count(suppliers, where)
  const cursor = (row: Row) => cursorOf(order.value(row), order.key(row))
  return { ...pageOf(rows, query.limit, supplierOf, cursor), total }
}
