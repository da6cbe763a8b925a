import { components, flags, models, relationships, suppliers, systems } from '@ai-census/db'
import {
  type AiSystem,
  type Component,
  digest,
  type Flag,
  type Model,
  type Relationship,
  type Supplier,
} from '@ai-census/schema'

/** The tables that show the inventory, each with the columns that name a row. */
export const projectionTables = {
  system: { table: systems, key: ['id'] },
  component: { table: components, key: ['id'] },
  supplier: { table: suppliers, key: ['slug'] },
  model: { table: models, key: ['row_key'] },
  relationship: { table: relationships, key: ['from', 'type', 'to'] },
  flag: { table: flags, key: ['subject_type', 'subject_id', 'id'] },
} as const
export type Subject = keyof typeof projectionTables

/** One thing of the inventory as it is kept. */
export interface ProjectionRow {
  /** Names it among its kind. */
  id: string
  /** Hash of its content, but for when it was last seen: a rescan without news is no new version. */
  version: string
  /** How it is told when it was last seen; for systems and components. */
  sight?: Sight
  /** As the history keeps it. */
  body: unknown
  columns: Record<string, unknown>
}

/** When a thing was last seen: the later of `seenAt` and the last sight of whatever scope is on one of the lanes. */
export interface Sight {
  seenAt: string | null
  /** Sorted. */
  lanes: readonly number[]
}

export const systemName = (system: AiSystem): string => system.fields.name?.value ?? system.groupTitle

/** Upper and lower case, and letters with and without accents, stand together. */
export const sortNameOf = (name: string): string => name.normalize('NFKD').toLowerCase()

export function systemRow(system: AiSystem, sight: Sight): ProjectionRow {
  const { lastSeenAt: _, ...columns } = system
  const name = systemName(system)
  const words = [name, system.groupTitle, system.groupKey, ...system.suppliers, ...system.models]
  return row(system.id, system, sight, {
    ...columns,
    name,
    sortName: sortNameOf(name),
    search: words.join(' ').toLowerCase(),
    attention: attentionOf(system),
  })
}

const impact = { 'decision-support': 3, 'customer-facing': 2, internal: 1 } as const
const grades = { used: 4, deployed: 3, configured: 2, declared: 1, available: 0 } as const
const contexts = { production: 5, development: 4, ci: 3, test: 2, example: 1, documentation: 0 } as const

/** What sorts the queue: what is undecided first, then what runs, then where, then how much is wrong with it. */
export function attentionOf(system: AiSystem): number {
  const undecided = system.state === 'unregistered' ? 1 : 0
  const exposed = system.flags.includes('exposed-key') ? 1 : 0
  const context = Math.max(0, ...system.contexts.map((c) => contexts[c]))
  const answer = system.fields.userImpact?.value
  const reach = answer && Object.hasOwn(impact, answer) ? impact[answer as keyof typeof impact] : 0 // checked above
  return (
    (system.state === 'dismissed' ? 0 : 1_000_000) +
    undecided * 100_000 +
    (system.live ? 10_000 : 0) +
    exposed * 5_000 +
    (system.grade ? grades[system.grade] : 0) * 1000 +
    context * 100 +
    reach * 20 +
    Math.min(19, system.flags.length)
  )
}

/** `live`: whether the registers of suppliers and models count it. */
export function componentRow(component: Component, sight: Sight, live: boolean): ProjectionRow {
  const { lastSeenAt: _, ...columns } = component
  const { model } = component
  const words = [
    component.name,
    component.supplier,
    component.supplierName,
    component.product,
    model?.id,
    component.kind,
  ]
  const made = row(component.id, component, sight, {
    ...columns,
    live,
    // In the one spelling of the register of models.
    modelId: model?.id.toLowerCase() ?? null,
    sortName: sortNameOf(component.name),
    search: words.filter(Boolean).join(' ').toLowerCase(),
  })
  return live ? made : withVersion(made, `${made.version}-`)
}

const withVersion = (made: ProjectionRow, version: string): ProjectionRow => ({
  ...made,
  version,
  columns: { ...made.columns, version },
})

export const supplierRow = (supplier: Supplier): ProjectionRow =>
  row(supplier.slug, supplier, undefined, {
    ...supplier,
    sortName: sortNameOf(supplier.name),
  })

export function modelRow(model: Model): ProjectionRow {
  const rowKey = `${model.publisher ?? ''}/${model.id}`
  return row(rowKey, model, undefined, { ...model, rowKey })
}

export const relationshipRow = (edge: Relationship): ProjectionRow =>
  row(`${edge.from} ${edge.type} ${edge.to}`, edge, undefined, { ...edge })

export const flagRow = (flag: Flag): ProjectionRow =>
  row(`${flag.subject.type} ${flag.subject.id} ${flag.id}`, flag, undefined, {
    ...flag,
    subjectType: flag.subject.type,
    subjectId: flag.subject.id,
  })

function row(
  id: string,
  body: object,
  sight: Sight | undefined,
  columns: Record<string, unknown>,
): ProjectionRow {
  const version = digest({ ...body, lastSeenAt: null }).slice(0, 32)
  return {
    id,
    version,
    ...(sight && { sight }),
    body,
    columns: { ...columns, version, ...(sight && { seenAt: sight.seenAt, lane: sight.lanes[0] ?? null }) },
  }
}
