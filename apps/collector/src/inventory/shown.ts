import type { ModelRow, SystemRow } from '@ai-census/api'
import { components, flags, models, type relationships, scopeSights, suppliers, systems } from '@ai-census/db'
import {
  aliasedTable,
  type Column,
  getTableColumns,
  ifAny,
  objectOf,
  type RowOf,
  type Rows,
  rowsFrom,
  rowsOf,
  type SQL,
  sql,
  type Write,
  writes,
} from '@ai-census/db/query'
import type { AiSystem, Component, Flag, Model, Relationship, Supplier } from '@ai-census/schema'
import type { Deps } from '../deps.ts'

/**
 * Rows of the projection as the domain's values, and (`…Json`) as JSON of these; columns that only serve queries are left
 * behind. A test compares the two.
 */

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

/** The same under a name of their own, to be joined to what names one system and another; `offset`: columns before them. */
export function systemRowsAs(alias: string, offset: number) {
  const table = aliasedTable(systems, alias)
  const sight = aliasedTable(scopeSights, `${alias}_sight`)
  const { columns, json, width } = rowsFrom({ table, columns: columnsOfSystem(table, sight), offset })
  /** `id`: which one, without parameters. */
  const joinOn = (id: Column): SQL => sql`
    left join ${systems} ${sql.identifier(alias)} on ${table.id} = ${id}
    left join ${scopeSights} ${sql.identifier(`${alias}_sight`)} on ${sight.lane} = ${table.lane}`
  return { columns, json, width, joinOn }
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

/** What writes each field of a system, of rows that may stand beside others. */
export function systemFields({
  sortName: _sortName,
  attention: _attention,
  version: _version,
  lane: _lane,
  seenAt: _seenAt,
  sightAt: _sightAt,
  ...fields
}: Rows<StoredSystem>['json']) {
  return {
    ...fields,
    rating: ifAny(fields.rating),
    assignee: ifAny(fields.assignee),
    snoozedUntil: ifAny(fields.snoozedUntil),
    dismissedByRule: ifAny(fields.dismissedByRule),
  }
}

export const systemRowJson: Write<SystemRow> = objectOf(systemFields(systemRows.json))

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

function componentFields({
  modelId: _modelId,
  sortName: _sortName,
  version: _version,
  lane: _lane,
  seenAt: _seenAt,
  sightAt: _sightAt,
  live: _live,
  ...fields
}: typeof componentRows.json) {
  return {
    ...fields,
    supplierName: ifAny(fields.supplierName),
    product: ifAny(fields.product),
    framework: ifAny(fields.framework),
    model: ifAny(fields.model),
  }
}

export const componentJson: Write<Component> = objectOf(componentFields(componentRows.json))

export const supplierRows = rowsOf(suppliers)

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

function supplierFields({ version: _version, sortName: _sortName, ...fields }: typeof supplierRows.json) {
  return {
    ...fields,
    country: ifAny(fields.country),
    site: ifAny(fields.site),
    reviewedAt: ifAny(fields.reviewedAt),
    nextReview: ifAny(fields.nextReview),
    contract: ifAny(fields.contract),
  }
}

export const supplierJson: Write<Supplier> = objectOf(supplierFields(supplierRows.json))

export const modelRows = rowsOf(models)

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

/** The same as JSON. */
export function modelRowJson({ catalogue }: Deps): Write<ModelRow> {
  const { version: _version, rowKey: _rowKey, retiresOn, ...fields } = modelRows.json
  const known = <T>(tell: (id: string) => T): Write<T> =>
    writes((cells) => JSON.stringify(tell(modelRows.view(cells).id)))
  return objectOf({
    ...fields,
    retiresOn: ifAny(retiresOn),
    family: known((id) => catalogue.family(id)),
    openWeights: known((id) => catalogue.isOpenWeights(id)),
  })
}

export function relationshipOf(row: typeof relationships.$inferSelect): Relationship {
  const { version: _version, ...relationship } = row
  return relationship
}

export const flagRows = rowsOf(flags)

export function flagOf(row: typeof flags.$inferSelect): Flag {
  const { version: _version, subjectType: _type, subjectId: _id, ...flag } = row
  return flag
}

function flagFields({
  version: _version,
  subjectType: _type,
  subjectId: _id,
  ...fields
}: typeof flagRows.json) {
  return fields
}

export const flagJson: Write<Flag> = objectOf(flagFields(flagRows.json))
