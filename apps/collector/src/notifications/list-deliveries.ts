import type { DeliveryRow, DeliveryStatus } from '@ai-census/api'
import { deliveries, destinations } from '@ai-census/db'
import { and, eq, sql } from '@ai-census/db/query'
import type { Deps } from '../deps.ts'
import { afterCursor, cursorOf, orderBy, type Page, pageOf } from '../inventory/pages.ts'
import type { Delivery } from './deliver.ts'
import type { Destination } from './enqueue-news.ts'

interface Query {
  cursor?: string | undefined
  limit: number
  destination?: string | undefined
  status?: DeliveryStatus | undefined
}

const order = {
  by: sql`${deliveries.createdAt}`,
  type: 'timestamptz',
  descending: true,
  id: sql`${deliveries.id}`,
  idType: 'uuid',
} as const

export async function listDeliveries(deps: Deps, query: Query): Promise<Page<DeliveryRow>> {
  const { orm } = deps.database
  const asked = and(
    query.destination === undefined ? undefined : eq(deliveries.destination, query.destination),
    query.status === undefined ? undefined : eq(deliveries.status, query.status),
  )
  const rows = await orm
    .select({ delivery: deliveries, destination: destinations })
    .from(deliveries)
    .innerJoin(destinations, eq(destinations.id, deliveries.destination))
    .where(and(asked, afterCursor(order, query.cursor)))
    .orderBy(orderBy(order))
    .limit(query.limit + 1)
  const page = pageOf(
    rows,
    query.limit,
    (row) => showDelivery(row.delivery, row.destination),
    (row) => cursorOf(row.delivery.createdAt, row.delivery.id),
  )
  return { ...page, total: await orm.$count(deliveries, asked) }
}

export function showDelivery(row: Delivery, { id, name, type }: Destination): DeliveryRow {
  const { message, claimedUntil: _, nextAt, status, ...rest } = row
  const [first] = message.news
  return {
    ...rest,
    destination: { id, name, type },
    counts: message.counts,
    first: first?.subject.name ?? null,
    status,
    nextAt: status === 'waiting' && !row.isTest ? nextAt : null,
  }
}
