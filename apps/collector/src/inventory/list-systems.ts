import type { SystemQuery, SystemRow } from '@ai-census/api'
import { systems } from '@ai-census/db'
import { type SQL, sql } from '@ai-census/db/query'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { afterCursor, allOf, contains, cursorOf, type Order, orderBy, type Page, pageOf } from './pages.ts'
import { type StoredSystem, selectSystems, systemLastSeen, systemRowOf } from './shown.ts'

type Query = z.output<typeof SystemQuery>
type Row = StoredSystem

export async function listSystems(deps: Deps, query: Query): Promise<Page<SystemRow>> {
  const order = orders[query.sort]
  const where = filterOf(query)
  const { orm } = deps.database
  const rows = await selectSystems(orm)
    .where(allOf([where, afterCursor(order, query.cursor)]))
    .orderBy(orderBy(order))
    .limit(query.limit + 1)
  const total = await orm.$count(systems, where)
  return { ...pageOf(rows, query.limit, systemRowOf, (row) => cursorOf(order.value(row), row.id)), total }
}

interface SystemOrder extends Order {
  value: (row: Row) => string | number | null
}

const name = {
  by: sql`${systems.sortName}`,
  type: 'text',
  id: sql`${systems.id}`,
  value: (row: Row) => row.sortName,
} as const
const lastSeen = {
  by: systemLastSeen,
  type: 'timestamptz',
  id: sql`${systems.id}`,
  value: (row: Row) => row.lastSeenAt,
} as const
const firstSeen = {
  by: sql`${systems.firstSeenAt}`,
  type: 'timestamptz',
  id: sql`${systems.id}`,
  value: (row: Row) => row.firstSeenAt,
} as const

export const byAttention: SystemOrder = {
  by: sql`${systems.attention}`,
  type: 'int',
  descending: true,
  id: sql`${systems.id}`,
  value: (row) => row.attention,
}

const orders: Record<Query['sort'], SystemOrder> = {
  name: { ...name, descending: false },
  '-name': { ...name, descending: true },
  lastSeenAt: { ...lastSeen, descending: false },
  '-lastSeenAt': { ...lastSeen, descending: true },
  firstSeenAt: { ...firstSeen, descending: false },
  '-firstSeenAt': { ...firstSeen, descending: true },
  attention: byAttention,
}

const filterOf = (query: Query): SQL =>
  allOf([
    sql`true`,
    query.search ? contains(sql`${systems.search}`, query.search) : undefined,
    query.state ? sql`${systems.state} = any(${sql.param(query.state)}::text[])` : undefined,
    query.flag ? sql`${systems.flags} && ${sql.param(query.flag)}::text[]` : undefined,
    query.supplier ? sql`${systems.suppliers} @> array[${query.supplier}]::text[]` : undefined,
    query.context ? sql`${systems.contexts} && ${sql.param(query.context)}::text[]` : undefined,
    query.grade ? sql`${systems.grade} = any(${sql.param(query.grade)}::text[])` : undefined,
  ])
