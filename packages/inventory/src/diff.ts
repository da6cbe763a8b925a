import { canonicalJson, type Inventory } from '@ai-census/schema'
import { compareText } from './ids.ts'

export type SubjectType = 'system' | 'component' | 'supplier' | 'model' | 'relationship' | 'flag'

/** One row of the projection that came, went, or is another one now. */
export interface Change {
  readonly type: SubjectType
  readonly id: string
  /** The row as it was; null: it is new. */
  readonly before: Readonly<Record<string, unknown>> | null
  /** The row as it is; null: it is no more. */
  readonly after: Readonly<Record<string, unknown>> | null
  /** Which of its properties differ, sorted; empty where it came or went. */
  readonly properties: readonly string[]
}

type Row = Readonly<Record<string, unknown>>
type Named<T> = readonly [SubjectType, readonly T[], (row: T) => string]

/** When a thing was last seen moves with every look and is no event. */
const SILENT: ReadonlySet<string> = new Set(['lastSeenAt'])

/**
 * What changed between two inventories, for history with validity ranges: at a change, the row `before` ends and the
 * row `after` begins. Ordered by type, then id.
 */
export function diff(before: Inventory, after: Inventory): Change[] {
  const old = tables(before)
  return tables(after).flatMap(([type, rows], i) => changesOf(type, old[i]![1], rows))
}

/** Each table of an inventory by the names of its rows. */
function tables(inventory: Inventory): (readonly [SubjectType, ReadonlyMap<string, Row>])[] {
  return [
    table(['component', inventory.components, (c) => c.id]),
    table(['flag', inventory.flags, (f) => `${f.subject.type} ${f.subject.id} ${f.id}`]),
    table(['model', inventory.models, (m) => m.id]),
    table(['relationship', inventory.relationships, (r) => `${r.from} ${r.type} ${r.to}`]),
    table(['supplier', inventory.suppliers, (s) => s.slug]),
    table(['system', inventory.systems, (s) => s.id]),
  ]
}

const table = <T extends Row>([type, rows, name]: Named<T>): readonly [
  SubjectType,
  ReadonlyMap<string, Row>,
] => [type, new Map(rows.map((row) => [name(row), row]))]

function changesOf(
  type: SubjectType,
  old: ReadonlyMap<string, Row>,
  now: ReadonlyMap<string, Row>,
): Change[] {
  const changes: Change[] = []
  for (const [id, after] of now) {
    const before = old.get(id) ?? null
    const properties = before ? differingProperties(before, after) : []
    if (!before || properties.length > 0) changes.push({ type, id, before, after, properties })
  }
  for (const [id, before] of old) {
    if (!now.has(id)) changes.push({ type, id, before, after: null, properties: [] })
  }
  return changes.sort((a, b) => compareText(a.id, b.id))
}

/** Which properties of one thing's two states differ, sorted. */
export const differingProperties = (before: Row, after: Row): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => !SILENT.has(name) && !isSame(before[name], after[name]))
    .sort(compareText)

const isSame = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && canonicalJson(a) === canonicalJson(b))
