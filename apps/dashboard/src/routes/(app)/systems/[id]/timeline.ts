/** What happened to a system, in sentences by day: what people decided, and what scans saw. Pure. */
import { decisionSentence } from '#lib/decisions.ts'
import { type FieldRow, fieldRow } from '#lib/fields.ts'
import { clip, count, day, plural } from '#lib/format.ts'
import type { Decision, DecisionBody, HistoryRow, LoggedDecision, SystemField } from '#lib/types.ts'
import { flagWords, type Tone } from '#lib/words.ts'

export interface Entry {
  at: string
  tone: Tone
  /** Who did it; absent: a scan saw it. */
  by?: string
  text: string
  /** Number in the log. */
  decision?: number
  /** Who took the decision back, and when. */
  revoked?: { by: string; at: string }
  /** What one line stands for, where it stands for several things. */
  names?: readonly string[]
}

export interface Day {
  day: string
  title: string
  entries: readonly Entry[]
}

/** With what took it back, where that was asked for. */
type Decided = Decision & Partial<Pick<LoggedDecision, 'revokedBy'>>

export interface Told {
  decisions: readonly Decided[]
  history: readonly HistoryRow[]
  nameOf: (supplier: string) => string
}

/** Newest first. */
export function entriesOf({ decisions, history, nameOf }: Told): Entry[] {
  const decided = decisions.map(entryOfDecision)
  const seen = grouped(history.filter((row) => !isEcho(row, decisions))).map((rows) =>
    entryOfRows(rows, nameOf),
  )
  return [...decided, ...seen].sort((a, b) => b.at.localeCompare(a.at))
}

export function daysOf(entries: readonly Entry[]): Day[] {
  const byDay = Map.groupBy(entries, ({ at }) => at.slice(0, 10))
  return [...byDay].map(([date, of]) => ({ day: date, title: day(date), entries: of }))
}

const tones: Partial<Record<DecisionBody['type'], Tone>> = {
  register: 'ok',
  rate: 'ok',
  revoke: 'warn',
  dismiss: 'quiet',
}

function entryOfDecision({ at, author, body, sequence, revokedBy }: Decided): Entry {
  const said = body.type === 'set-fields' ? patchSentence(body.fields) : decisionSentence(body)
  const text = said.charAt(0).toLowerCase() + said.slice(1)
  return {
    at,
    by: author,
    text,
    decision: sequence,
    tone: revokedBy ? 'quiet' : (tones[body.type] ?? 'notice'),
    ...(revokedBy && { revoked: { by: revokedBy.author, at: revokedBy.at } }),
  }
}

const labelOf = (name: string): string =>
  // An older log may name fields that are no more.
  (fieldRow(name as SystemField) as FieldRow | undefined)?.label.toLowerCase() ?? name

function patchSentence(fields: Readonly<Record<string, string | null | undefined>>): string {
  const said = Object.entries(fields).map(([name, value]) =>
    value === null || value === undefined
      ? `let discovery answer for ${labelOf(name)}`
      : `set ${labelOf(name)} to “${clip(printed(name, value), 80)}”`,
  )
  return said.join('; ')
}

const printed = (name: string, value: string): string =>
  (fieldRow(name as SystemField) as FieldRow | undefined)?.format(value) ?? value // likewise

/** A decision is told by the log, with its author; the inventory's echo of it would be the same line twice. */
function isEcho({ at, subject, event, detail }: HistoryRow, decisions: readonly Decision[]): boolean {
  if (event === 'decided' || event === 'registered' || event === 'dismissed') return true
  const isDecided = subject.type === 'system' && (event === 'unregistered' || detail.startsWith('Fields: '))
  return isDecided && decisions.some((decision) => isSoonAfter(at, decision.at))
}

const echoWithin = 60_000
const isSoonAfter = (at: string, decided: string): boolean => {
  const late = Date.parse(at) - Date.parse(decided)
  return late >= 0 && late <= echoWithin
}

const few = 3

/** What one look brought of one kind is one line, where it is more than a few. */
function grouped(history: readonly HistoryRow[]): (readonly HistoryRow[])[] {
  const alike = Map.groupBy(history, ({ at, subject, event }) => `${at} ${subject.type} ${event}`)
  return [...alike.values()].flatMap((rows) =>
    rows.length > few && rows[0]?.subject.type === 'component' ? [rows] : rows.map((row) => [row]),
  )
}

function entryOfRows(rows: readonly HistoryRow[], nameOf: Told['nameOf']): Entry {
  const [row] = rows
  if (!row) throw new Error('a group has a row')
  const names = rows.map(({ subject }) => subject.name)
  const base = { at: row.at, tone: toneOf(row.event) }
  if (rows.length === 1) return { ...base, text: sentenceOf(row, nameOf) }
  return {
    ...base,
    text: `${plural(rows.length, 'component')} ${verbs[row.event]?.many ?? row.event}`,
    names,
  }
}

const verbs: Readonly<Record<string, { one: string; many: string; tone: Tone }>> = {
  appeared: { one: 'was found', many: 'were found', tone: 'notice' },
  missing: { one: 'was not seen by a complete look', many: 'were not seen by a complete look', tone: 'warn' },
  gone: { one: 'is gone', many: 'are gone', tone: 'quiet' },
  returned: { one: 'is seen again', many: 'are seen again', tone: 'notice' },
  seen: { one: 'is seen again', many: 'are seen again', tone: 'ok' },
  moved: { one: 'came from another system', many: 'came from another system', tone: 'notice' },
  joined: { one: 'was joined with another component', many: 'were joined with others', tone: 'quiet' },
  changed: { one: 'changed', many: 'changed', tone: 'notice' },
}

const toneOf = (event: string): Tone =>
  event === 'flagged' ? 'warn' : event === 'cleared' ? 'ok' : (verbs[event]?.tone ?? 'quiet')

function sentenceOf(row: HistoryRow, nameOf: Told['nameOf']): string {
  if (row.subject.type === 'flag') return flagSentence(row)
  if (row.subject.type === 'system') return systemSentence(row, nameOf)
  const verb = verbs[row.event]?.one ?? row.event
  const more = row.event === 'appeared' || row.event === 'changed' ? `: ${row.detail.replace(/\.$/, '')}` : ''
  return `${clip(row.subject.name, 120)} ${verb}${more}`
}

const flagLabels: ReadonlyMap<string, string> = new Map(
  Object.entries(flagWords).map(([id, { label }]) => [id, label]),
)

function flagSentence({ subject, event, detail }: HistoryRow): string {
  const label = flagLabels.get(subject.name) ?? subject.name
  return event === 'cleared' ? `No longer flagged: ${label}` : `Flagged: ${label}. ${detail}`
}

const systemSentences: Readonly<Record<string, string>> = {
  unregistered: 'Came back to triage',
  missing: 'None of its components is seen any more',
  returned: 'Seen again',
  gone: 'Nothing belongs to it any more',
}

function systemSentence({ event, detail }: HistoryRow, nameOf: Told['nameOf']): string {
  if (event === 'appeared') return `Discovered. ${detail}`
  if (event !== 'changed') return systemSentences[event] ?? `${event}: ${detail}`
  const [, what = '', values = ''] = /^(\w+): (.*?)\.?$/s.exec(detail) ?? []
  const parts = values.split(', ')
  if (what === 'Fields') return `What is known of its ${parts.map(labelOf).join(', ')} changed`
  if (what === 'Suppliers') return cameAndWent('supplier', parts, nameOf)
  if (what === 'Models') return cameAndWent('model', parts, (model) => model)
  return detail
}

/** `+openai`, `−cohere` → what came and what went. */
function cameAndWent(noun: string, parts: readonly string[], name: (value: string) => string): string {
  const of = (sign: string) =>
    parts.filter((part) => part.startsWith(sign)).map((part) => clip(name(part.slice(1)), 80))
  const [came, went] = [of('+'), of('−')]
  const told = [
    came.length > 0 && `New ${noun}${came.length > 1 ? 's' : ''}: ${shortList(came)}`,
    went.length > 0 && `${came.length > 0 ? 'no' : 'No'} longer: ${shortList(went)}`,
  ]
  return told.filter((part) => typeof part === 'string').join('; ')
}

const shortList = (names: readonly string[]): string =>
  names.length > 6 ? `${names.slice(0, 6).join(', ')} and ${count(names.length - 6)} more` : names.join(', ')

/** Two lists that are read page by page are one story down to where the shorter one was read. */
export function horizonOf(lists: readonly { oldest: string | undefined; more: boolean }[]): string {
  return lists.reduce(
    (at, { oldest, more }) => (more && oldest !== undefined && oldest > at ? oldest : at),
    '',
  )
}
