import { isAbsence } from './absence.ts'
import type { Interval, LedgerLook, LookMark, Presence, ScopeFacts } from './ledger.ts'
import type { Sighting } from './sighting.ts'

export const markOf = (look: LookMark): LookMark => ({
  sequence: look.sequence,
  at: look.at,
  version: look.version,
  catalogue: look.catalogue,
})

/** One key that is open in the ledger, or seen by the look at hand, or both. */
export interface Pair {
  readonly key: string
  readonly from: Interval | null
  readonly seen: Sighting | null
  /** The source itself says that it is no more. */
  readonly deleted: boolean
}

/** What happens to one key in one look. */
export interface Move {
  readonly key: string
  readonly from: Interval | null
  readonly to: Presence
  /** The finding as this look saw it; null when it did not. */
  readonly seen: Sighting | null
  readonly hash: string
}

/** Throws where there is neither an interval nor a sighting. */
export function decideMove(previous: ScopeFacts | null, look: LedgerLook, pair: Pair): Move {
  const { key, from, seen } = pair
  if (!from) {
    if (!seen) throw new Error(`${key} is neither known nor seen`)
    return { key, from, to: 'seen', seen, hash: seen.hash }
  }
  const to = seen
    ? presenceWhenSeen(from.presence)
    : pair.deleted
      ? 'gone'
      : presenceWhenNotSeen(previous, from, look)
  return { key, from, to, seen, hash: seen ? seen.hash : from.hash }
}

const presenceWhenSeen = (before: Presence): Presence =>
  before === 'gone' || before === 'returned' ? 'returned' : 'seen'

function presenceWhenNotSeen(state: ScopeFacts | null, from: Interval, look: LedgerLook): Presence {
  if (isAbsence(from.kind, from.lastSeen ?? state?.sight ?? null, look)) {
    return from.presence === 'missing' || from.presence === 'gone' ? 'gone' : 'missing'
  }
  const tellsNothing = look.saw === 0 && look.coverage.status !== 'complete'
  if (tellsNothing || from.presence === 'missing' || from.presence === 'gone') return from.presence
  return 'unseen'
}

/** The last look that saw an interval which is about to end, written out. */
export const seenBefore = (previous: ScopeFacts | null, from: Interval): LookMark | null =>
  from.lastSeen ?? previous?.sight ?? null

/** What of an open interval tells that a look which sees the same leaves it alone. */
export type OpenContent = Pick<Interval, 'hash' | 'presence'> & { readonly lastSeen: unknown }

/** Seen again just as it was: no row is written, and nothing but its number matters. */
export const isSteady = (from: OpenContent, seen: Pick<Sighting, 'hash'>): boolean =>
  from.hash === seen.hash && from.lastSeen === null && presenceWhenSeen(from.presence) === from.presence

/** The very same object where nothing changes, so that no row is written. */
export function nextInterval(
  previous: ScopeFacts | null,
  move: Move,
  look: LedgerLook,
  mark: LookMark,
): Interval {
  const { from, seen } = move
  if (from && (seen ? isSteady(from, seen) : move.to === from.presence)) return from
  if (!seen) {
    // Only a known finding can go unseen.
    return { ...from!, presence: move.to, opened: mark, closed: null, lastSeen: seenBefore(previous, from!) }
  }
  return seenInterval(move, seen, look, mark)
}

export function seenInterval(
  { from, hash, key, to }: Omit<Move, 'seen'>,
  { kind, essence, createdAt }: Sighting,
  look: LedgerLook,
  mark: LookMark,
): Interval {
  const reborn =
    from !== null && from.createdAt !== null && createdAt !== null && from.createdAt !== createdAt
  const same = from !== null && from.hash === hash
  return {
    scope: look.scope.key,
    scanner: look.scanner,
    key,
    kind,
    hash,
    presence: to,
    opened: mark,
    closed: null,
    lastSeen: null,
    firstSeenAt: from && !reborn ? from.firstSeenAt : look.at,
    changedAt: same ? from.changedAt : look.at,
    essence: same ? from.essence : essence,
    essenceAt: from && !reborn && from.essence === (same ? from.essence : essence) ? from.essenceAt : look.at,
    createdAt,
  }
}
