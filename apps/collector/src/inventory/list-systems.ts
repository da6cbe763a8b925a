import type { SystemQuery, SystemRow } from '@ai-census/api'
import { systems } from '@ai-census/db'
import { type SQL, sql } from '@ai-census/db/query'
import type { SystemField } from '@ai-census/schema'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { settingsInForce } from '../reconcile/settings-in-force.ts'
import {
  afterCursor,
  allOf,
  contains,
  cursorOf,
  holds,
  type Order,
  orderBy,
  type Page,
  pageOf,
  since,
  until,
} from './pages.ts'
import { type StoredSystem, selectSystems, systemLastSeen, systemRowOf } from './shown.ts'

type Query = z.output<typeof SystemQuery>
type Row = StoredSystem

export async function listSystems(deps: Deps, query: Query): Promise<Page<SystemRow>> {
  const order = await orderOf(deps, query.sort)
  const where = filterOf(query, dayOf(deps.now().toISOString()))
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

const orders: Record<Exclude<Query['sort'], 'risk' | '-risk'>, SystemOrder> = {
  name: { ...name, descending: false },
  '-name': { ...name, descending: true },
  lastSeenAt: { ...lastSeen, descending: false },
  '-lastSeenAt': { ...lastSeen, descending: true },
  firstSeenAt: { ...firstSeen, descending: false },
  '-firstSeenAt': { ...firstSeen, descending: true },
  attention: byAttention,
}

async function orderOf(deps: Deps, sort: Query['sort']): Promise<SystemOrder> {
  if (sort !== 'risk' && sort !== '-risk') return orders[sort]
  const { riskLevels } = await settingsInForce(deps, deps.database.orm)
  return {
    // What has no level of the scale has no place on it, and stands last.
    by: sql`array_position(${sql.param(riskLevels)}::text[], ${answer('riskLevel')})`,
    type: 'int',
    descending: sort === '-risk',
    id: sql`${systems.id}`,
    value: (row) => placeOn(riskLevels, row.fields.riskLevel?.value),
  }
}

/** Counts from one, as `array_position` does. */
export const placeOn = (scale: readonly string[], level: string | undefined): number | null =>
  level !== undefined && scale.includes(level) ? scale.indexOf(level) + 1 : null

export const dayOf = (instant: string): string => instant.slice(0, 10)

/** What a field answers; a field's name is a constant of the schema. */
const answer = (field: SystemField): SQL => sql.raw(`(ai_system.fields #>> '{${field},value}')`)

export const NOBODY = 'none'
const isPerson = (said: SQL, wanted: string | undefined): SQL | undefined =>
  wanted === undefined
    ? undefined
    : wanted === NOBODY
      ? sql`${said} is null`
      : sql`lower(${said}) = lower(${wanted})`

function isOwner(wanted: string | undefined): SQL | undefined {
  const [one, other] = [isPerson(answer('businessOwner'), wanted), isPerson(answer('technicalOwner'), wanted)]
  if (!one || !other) return undefined
  return wanted === NOBODY ? sql`(${one} and ${other})` : sql`(${one} or ${other})`
}

const hasRisk = (levels: readonly string[] | undefined): SQL | undefined =>
  levels && sql`coalesce(${answer('riskLevel')}, ${NOBODY}) = any(${sql.param(levels)}::text[])`

const filterOf = (query: Query, today: string): SQL =>
  allOf([
    sql`true`,
    query.search ? contains(sql`${systems.search}`, query.search) : undefined,
    query.state ? sql`${systems.state} = any(${sql.param(query.state)}::text[])` : undefined,
    query.flag ? sql`${systems.flags} && ${sql.param(query.flag)}::text[]` : undefined,
    query.supplier ? sql`${systems.suppliers} @> array[${query.supplier}]::text[]` : undefined,
    query.context ? sql`${systems.contexts} && ${sql.param(query.context)}::text[]` : undefined,
    query.grade ? sql`${systems.grade} = any(${sql.param(query.grade)}::text[])` : undefined,
    query.model ? sql`${systems.models} @> array[${query.model}]::text[]` : undefined,
    hasRisk(query.risk),
    isOwner(query.owner),
    isPerson(answer('businessOwner'), query.businessOwner),
    isPerson(answer('technicalOwner'), query.technicalOwner),
    isPerson(sql`${systems.assignee}`, query.assignee),
    holds(sql`coalesce(${systems.snoozedUntil} > ${today}, false)`, query.snoozed),
    holds(sql`${systems.live}`, query.live),
    since(systems.firstSeenAt, query.firstSeenAfter),
    until(systems.firstSeenAt, query.firstSeenBefore),
  ])
