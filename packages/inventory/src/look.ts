import type { FindingRef } from '@ai-census/schema'
import { isAbsence, isUnconfirmed } from './absence.ts'
import { canonicalScope } from './canonical.ts'
import type { Interval, LedgerLook, LookMark, ScopeFacts, ScopeState } from './ledger.ts'
import { decideMove, type Move, markOf, nextInterval, type Pair, seenBefore, seenInterval } from './moves.ts'
import { ReportRefused } from './refused.ts'
import { nextFacts } from './scope-facts.ts'
import type { Settings } from './settings.ts'
import type { LookHead, Sighting } from './sighting.ts'

// One look, decided in parts: first what kind of look it is, then any number of its keys at a time, last what all of
// them together mean. `recordReport` does it at once; a store with more findings than memory does it in turns.

/** What is known of a scope, without its findings. */
export type ScopeStanding = Omit<ScopeState, 'open'>

export interface RecordOptions {
  readonly scan: string
  readonly settings?: Pick<Settings, 'brakeShare' | 'brakeLeast'>
  /** A person confirmed this held look: the brake does not apply. */
  readonly confirmed?: boolean
  /**
   * The clock of whoever records. A newest look from beyond it was made by a clock that was wrong, and makes no
   * other one late. Absent: every clock was right.
   */
  readonly now?: string
}

export interface LookPlan {
  readonly previous: ScopeStanding | null
  /** Its outcome is `recorded` or `late` as yet. */
  readonly look: LedgerLook
  readonly mark: LookMark
  readonly confirmed: boolean
  /** The scope as it is once this look counts; as it was where the look is late. */
  readonly facts: ScopeFacts
}

/** What some of a look's keys come to; parts of one look add up. */
export interface LookPart {
  /** Intervals that end, with `closed` set. */
  readonly closes: readonly Interval[]
  /** Intervals that begin. */
  readonly opens: readonly Interval[]
  /** Those of `opens` whose content is new to their key. */
  readonly fresh: readonly Interval[]
  /** All that are open afterwards, of the keys given. */
  readonly open: readonly Interval[]
  readonly summary: ChangeSummary
  /** Findings that the inventory must look at again. */
  readonly touched: readonly FindingRef[]
  /** How many were there before, and how many of them no longer are: what the brake asks. */
  readonly live: number
  readonly vanished: number
}

/** What one report changed, by finding key. */
export interface ChangeSummary {
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly missing: readonly string[]
  readonly gone: readonly string[]
  readonly returned: readonly string[]
  /** Seen again with the same content. */
  readonly unchanged: number
  /** How many findings vanished in a look that is held; 0 otherwise. */
  readonly held: number
}

export const emptySummary: ChangeSummary = {
  added: [],
  changed: [],
  missing: [],
  gone: [],
  returned: [],
  unchanged: 0,
  held: 0,
}

/** Throws `ReportRefused` where `previous` speaks of another scope or scanner. */
export function planLook(previous: ScopeStanding | null, head: LookHead, options: RecordOptions): LookPlan {
  const scope = canonicalScope(head.scope)
  if (previous && previous.scope.key !== scope.key)
    throw new ReportRefused('scope.key', 'the state is of another scope')
  if (previous && previous.scanner !== head.scanner)
    throw new ReportRefused('scanner', 'the state is of another scanner')
  const confirmed = options.confirmed === true
  const held = confirmed ? previous?.held : null
  const recorded: LedgerLook = {
    // A held look that a person confirms keeps its place and its number.
    sequence: held?.sequence ?? (previous?.lastSequence ?? 0) + 1,
    at: new Date(head.finishedAt).toISOString(),
    version: head.version,
    catalogue: head.catalogue,
    scan: options.scan,
    scope,
    scanner: head.scanner,
    coverage: head.coverage,
    outcome: 'recorded',
    digest: head.digest,
    saw: head.saw,
  }
  const late = previous !== null && !confirmed && isLate(recorded, previous.newest, options.now)
  const look: LedgerLook = late ? { ...recorded, outcome: 'late' } : recorded
  const facts = late ? previous : nextFacts(previous, look)
  return { previous, look, mark: markOf(look), confirmed, facts }
}

const isLate = (look: LookMark, newest: LookMark, now: string | undefined): boolean =>
  look.at < newest.at && (now === undefined || newest.at <= now)

/** Decides on some keys of a look. Each key of the scope is given once, open or seen. */
export function decidePairs(plan: LookPlan, pairs: readonly Pair[]): LookPart {
  return plan.look.outcome === 'late' ? decideLate(plan, pairs) : decideRecorded(plan, pairs)
}

function decideRecorded(plan: LookPlan, pairs: readonly Pair[]): LookPart {
  const { previous, look, mark, facts } = plan
  const moves = pairs.map((pair) => decideMove(previous, look, pair))
  const closes: Interval[] = []
  const opens: Interval[] = []
  const fresh: Interval[] = []
  const open: Interval[] = []
  for (const move of moves) {
    const next = nextInterval(previous, move, look, mark)
    open.push(next)
    if (next === move.from) continue
    if (move.from) closes.push({ ...move.from, lastSeen: seenBefore(previous, move.from), closed: mark })
    opens.push(next)
    if (move.seen && move.hash !== move.from?.hash) fresh.push(next)
  }
  return {
    closes,
    opens,
    fresh,
    open,
    summary: summarise(moves),
    touched: touchedBy(open, new Set(opens), previous?.complete ?? null, facts.complete),
    live: moves.filter(({ from }) => from !== null && isPresent(from)).length,
    vanished: moves.filter(isVanishing).length,
  }
}

const isPresent = ({ presence }: Interval): boolean => presence !== 'missing' && presence !== 'gone'

/** What was there no longer is, by its absence or because the source says that it was deleted. */
const isVanishing = ({ from, to }: Move): boolean =>
  from !== null && isPresent(from) && (to === 'missing' || to === 'gone')

/**
 * Besides what was written: signs of use, which fade by when they were last seen; and what is unseen where this look is
 * the first complete one by other detectors, or no longer is.
 */
function touchedBy(
  open: readonly Interval[],
  opens: ReadonlySet<Interval>,
  before: ScopeFacts['complete'],
  after: ScopeFacts['complete'],
): FindingRef[] {
  const turns = ({ presence, kind, lastSeen }: Interval): boolean =>
    presence === 'unseen' && isUnconfirmed(kind, lastSeen, before) !== isUnconfirmed(kind, lastSeen, after)
  return open
    .filter((one) => opens.has(one) || one.kind === 'usage' || turns(one))
    .map(({ scope, key }) => ({ scope, key }))
}

function summarise(moves: readonly Move[]): ChangeSummary {
  const keys = (test: (move: Move) => boolean): string[] =>
    moves
      .filter(test)
      .map((m) => m.key)
      .sort()
  const turned = (m: Move, to: Interval['presence']): boolean => m.to === to && m.from?.presence !== to
  return {
    added: keys((m) => m.from === null),
    changed: keys((m) => m.seen !== null && m.from !== null && m.hash !== m.from.hash),
    missing: keys((m) => turned(m, 'missing')),
    gone: keys((m) => turned(m, 'gone')),
    returned: keys((m) => m.seen !== null && (m.from?.presence === 'missing' || m.from?.presence === 'gone')),
    unchanged: moves.filter((m) => m.seen !== null && m.from !== null && m.hash === m.from.hash).length,
    held: 0,
  }
}

/**
 * A look that finished before the newest one. It can only add: a key never seen before, unless a complete look after
 * it would have seen it. What newer looks decided stands.
 */
function decideLate({ previous, look, mark }: LookPlan, pairs: readonly Pair[]): LookPart {
  const added = pairs.flatMap(({ key, from, seen }) =>
    from || !seen || (previous && refutedSince(previous, seen, look))
      ? []
      : [lateInterval({ key, from: null, to: 'unseen', hash: seen.hash }, seen, look, mark)],
  )
  return {
    closes: [],
    opens: added,
    fresh: added,
    open: [...pairs.flatMap(({ from }) => from ?? []), ...added],
    summary: { ...emptySummary, added: added.map((one) => one.key).sort() },
    touched: added.map(({ scope, key }) => ({ scope, key })),
    live: 0,
    vanished: 0,
  }
}

const lateInterval = (
  move: Omit<Move, 'seen'>,
  seen: Sighting,
  look: LedgerLook,
  mark: LookMark,
): Interval => ({ ...seenInterval(move, seen, look, mark), lastSeen: mark })

function refutedSince(previous: ScopeFacts, seen: Sighting, late: LedgerLook): boolean {
  const { complete } = previous
  if (!complete || complete.at < late.at) return false
  const coverage = { status: 'complete' as const, ...(complete.kinds && { kinds: [...complete.kinds] }) }
  return isAbsence(seen.kind, markOf(late), { ...complete, coverage })
}

/** Rule 3: where too large a share vanishes at once, a wrong look is likelier than a changed world. */
export function isMassChange(
  { previous, confirmed }: LookPlan,
  { live, vanished }: Pick<LookPart, 'live' | 'vanished'>,
  brake: Pick<Settings, 'brakeShare' | 'brakeLeast'>,
): boolean {
  if (!previous || confirmed) return false
  return vanished >= brake.brakeLeast && vanished > live * brake.brakeShare
}

/** What a look comes to once all its keys are decided, without its findings. */
export interface LookConclusion {
  readonly look: LedgerLook
  /** The look that was held until now and is no longer, with its new outcome. */
  readonly released: LedgerLook | null
  readonly state: ScopeStanding
  /** The scope's description changed: all its open findings, from every scanner, are touched besides. */
  readonly described: boolean
}

export function concludeLook(plan: LookPlan, held: boolean): LookConclusion {
  const { previous, look, facts, confirmed } = plan
  const lastSequence = Math.max(look.sequence, previous?.lastSequence ?? 0)
  if (held && previous) {
    const waiting: LedgerLook = { ...look, outcome: 'held' }
    const state = { ...previous, held: waiting, lastSequence }
    return { look: waiting, released: supersede(previous), state, described: false }
  }
  const state = { ...facts, already: null, lastSequence }
  if (look.outcome === 'late') return { look, released: null, state, described: false }
  const released = confirmed && previous?.held?.sequence === look.sequence ? null : supersede(previous)
  return { look, released, state, described: facts.describedAt === look.at }
}

const supersede = (previous: ScopeStanding | null): LedgerLook | null =>
  previous?.held ? { ...previous.held, outcome: 'superseded' } : null
