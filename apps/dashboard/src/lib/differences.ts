/** What differs between two states of a thing, line by line as people read it. Pure. */
import { type FieldRow, fieldRow } from './fields.ts'
import type { DifferenceRow, SystemField } from './types.ts'

export interface DifferenceLine {
  label: string
  /** Null: there was none. */
  before: string | null
  after: string | null
}

type Body = Readonly<Record<string, unknown>>

const labels: Readonly<Record<string, string>> = {
  state: 'State',
  groupKey: 'Grouped by',
  groupTitle: 'Group',
  suppliers: 'Suppliers',
  models: 'Models',
  componentCount: 'Components',
  grade: 'Grade',
  contexts: 'Contexts',
  flags: 'Flags',
  rating: 'Rating',
  assignee: 'Assigned to',
  snoozedUntil: 'Snoozed until',
  live: 'Seen now',
  firstSeenAt: 'First seen',
  systemId: 'System',
  findings: 'Findings',
  identifiers: 'Identifiers',
  attributes: 'Attributes',
  context: 'Context',
  kind: 'Kind',
  supplier: 'Supplier',
  review: 'Review',
  nextReview: 'Next review',
  systemCount: 'Systems',
}

/** `retiresOn` → `Retires on`, where nobody gave it a label. */
const worded = (name: string): string => {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export function linesOf({ properties, before, after }: DifferenceRow): DifferenceLine[] {
  return properties.flatMap((name) => {
    const [old, fresh] = [before?.[name], after?.[name]]
    if (name === 'fields' || name === 'attributes') return partsOf(bodyOf(old), bodyOf(fresh))
    if (Array.isArray(old) && Array.isArray(fresh)) return [listLine(labelOf(name), old, fresh)]
    return [{ label: labelOf(name), before: textOf(old), after: textOf(fresh) }]
  })
}

const labelOf = (name: string): string => labels[name] ?? worded(name)
const bodyOf = (value: unknown): Body => (value !== null && typeof value === 'object' ? (value as Body) : {}) // any object may be read so

/** Of each governed field, what it said; a new provenance of the same answer says so. */
function partsOf(before: Body, after: Body): DifferenceLine[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  return names.flatMap((name) => {
    if (JSON.stringify(before[name]) === JSON.stringify(after[name])) return []
    // An older state may have fields that are no more.
    const row = fieldRow(name as SystemField) as FieldRow | undefined
    const [old, fresh] = [textOf(before[name], row), textOf(after[name], row)]
    const label = row?.label ?? worded(name)
    if (old !== fresh) return [{ label, before: old, after: fresh }]
    return [
      { label: `${label}, where it is from`, before: sourceOf(before[name]), after: sourceOf(after[name]) },
    ]
  })
}

const sourceOf = (answer: unknown): string | null => {
  const { source, by } = bodyOf(answer)
  return [source, by].filter((part) => typeof part === 'string').join(', ') || null
}

/** What left a list and what came to it; what stayed is not told. */
function listLine(label: string, before: readonly unknown[], after: readonly unknown[]): DifferenceLine {
  const [old, fresh] = [before.map(entryOf), after.map(entryOf)]
  const [left, came] = [old.filter((one) => !fresh.includes(one)), fresh.filter((one) => !old.includes(one))]
  return { label, before: left.join(', ') || null, after: came.join(', ') || null }
}

const entryOf = (value: unknown): string => textOf(value) ?? ''

function textOf(value: unknown, row?: FieldRow): string | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return row ? row.format(value) : value
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map(entryOf).join(', ') || null
  const body = bodyOf(value)
  if (typeof body.value === 'string') return row ? row.format(body.value) : body.value
  if (typeof body.level === 'string') return body.level
  return JSON.stringify(value)
}
