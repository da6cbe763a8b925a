/** Lines of the history as people read them: what happened to what, with the way there. */
import type { HistoryRow } from './types.ts'
import { flagWords, type Tone } from './words.ts'

export interface Line {
  what: string
  tone: Tone
  name: string
  href: string | undefined
}

const tones: Readonly<Record<string, Tone>> = {
  registered: 'ok',
  decided: 'ok',
  reviewed: 'ok',
  cleared: 'ok',
  appeared: 'notice',
  changed: 'notice',
  returned: 'notice',
  flagged: 'warn',
  missing: 'warn',
  unregistered: 'warn',
}

/** Where a person can open the subject. */
export function pageOf(type: string, id: string): string | undefined {
  if (type === 'system') return `/systems/${encodeURIComponent(id)}`
  if (type === 'component') return `/components/${encodeURIComponent(id)}`
  if (type === 'model') return `/models/${encodeURIComponent(id)}`
  if (type === 'supplier') return `/suppliers/${encodeURIComponent(id)}`
  if (type === 'scan') return `/scans/${encodeURIComponent(id)}`
  if (type === 'scope') return `/coverage?search=${encodeURIComponent(id.slice(0, 200))}`
  return undefined
}

/** A flag's subject is `<type> <id> <flag>`: the line leads to what it was raised on. */
function raisedOn(flag: string): { type: string; id: string } | undefined {
  const [type, ...rest] = flag.split(' ')
  return type && rest.length > 1 ? { type, id: rest.slice(0, -1).join(' ') } : undefined
}

/** Systems that a text names by their ids, by their names. */
export const withNames = (text: string, nameOf: (id: string) => string | undefined): string =>
  text.replace(/\bsys_[0-9a-f]{24}\b/g, (id) => nameOf(id) ?? 'another system')

const flagLabels: ReadonlyMap<string, string> = new Map(
  Object.entries(flagWords).map(([id, { label }]) => [id, label]),
)

/** `nameOf`: what a system, a supplier or a place is called, as far as that is known. */
export function lineOf(
  { subject, event }: HistoryRow,
  nameOf: (type: string, id: string) => string | undefined = () => undefined,
): Line {
  const flag = subject.type === 'flag'
  const on = flag ? raisedOn(subject.id) : undefined
  const called = on && nameOf(on.type, on.id)
  const label = flagLabels.get(subject.name) ?? subject.name
  return {
    what: event,
    tone: tones[event] ?? 'quiet',
    name: !flag ? subject.name : called ? `${called}: ${label.toLowerCase()}` : label,
    href: flag ? on && pageOf(on.type, on.id) : pageOf(subject.type, subject.id),
  }
}
