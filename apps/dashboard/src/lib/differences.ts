/** What differs between two states of a thing, line by line as people read it. Pure. */
import { type FieldRow, fieldRow } from './fields.ts'
import { day, exact, placeOfScope } from './format.ts'
import type { DifferenceRow, SystemField } from './types.ts'
import {
  componentStateWords,
  contextWords,
  flagWords,
  gradeWords,
  kindLabels,
  reviewWords,
  sourceLabels,
  stateWords,
  type Word,
} from './words.ts'

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

type Say = (value: string) => string

const inWords = (words: Readonly<Record<string, Word | string>>): Say => {
  const known = new Map(Object.entries(words))
  return (value) => {
    const found = known.get(value)
    // An older state may say what is said no more.
    return found === undefined ? value : typeof found === 'string' ? found : found.label
  }
}
/** `repository:git:github.com/acme/shop` → `github.com/acme/shop`. */
const placeOfGroup: Say = (key) => placeOfScope(key.replace(/^[a-z-]+:/, ''))

/** How the values of a property are said, where its closed list or its kind has words for them. */
const wordsOf: Readonly<Record<string, Say>> = {
  state: inWords({ ...stateWords, ...componentStateWords }),
  flags: inWords(flagWords),
  grade: inWords(gradeWords),
  context: inWords(contextWords),
  contexts: inWords(contextWords),
  kind: inWords(kindLabels),
  review: inWords(reviewWords),
  groupKey: placeOfGroup,
  firstSeenAt: exact,
  reviewedAt: exact,
  nextReview: day,
  snoozedUntil: day,
  retiresOn: day,
}

/** `retiresOn` → `Retires on`, where nobody gave it a label. */
const worded = (name: string): string => {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** `nameOf`: a supplier's name for people. */
export function linesOf({ properties, before, after }: DifferenceRow, nameOf: Say): DifferenceLine[] {
  const words: typeof wordsOf = { ...wordsOf, supplier: nameOf, suppliers: nameOf }
  return properties.flatMap((name) => {
    const [old, fresh] = [before?.[name], after?.[name]]
    if (name === 'fields' || name === 'attributes') return partsOf(bodyOf(old), bodyOf(fresh))
    const [label, say] = [labelOf(name), words[name]]
    if (Array.isArray(old) && Array.isArray(fresh)) return [listLine(label, old, fresh, say)]
    return [{ label, before: textOf(old, say), after: textOf(fresh, say) }]
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
    const [old, fresh] = [textOf(before[name], row?.format), textOf(after[name], row?.format)]
    const label = row?.label ?? worded(name)
    if (old !== fresh) return [{ label, before: old, after: fresh }]
    return [
      { label: `${label}, where it is from`, before: sourceOf(before[name]), after: sourceOf(after[name]) },
    ]
  })
}

const saySource = inWords(sourceLabels)

/** `a person (ada)`; scanners and rules go without a name. */
function sourceOf(answer: unknown): string | null {
  const { source, by } = bodyOf(answer)
  if (typeof source !== 'string') return null
  return source === 'pin' && typeof by === 'string' ? `${saySource(source)} (${by})` : saySource(source)
}

/** What left a list and what came to it; what stayed is not told. */
function listLine(
  label: string,
  before: readonly unknown[],
  after: readonly unknown[],
  say?: Say,
): DifferenceLine {
  const said = (values: readonly unknown[]) => values.map((value) => textOf(value, say) ?? '')
  const [old, fresh] = [said(before), said(after)]
  const [left, came] = [old.filter((one) => !fresh.includes(one)), fresh.filter((one) => !old.includes(one))]
  return { label, before: left.join(', ') || null, after: came.join(', ') || null }
}

function textOf(value: unknown, say: Say = (text) => text): string | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return say(value)
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map((one) => textOf(one, say) ?? '').join(', ') || null
  return textOfBody(bodyOf(value), say)
}

function textOfBody(body: Body, say: Say): string {
  const { value, level, type, scope, key, id } = body
  if (typeof value === 'string') return typeof type === 'string' ? `${type} ${value}` : say(value)
  if (typeof level === 'string') return level
  if (typeof scope === 'string' && typeof key === 'string') return `${key} in ${placeOfScope(scope)}`
  return typeof id === 'string' ? id : JSON.stringify(body)
}
