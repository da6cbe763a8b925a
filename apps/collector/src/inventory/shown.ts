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
import {
  aliasedTable,
  type Column,
  getTableColumns,
  type RowOf,
  rowsFrom,
  type SQL,
  sql,
} from '@ai-census/db/query'
import type { AiSystem, Component, Flag, Model, Relationship, Supplier } from '@ai-census/schema'
import type { Deps } from '../deps.ts'

/** Rows of the projection as the domain's values; columns that only serve queries are left behind. */

type Seen = typeof systems | typeof components

/** The later of when it was itself last seen and when its scope was: see `lastSight` of the tables. */
const lastSeen = <T>({ seenAt }: Seen, sight: typeof scopeSights): SQL<T> =>
  sql<T>`greatest(${seenAt}, ${sight.sightAt})`

/** With the sight of the scope on its lane. */
const withSight = ({ lane }: Seen): SQL => sql`left join ${scopeSights} on ${scopeSights.lane} = ${lane}`

const sightAt = (sight: typeof scopeSights) => sql<string | null>`${sight.sightAt}`
const INSTANTS = ['sightAt', 'lastSeenAt'] as const

function columnsOfSystem(table: typeof systems, sight: typeof scopeSights) {
  // What only filters look at is not read.
  const { search: _text, ...columns } = getTableColumns(table)
  return { ...columns, sightAt: sightAt(sight), lastSeenAt: lastSeen<string | null>(table, sight) }
}

/** Systems with when they were last seen; null: never. */
export const systemRows = rowsFrom({
  table: systems,
  joins: withSight(systems),
  columns: columnsOfSystem(systems, scopeSights),
  instants: INSTANTS,
})

/** The same under a name of their own, to be joined to what names one system and another. */
export function systemRowsAs(alias: string) {
  const table = aliasedTable(systems, alias)
  const sight = aliasedTable(scopeSights, `${alias}_sight`)
  const { columns, decode } = rowsFrom({
    table,
    columns: columnsOfSystem(table, sight),
    instants: INSTANTS,
    prefix: `${alias}.`,
  })
  /** `id`: which one, without parameters. */
  const joinOn = (id: Column): SQL => sql`
    left join ${systems} ${sql.identifier(alias)} on ${table.id} = ${id}
    left join ${scopeSights} ${sql.identifier(`${alias}_sight`)} on ${sight.lane} = ${table.lane}`
  return { columns, decode, joinOn }
}

const { search: _componentText, ...componentColumns } = getTableColumns(components)

/** Components with when they were last seen; every one was seen once. */
export const componentRows = rowsFrom({
  table: components,
  joins: withSight(components),
  columns: {
    ...componentColumns,
    sightAt: sightAt(scopeSights),
    lastSeenAt: lastSeen<string>(components, scopeSights),
  },
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
