import { type AiSystem, type Component, digest, type Flag, type Supplier } from '@ai-census/schema'
import type { Change } from './apply-changes.ts'
import { type Subject, systemName } from './projection-rows.ts'

/** One line of the history that people read. */
export interface InventoryEvent {
  subjectType: Subject
  subjectId: string
  subjectName: string
  systemId: string | null
  event: string
  detail: string
}

/** What the changes mean, in words. Counts and edges follow from the rest and are left out. */
export function eventsOf(changes: readonly Change[]): InventoryEvent[] {
  return changes.flatMap((change) => {
    // The projection's bodies are what reconcile made; each subject's body has its type.
    if (change.subject === 'system')
      return systemEvents(change.id, change.before as AiSystem | null, change.after as AiSystem | null)
    if (change.subject === 'component')
      return componentEvents(change.id, change.before as Component | null, change.after as Component | null)
    if (change.subject === 'supplier')
      return supplierEvents(change.id, change.before as Supplier | null, change.after as Supplier | null)
    if (change.subject === 'flag')
      return flagEvents(change.before as Flag | null, change.after as Flag | null)
    return []
  })
}

function systemEvents(id: string, before: AiSystem | null, after: AiSystem | null): InventoryEvent[] {
  const shown = after ?? before
  if (!shown) return []
  const line = (event: string, detail: string): InventoryEvent => ({
    subjectType: 'system',
    subjectId: id,
    subjectName: systemName(shown),
    systemId: id,
    event,
    detail,
  })
  if (!before) return [line('appeared', `First seen as ${shown.groupTitle}.`)]
  if (!after) return [line('gone', 'Nothing belongs to it any more.')]
  const lines: InventoryEvent[] = []
  if (before.state !== after.state) lines.push(line(after.state, `It was ${before.state}.`))
  if (before.live !== after.live)
    lines.push(
      after.live ? line('returned', 'Seen again.') : line('missing', 'None of its components is seen now.'),
    )
  const fields = changedKeys(before.fields, after.fields)
  if (fields.length > 0) lines.push(line('changed', `Fields: ${fields.join(', ')}.`))
  lines.push(...listChange(line, 'Suppliers', before.suppliers, after.suppliers))
  lines.push(...listChange(line, 'Models', before.models, after.models))
  return lines
}

type Line = (event: string, detail: string) => InventoryEvent

function listChange(
  line: Line,
  what: string,
  before: readonly string[],
  after: readonly string[],
): InventoryEvent[] {
  const added = after.filter((value) => !before.includes(value)).map((value) => `+${value}`)
  const removed = before.filter((value) => !after.includes(value)).map((value) => `−${value}`)
  const all = [...added, ...removed]
  return all.length > 0 ? [line('changed', `${what}: ${all.join(', ')}.`)] : []
}

function componentEvents(id: string, before: Component | null, after: Component | null): InventoryEvent[] {
  const shown = after ?? before
  if (!shown) return []
  const line: Line = (event, detail) => ({
    subjectType: 'component',
    subjectId: id,
    subjectName: shown.name,
    systemId: shown.systemId,
    event,
    detail,
  })
  if (!before)
    return [
      line('appeared', `${shown.kind}${shown.supplier ? ` of ${shown.supplier}` : ''}, ${shown.grade}.`),
    ]
  if (!after) return [line('joined', 'Its findings belong to another component now.')]
  if (before.state !== after.state) return [line(after.state, `It was ${before.state}.`)]
  if (before.systemId !== after.systemId) return [line('moved', `It was part of ${before.systemId}.`)]
  const keys = changedKeys(before, after).filter((key) => key !== 'lastSeenAt' && key !== 'findings')
  return keys.length > 0 ? [line('changed', `${keys.join(', ')}.`)] : []
}

function supplierEvents(id: string, before: Supplier | null, after: Supplier | null): InventoryEvent[] {
  const shown = after ?? before
  if (!shown) return []
  const line: Line = (event, detail) => ({
    subjectType: 'supplier',
    subjectId: id,
    subjectName: shown.name,
    systemId: null,
    event,
    detail,
  })
  if (!before) return [line('appeared', 'First used.')]
  if (!after) return [line('gone', 'No longer used.')]
  return before.review === after.review ? [] : [line('reviewed', `${before.review} → ${after.review}.`)]
}

function flagEvents(before: Flag | null, after: Flag | null): InventoryEvent[] {
  const flag = after ?? before
  if (!flag || (before && after)) return []
  return [
    {
      subjectType: 'flag',
      subjectId: `${flag.subject.type} ${flag.subject.id} ${flag.id}`,
      subjectName: flag.id,
      systemId: flag.subject.type === 'system' ? flag.subject.id : null,
      event: after ? 'flagged' : 'cleared',
      detail: flag.reason,
    },
  ]
}

function changedKeys(before: object, after: object): string[] {
  const old = new Map<string, unknown>(Object.entries(before))
  const now = new Map<string, unknown>(Object.entries(after))
  const keys = new Set([...old.keys(), ...now.keys()])
  return [...keys].filter((key) => digest(old.get(key) ?? null) !== digest(now.get(key) ?? null)).sort()
}
