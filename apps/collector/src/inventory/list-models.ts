import type { ModelQuery } from '@ai-census/api'
import { models } from '@ai-census/db'
import { sql } from '@ai-census/db/query'
import type { Model } from '@ai-census/schema'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { afterCursor, allOf, contains, cursorOf, type Order, orderBy, type Page, pageOf } from './pages.ts'
import { modelOf } from './shown.ts'

type Query = z.output<typeof ModelQuery>
type Row = typeof models.$inferSelect

const rowKey = sql`${models.rowKey}`
const byId = { by: sql`${models.id}`, type: 'text', id: rowKey, value: (row: Row) => row.id } as const
const byCount = {
  by: sql`${models.componentCount}`,
  type: 'int',
  id: rowKey,
  value: (row: Row) => row.componentCount,
} as const
const orders: Record<Query['sort'], Order & { value: (row: Row) => string | number | null }> = {
  id: { ...byId, descending: false },
  '-id': { ...byId, descending: true },
  componentCount: { ...byCount, descending: false },
  '-componentCount': { ...byCount, descending: true },
  retiresOn: {
    by: sql`${models.retiresOn}`,
    type: 'text',
    descending: false,
    id: rowKey,
    value: (row) => row.retiresOn,
  },
}

export async function listModels(deps: Deps, query: Query): Promise<Page<Model>> {
  const order = orders[query.sort]
  const where = allOf([
    sql`true`,
    query.search ? contains(sql`lower(${models.id})`, query.search) : undefined,
    query.publisher ? sql`${models.publisher} = ${query.publisher}` : undefined,
    query.host ? sql`${models.hosts} @> array[${query.host}]::text[]` : undefined,
    query.system
      ? sql`${models.id} in (select unnest(models) from ai_system where ai_system.id = ${query.system})`
      : undefined,
    query.retiringBefore ? sql`${models.retiresOn} < ${query.retiringBefore}` : undefined,
  ])
  const { orm } = deps.database
  const rows = await orm
    .select()
    .from(models)
    .where(allOf([where, afterCursor(order, query.cursor)]))
    .orderBy(orderBy(order))
    .limit(query.limit + 1)
  const total = await orm.$count(models, where)
  return { ...pageOf(rows, query.limit, modelOf, (row) => cursorOf(order.value(row), row.rowKey)), total }
}
