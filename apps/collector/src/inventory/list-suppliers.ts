import type { SupplierQuery } from '@ai-census/api'
import { suppliers } from '@ai-census/db'
import { sql } from '@ai-census/db/query'
import type { Supplier } from '@ai-census/schema'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import type { Written } from '../http/written.ts'
import { contains, holds, isEqual, isOneOf } from './filters.ts'
import { eitherWay, type RowOrder, writePage } from './list-page.ts'
import type { Page } from './pages.ts'
import { supplierJson, supplierRows } from './shown.ts'
import { narrowedBy, sumOf } from './totals.ts'

type Query = z.output<typeof SupplierQuery>
type Row = typeof suppliers.$inferSelect

type Sort = 'name' | 'systemCount' | 'nextReview'
const nameOf = (sort: Query['sort']): Sort => sort.replace('-', '') as Sort // a sign and a name, by the contract

const slug = { id: sql`${suppliers.slug}`, key: (row: Row) => row.slug }
const orders: Record<Sort, Omit<RowOrder<Row>, 'descending'>> = {
  name: { ...slug, by: sql`${suppliers.sortName}`, type: 'text', value: (row) => row.sortName },
  systemCount: { ...slug, by: sql`${suppliers.systemCount}`, type: 'int', value: (row) => row.systemCount },
  nextReview: {
    ...slug,
    by: sql`${suppliers.nextReview}`,
    type: 'text',
    nullable: true,
    value: (row) => row.nextReview,
  },
}

export async function listSuppliers(deps: Deps, query: Query): Promise<Written<Page<Supplier>>> {
  return writePage({
    database: deps.database,
    rows: supplierRows,
    ref: sql`${suppliers.slug}`,
    query,
    filters: [
      contains(sql`lower(${suppliers.name})`, query.search),
      isOneOf(suppliers.review, query.review),
      query.reviewDueBefore === undefined
        ? undefined
        : sql`${suppliers.nextReview} < ${query.reviewDueBefore}`,
      isEqual(suppliers.country, query.country),
      holds(sql`${suppliers.systemCount} > 0`, query.used),
    ],
    order: eitherWay(orders[nameOf(query.sort)], query.sort),
    total: narrowedBy(query) ? null : sumOf('supplier', ['all']),
    write: supplierJson,
  })
}
