import type { ModelRow, SystemRow } from '@ai-census/api'
import { components, flags, models, type relationships, scopeSights, suppliers, systems } from '@ai-census/db'
import {
  aliasedTable,
  type Column,
  getTableColumns,
  ifAny,
  type MayWrite,
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
  const { search: _text, fewSuppliers: _few, ...columns } = getTableColumns(table)
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

/** A row's value: without what is `hidden`, and without what is `optional` where there is none. */
type Shown<R, H extends keyof R, O extends keyof R> = Omit<R, H | O> & {
  [K in O]?: NonNullable<R[K]>
}
type ShownFields<R, H extends keyof R, O extends keyof R> = {
  [K in Exclude<keyof R, H | O>]: Write<R[K]>
} & { [K in O]: MayWrite<NonNullable<R[K]>> }

/** One rule for rows that become values and for rows that are written. */
const shape =
  <R extends object>() =>
  <const H extends keyof R, const O extends keyof R = never>(
    hidden: readonly H[],
    optional: readonly O[] = [],
  ) => {
    const apart: ReadonlySet<PropertyKey> = new Set([...hidden, ...optional])
    const without = (row: object) => Object.entries(row).filter(([name]) => !apart.has(name))
    return {
      of(row: R): Shown<R, H, O> {
        const given = optional.filter((name) => row[name] !== null && row[name] !== undefined)
        const entries = [...without(row), ...given.map((name) => [name, row[name]] as const)]
        // What is left of a row, by the two lists.
        return Object.fromEntries(entries) as Shown<R, H, O>
      },
      fields(json: Rows<R>['json']): ShownFields<R, H, O> {
        const entries = [...without(json), ...optional.map((name) => [name, ifAny(json[name])] as const)]
        return Object.fromEntries(entries) as ShownFields<R, H, O>
      },
    }
  }

const systemShape = shape<StoredSystem>()(
  ['sortName', 'attention', 'version', 'lane', 'seenAt', 'sightAt'],
  ['rating', 'assignee', 'snoozedUntil', 'dismissedByRule'],
)
export const systemRowOf = (row: StoredSystem): SystemRow => systemShape.of(row)

export function systemOf(row: StoredSystem): AiSystem {
  const { name: _name, ...system } = systemRowOf(row)
  return system
}

/** What writes each field of a system, of rows that may stand beside others. */
export const systemFields = systemShape.fields
export const systemRowJson: Write<SystemRow> = objectOf(systemFields(systemRows.json))

const componentShape = shape<StoredComponent>()(
  ['modelId', 'sortName', 'version', 'lane', 'seenAt', 'sightAt', 'live'],
  ['supplierName', 'product', 'framework', 'model'],
)
export const componentOf = (row: StoredComponent): Component => componentShape.of(row)
export const componentJson: Write<Component> = objectOf(componentShape.fields(componentRows.json))

export const supplierRows = rowsOf(suppliers)
const supplierShape = shape<typeof suppliers.$inferSelect>()(
  ['version', 'sortName'],
  ['country', 'site', 'reviewedAt', 'nextReview', 'contract'],
)
export const supplierOf = (row: typeof suppliers.$inferSelect): Supplier => supplierShape.of(row)
export const supplierJson: Write<Supplier> = objectOf(supplierShape.fields(supplierRows.json))

export const modelRows = rowsOf(models)
const modelShape = shape<typeof models.$inferSelect>()(['version', 'rowKey'], ['retiresOn'])
export const modelOf = (row: typeof models.$inferSelect): Model => modelShape.of(row)

/** With what the catalogue knows, which is no part of the inventory. */
export const modelRowOf = ({ catalogue }: Deps, row: typeof models.$inferSelect): ModelRow => ({
  ...modelOf(row),
  family: catalogue.family(row.id),
  openWeights: catalogue.isOpenWeights(row.id),
})

/** The same as JSON. */
export function modelRowJson({ catalogue }: Deps): Write<ModelRow> {
  const known = <T>(tell: (id: string) => T): Write<T> =>
    writes((cells) => JSON.stringify(tell(modelRows.view(cells).id)))
  return objectOf({
    ...modelShape.fields(modelRows.json),
    family: known((id) => catalogue.family(id)),
    openWeights: known((id) => catalogue.isOpenWeights(id)),
  })
}

export function relationshipOf(row: typeof relationships.$inferSelect): Relationship {
  const { version: _version, ...relationship } = row
  return relationship
}

export const flagRows = rowsOf(flags)
const flagShape = shape<typeof flags.$inferSelect>()(['version', 'subjectType', 'subjectId'])
export const flagOf = (row: typeof flags.$inferSelect): Flag => flagShape.of(row)
export const flagJson: Write<Flag> = objectOf(flagShape.fields(flagRows.json))
