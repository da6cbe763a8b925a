import type { Finding } from '@ai-census/schema'
import { isAbsence } from './absence.ts'
import { creationTime, essenceHash, findingHash } from './canonical.ts'
import type { Interval, LedgerLook, LookMark, Presence, ScopeFacts, ScopeState } from './ledger.ts'

export const markOf = (look: LookMark): LookMark => ({
  sequence: look.sequence,
  at: look.at,
  version: look.version,
  catalogue: look.catalogue,
})

/** What happens to one key in one look. */
export interface Move {
  readonly key: string
  readonly from: Interval | null
  readonly to: Presence
  /** The finding as this look saw it; null when it did not. */
  readonly finding: Finding | null
  readonly hash: string
}

export function decideMoves(
  previous: ScopeState | null,
  look: LedgerLook,
  seen: Map<string, Finding>,
  deleted: ReadonlySet<string>,
): Move[] {
  const moves: Move[] = []
  const known = new Set<string>()
  for (const from of previous?.open ?? []) {
    known.add(from.key)
    const finding = seen.get(from.key) ?? null
    const to = finding
      ? presenceWhenSeen(from.presence)
      : deleted.has(from.key)
        ? 'gone'
        : presenceWhenNotSeen(previous!, from, look)
    moves.push({ key: from.key, from, to, finding, hash: finding ? findingHash(finding) : from.hash })
  }
  for (const [key, finding] of seen) {
    if (!known.has(key)) moves.push({ key, from: null, to: 'seen', finding, hash: findingHash(finding) })
  }
  return moves
}

const presenceWhenSeen = (before: Presence): Presence =>
  before === 'gone' || before === 'returned' ? 'returned' : 'seen'

function presenceWhenNotSeen(state: ScopeFacts, from: Interval, look: LedgerLook): Presence {
  if (isAbsence(from.kind, from.lastSeen ?? state.sight, look)) {
    return from.presence === 'missing' || from.presence === 'gone' ? 'gone' : 'missing'
  }
  const tellsNothing = look.saw === 0 && look.coverage.status !== 'complete'
  if (tellsNothing || from.presence === 'missing' || from.presence === 'gone') return from.presence
  return 'unseen'
}

/** The last look that saw an interval which is about to end, written out. */
export const seenBefore = (previous: ScopeState | null, from: Interval): LookMark | null =>
  from.lastSeen ?? previous?.sight ?? null

/** The very same object where nothing changes, so that no row is written. */
export function nextInterval(
  previous: ScopeState | null,
  move: Move,
  look: LedgerLook,
  mark: LookMark,
): Interval {
  const { from, finding } = move
  if (
    from &&
    move.to === from.presence &&
    (!finding || (move.hash === from.hash && from.lastSeen === null))
  ) {
    return from
  }
  if (!finding) {
    // Only a known finding can go unseen.
    return { ...from!, presence: move.to, opened: mark, closed: null, lastSeen: seenBefore(previous, from!) }
  }
  return seenInterval(move, finding, look, mark)
}

export function seenInterval(move: Move, finding: Finding, look: LedgerLook, mark: LookMark): Interval {
  const { from } = move
  const createdAt = creationTime(finding)
  const reborn =
    from !== null && from.createdAt !== null && createdAt !== null && from.createdAt !== createdAt
  const same = from !== null && from.hash === move.hash
  const essence = same ? from.essence : essenceHash(finding)
  return {
    scope: look.scope.key,
    scanner: look.scanner,
    key: move.key,
    kind: finding.kind,
    hash: move.hash,
    presence: move.to,
    opened: mark,
    closed: null,
    lastSeen: null,
    firstSeenAt: from && !reborn ? from.firstSeenAt : look.at,
    changedAt: same ? from.changedAt : look.at,
    essence,
    essenceAt: from && !reborn && from.essence === essence ? from.essenceAt : look.at,
    createdAt,
  }
}
