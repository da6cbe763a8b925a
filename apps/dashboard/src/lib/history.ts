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
function pageOfFlag(id: string): string | undefined {
  const [type, ...rest] = id.split(' ')
  return type && rest.length > 1 ? pageOf(type, rest.slice(0, -1).join(' ')) : undefined
}

const flagLabels: ReadonlyMap<string, string> = new Map(
  Object.entries(flagWords).map(([id, { label }]) => [id, label]),
)

export function lineOf({ subject, event }: HistoryRow): Line {
  const flag = subject.type === 'flag'
  return {
    what: event,
    tone: tones[event] ?? 'quiet',
    name: flag ? (flagLabels.get(subject.name) ?? subject.name) : subject.name,
    href: flag ? pageOfFlag(subject.id) : pageOf(subject.type, subject.id),
  }
}
