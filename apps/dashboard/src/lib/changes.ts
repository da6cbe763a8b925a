/** What happened to a system between two looks at it, told by who did it. Pure, so that it can be proved. */
import { decisionSentence } from './decisions.ts'
import type { SystemDetail } from './types.ts'

export interface Change {
  /** Who decided; undefined: a scan brought it. */
  by: string | undefined
  at: string | undefined
  what: string
}

/** Newest first. Empty where both are the same version. `isOwn`: by its sequence, whether this person decided it here. */
export function changesBetween(
  seen: SystemDetail,
  now: SystemDetail,
  isOwn: (sequence: number) => boolean = () => false,
): Change[] {
  if (seen.version === now.version) return []
  const known = new Set(seen.decisions.map(({ sequence }) => sequence))
  const since = now.decisions.filter(({ sequence }) => !known.has(sequence))
  const decided = since
    .filter(({ sequence }) => !isOwn(sequence))
    .map(({ author, at, body }) => ({ by: author, at, what: decisionSentence(body) }))
  if (decided.length > 0 || since.length > 0) return decided
  return [{ by: undefined, at: undefined, what: discovered(seen, now) }]
}

/** What discovery itself changed, in a sentence. */
function discovered(seen: SystemDetail, now: SystemDetail): string {
  const parts = [
    grown('component', seen.counts.components, now.counts.components),
    added('supplier', seen.system.suppliers, now.system.suppliers),
    added('model', seen.system.models, now.system.models),
    seen.system.grade !== now.system.grade && `its grade is now ${now.system.grade ?? 'none'}`,
    seen.system.name !== now.system.name && `it is called ${now.system.name} now`,
  ].filter((part) => typeof part === 'string')
  return parts.length > 0 ? `A scan changed it: ${parts.join('; ')}` : 'A scan changed what is known of it'
}

function grown(noun: string, before: number, after: number): string | false {
  return before !== after && `${before} ${noun}${before === 1 ? '' : 's'} became ${after}`
}

function added(noun: string, before: readonly string[], after: readonly string[]): string | false {
  const fresh = after.filter((one) => !before.includes(one))
  return fresh.length > 0 && `new ${noun} ${fresh.slice(0, 3).join(', ')}`
}
