import type { ModelRow, SystemRow } from '@ai-census/api'
import {
  components,
  type flags,
  type models,
  type relationships,
  scopeSights,
  type suppliers,
  systems,
} from '@ai-census/db'
import { getTableColumns, type RowOf, rowsFrom, type SQL, sql } from '@ai-census/db/query'
import type { AiSystem, Component, Flag, Model, Relationship, Supplier } from '@ai-census/schema'
import type { Deps } from '../deps.ts'

/** Rows of the projection as the domain's values; columns that only serve queries are left behind. */

/** The later of when it was itself last seen and when its scope was: see `lastSight` of the tables. */
const lastSeen = <T>(seenAt: typeof systems.seenAt | typeof components.seenAt): SQL<T> =>
  sql<T>`greatest(${seenAt}, ${scopeSights.sightAt})`

/** With the sight of the scope on its lane. */
const withSight = (lane: typeof systems.lane | typeof components.lane): SQL =>
  sql`left join ${scopeSights} on ${scopeSights.lane} = ${lane}`

const sightAt = sql<string | null>`${scopeSights.sightAt}`
const INSTANTS = ['sightAt', 'lastSeenAt'] as const

// What only filters look at is not read.
const { search: _systemText, ...systemColumns } = getTableColumns(systems)
const { search: _componentText, ...componentColumns } = getTableColumns(components)

/** Systems with when they were last seen; null: never. */
export const systemRows = rowsFrom({
  table: systems,
  joins: withSight(systems.lane),
  columns: { ...systemColumns, sightAt, lastSeenAt: lastSeen<string | null>(systems.seenAt) },
  instants: INSTANTS,
})

/** Components with when they were last seen; every one was seen once. */
export const componentRows = rowsFrom({
  table: components,
  joins: withSight(components.lane),
  columns: { ...componentColumns, sightAt, lastSeenAt: lastSeen<string>(components.seenAt) },
  instants: INSTANTS,
})

/** Those of these ids. */
export const areSystems = (ids: readonly string[]): SQL =>
  sql`where ${systems.id} = any(${sql.param([...ids])}::text[])`

export type StoredSystem = RowOf<typeof systemRows>
export type StoredComponent = RowOf<typeof componentRows>

export function systemOf(row: StoredSystem): AiSystem {
  const {
    name: _name,
    sortName: _sortName,
    attention: _attention,
    version: _version,
    lane: _lane,
    seenAt: _seenAt,
    sightAt: _sightAt,
    rating,
    assignee,
    snoozedUntil,
    dismissedByRule,
    ...system
  } = row
  return {
    ...system,
    ...(rating === null ? {} : { rating }),
    ...(assignee === null ? {} : { assignee }),
    ...(snoozedUntil === null ? {} : { snoozedUntil }),
    ...(dismissedByRule === null ? {} : { dismissedByRule }),
  }
}

export const systemRowOf = (row: StoredSystem): SystemRow => ({
  ...systemOf(row),
  name: row.name,
})

export function componentOf(row: StoredComponent): Component {
  const {
    modelId: _modelId,
    sortName: _sortName,
    version: _version,
    lane: _lane,
    seenAt: _seenAt,
    sightAt: _sightAt,
    live: _live,
    ...rest
  } = row
  const { supplierName, product, framework, model, ...component } = rest
  return {
    ...component,
    ...(supplierName === null ? {} : { supplierName }),
    ...(product === null ? {} : { product }),
    ...(framework === null ? {} : { framework }),
    ...(model === null || model === undefined ? {} : { model }),
  }
}

export function supplierOf(row: typeof suppliers.$inferSelect): Supplier {
  const {
    version: _version,
    sortName: _sortName,
    country,
    site,
    reviewedAt,
    nextReview,
    contract,
    ...supplier
  } = row
  return {
    ...supplier,
    ...(country === null ? {} : { country }),
    ...(site === null ? {} : { site }),
    ...(reviewedAt === null ? {} : { reviewedAt }),
    ...(nextReview === null ? {} : { nextReview }),
    ...(contract === null ? {} : { contract }),
  }
}

export function modelOf(row: typeof models.$inferSelect): Model {
  const { version: _version, rowKey: _rowKey, retiresOn, ...model } = row
  return { ...model, ...(retiresOn === null ? {} : { retiresOn }) }
}

/** With what the catalogue knows, which is no part of the inventory. */
export const modelRowOf = ({ catalogue }: Deps, row: typeof models.$inferSelect): ModelRow => ({
  ...modelOf(row),
  family: catalogue.family(row.id),
  openWeights: catalogue.isOpenWeights(row.id),
})

export function relationshipOf(row: typeof relationships.$inferSelect): Relationship {
  const { version: _version, ...relationship } = row
  return relationship
}

export function flagOf(row: typeof flags.$inferSelect): Flag {
  const { version: _version, subjectType: _type, subjectId: _id, ...flag } = row
  return flag
}
