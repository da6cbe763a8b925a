import {
  type DecisionBody,
  type Finding,
  type FindingRef,
  reportDigest,
  type ScanReport,
  type Scope,
} from '@ai-census/schema'
import { isAbsence, isUnconfirmed } from './absence.ts'
import {
  canonicalFinding,
  canonicalKey,
  canonicalScope,
  canonicalScopeKey,
  findingHash,
} from './canonical.ts'
import type { Interval, LedgerLook, LookOutcome, Presence, ScopeFacts, ScopeState } from './ledger.ts'
import { decideMoves, type Move, markOf, nextInterval, seenBefore, seenInterval } from './moves.ts'
import { nextFacts } from './scope-facts.ts'
import { defaultSettings, type Settings } from './settings.ts'

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

/** What must be written for one report; everything else stays as it is. */
export interface ScopeChange {
  /** `repeated`: this scan's look at this scope is already recorded, nothing is to be written. */
  readonly outcome: LookOutcome | 'repeated'
  readonly look: LedgerLook
  /** Intervals that end, with `closed` set. */
  readonly closes: readonly Interval[]
  /** Intervals that begin. */
  readonly opens: readonly Interval[]
  /** The content of those in `opens` that have new content, by hash. */
  readonly contents: ReadonlyMap<string, Finding>
  /** The look that was held until now and is no longer, with its new outcome. */
  readonly released: LedgerLook | null
  /** The state after; the next report's `previous`. */
  readonly state: ScopeState
  readonly summary: ChangeSummary
  /** Findings that the inventory must look at again. */
  readonly touched: readonly FindingRef[]
  /** The scope's description changed: all its open findings, from every scanner, are touched besides. */
  readonly described: boolean
}

/** A report that the ledger does not take, and the place of its fault (`findings[3].key`). */
export class ReportRefused extends Error {
  readonly place: string
  constructor(place: string, message: string) {
    super(message)
    this.name = 'ReportRefused'
    this.place = place
  }
}

export interface RecordOptions {
  readonly scan: string
  readonly settings?: Pick<Settings, 'brakeShare' | 'brakeLeast'>
  /** A person confirmed this held look: the brake does not apply. */
  readonly confirmed?: boolean
}

/**
 * Decides what one look at one scope means, given what is known of that scope from that scanner (null: nothing).
 * Pure; writes nothing. Throws `ReportRefused` where two findings have the same key, or where `previous`
 * speaks of another scope or scanner.
 */
export function recordReport(
  previous: ScopeState | null,
  report: ScanReport,
  options: RecordOptions,
): ScopeChange {
  const scope = canonicalScope(report.scope)
  checkSameScope(previous, scope, report.scanner)
  const seen = canonicalFindings(report)
  const deleted = canonicalDeleted(report, seen)
  if (previous?.already && !options.confirmed) return repeated(previous, previous.already)
  const look = lookOf(previous, scope, report, options)
  if (previous && look.at < previous.newest.at && !options.confirmed) return recordLate(previous, look, seen)

  const moves = decideMoves(previous, look, seen, deleted)
  if (!options.confirmed && isMassChange(previous, moves, options.settings ?? defaultSettings)) {
    return hold(previous!, look, moves.filter(isVanishing).length)
  }
  return apply(previous, look, moves)
}

/**
 * A person's answer to a held look. Accepted: the look counts, in its place and under its own number.
 * Refused: it is discarded and nothing changes. `report` must be the held look's own report.
 */
export function releaseHeld(previous: ScopeState, report: ScanReport, accept: boolean): ScopeChange {
  const held = previous.held
  if (!held) throw new ReportRefused('scope', 'no look of this scope is held')
  if (held.digest !== reportDigest(report)) throw new ReportRefused('scope', 'another look is held')
  if (accept) return recordReport(previous, report, { scan: held.scan, confirmed: true })
  const released: LedgerLook = { ...held, outcome: 'discarded' }
  return { ...nothing(released, 'discarded', { ...previous, held: null }), released }
}

/** What a person answered to a held look. */
export type ReleaseLook = Extract<DecisionBody, { type: 'release-look' }>

/**
 * Carries out the decision: as `releaseHeld`, and throws `ReportRefused` where the look that it names is not the one
 * that is held now (it was superseded, or already answered).
 */
export function releaseByDecision(
  previous: ScopeState,
  report: ScanReport,
  { scope, scanner, sequence, accept }: ReleaseLook,
): ScopeChange {
  const { held } = previous
  const isThatScope = canonicalScopeKey(scope) === previous.scope.key && scanner === previous.scanner
  if (!isThatScope) throw new ReportRefused('scope', 'the state is of another scope or scanner')
  if (held?.sequence !== sequence) throw new ReportRefused('sequence', `look ${sequence} is not held`)
  return releaseHeld(previous, report, accept)
}

function checkSameScope(previous: ScopeState | null, scope: Scope, scanner: string): void {
  if (!previous) return
  if (previous.scope.key !== scope.key) throw new ReportRefused('scope.key', 'the state is of another scope')
  if (previous.scanner !== scanner) throw new ReportRefused('scanner', 'the state is of another scanner')
}

/** By key. Two findings with one key are never collapsed: the report is refused whole. */
function canonicalFindings(report: ScanReport): Map<string, Finding> {
  const byKey = new Map<string, Finding>()
  for (const [i, raw] of report.findings.entries()) {
    const finding = canonicalFinding(raw)
    if (byKey.has(finding.key)) {
      throw new ReportRefused(`findings[${i}].key`, `the key ${finding.key} stands twice in this report`)
    }
    byKey.set(finding.key, finding)
  }
  return byKey
}

/** Rule 2. Nothing can be there and be deleted: the report is refused whole. */
function canonicalDeleted(report: ScanReport, seen: ReadonlyMap<string, Finding>): Set<string> {
  const keys = (report.deleted ?? []).map(canonicalKey)
  for (const [i, key] of keys.entries()) {
    if (seen.has(key)) throw new ReportRefused(`deleted[${i}]`, `the key ${key} is also among the findings`)
  }
  return new Set(keys)
}

/** A held look that a person confirms keeps its place and its number. */
function lookOf(
  previous: ScopeState | null,
  scope: Scope,
  report: ScanReport,
  { scan, confirmed }: RecordOptions,
): LedgerLook {
  const held = confirmed ? previous?.held : null
  return {
    sequence: held?.sequence ?? (previous?.lastSequence ?? 0) + 1,
    at: new Date(report.finishedAt).toISOString(),
    version: report.version,
    catalogue: report.catalogue,
    scan,
    scope,
    scanner: report.scanner,
    coverage: report.coverage,
    outcome: 'recorded',
    digest: reportDigest(report),
    saw: report.findings.length,
  }
}

/** Rule 3: where too large a share vanishes at once, a wrong look is likelier than a changed world. */
function isMassChange(
  previous: ScopeState | null,
  moves: readonly Move[],
  brake: Pick<Settings, 'brakeShare' | 'brakeLeast'>,
): boolean {
  if (!previous) return false
  const live = previous.open.filter(isPresent).length
  const vanished = moves.filter(isVanishing).length
  return vanished >= brake.brakeLeast && vanished > live * brake.brakeShare
}

const isPresent = ({ presence }: Interval): boolean => presence !== 'missing' && presence !== 'gone'

/** What was there no longer is, by its absence or because the source says that it was deleted. */
const isVanishing = ({ from, to }: Move): boolean =>
  from !== null && isPresent(from) && (to === 'missing' || to === 'gone')

const emptySummary: ChangeSummary = {
  added: [],
  changed: [],
  missing: [],
  gone: [],
  returned: [],
  unchanged: 0,
  held: 0,
}

const nothing = (look: LedgerLook, outcome: ScopeChange['outcome'], state: ScopeState): ScopeChange => ({
  outcome,
  look,
  closes: [],
  opens: [],
  contents: new Map(),
  released: null,
  state,
  summary: emptySummary,
  touched: [],
  described: false,
})

const repeated = (previous: ScopeState, already: LedgerLook): ScopeChange =>
  nothing(already, 'repeated', previous)

function hold(previous: ScopeState, look: LedgerLook, vanished: number): ScopeChange {
  const held: LedgerLook = { ...look, outcome: 'held' }
  const state: ScopeState = { ...previous, held, lastSequence: look.sequence }
  return {
    ...nothing(held, 'held', state),
    released: supersede(previous),
    summary: { ...emptySummary, held: vanished },
  }
}

const supersede = (previous: ScopeState | null): LedgerLook | null =>
  previous?.held ? { ...previous.held, outcome: 'superseded' } : null

function apply(previous: ScopeState | null, look: LedgerLook, moves: readonly Move[]): ScopeChange {
  const mark = markOf(look)
  const state = nextFacts(previous, look)
  const closes: Interval[] = []
  const opens: Interval[] = []
  const open: Interval[] = []
  const contents = new Map<string, Finding>()
  for (const move of moves) {
    const next = nextInterval(previous, move, look, mark)
    open.push(next)
    if (next === move.from) continue
    if (move.from) closes.push({ ...move.from, lastSeen: seenBefore(previous, move.from), closed: mark })
    opens.push(next)
    if (move.finding && move.hash !== move.from?.hash) contents.set(move.hash, move.finding)
  }
  const confirmed = previous?.held?.sequence === look.sequence
  return {
    outcome: 'recorded',
    look,
    closes,
    opens,
    contents,
    released: confirmed ? null : supersede(previous),
    state: {
      ...state,
      open,
      already: null,
      lastSequence: Math.max(look.sequence, previous?.lastSequence ?? 0),
    },
    summary: summarise(moves),
    touched: touchedBy(open, new Set(opens), [previous?.complete ?? null, state.complete]).map(
      ({ scope, key }) => ({ scope, key }),
    ),
    described: state.describedAt === look.at,
  }
}

/**
 * Besides what was written: signs of use, which fade by when they were last seen; and what is unseen where this look is
 * the first complete one by other detectors, or no longer is.
 */
function touchedBy(
  open: readonly Interval[],
  opens: ReadonlySet<Interval>,
  [before, after]: readonly [ScopeFacts['complete'], ScopeFacts['complete']],
): Interval[] {
  const turns = ({ presence, kind, lastSeen }: Interval): boolean =>
    presence === 'unseen' && isUnconfirmed(kind, lastSeen, before) !== isUnconfirmed(kind, lastSeen, after)
  return open.filter((one) => opens.has(one) || one.kind === 'usage' || turns(one))
}

function summarise(moves: readonly Move[]): ChangeSummary {
  const keys = (test: (move: Move) => boolean): string[] =>
    moves
      .filter(test)
      .map((m) => m.key)
      .sort()
  const turned = (m: Move, to: Presence): boolean => m.to === to && m.from?.presence !== to
  const changed = (m: Move): boolean => m.finding !== null && m.from !== null && m.hash !== m.from.hash
  return {
    added: keys((m) => m.from === null),
    changed: keys(changed),
    missing: keys((m) => turned(m, 'missing')),
    gone: keys((m) => turned(m, 'gone')),
    returned: keys((m) => turned(m, 'returned')),
    unchanged: moves.filter((m) => m.finding !== null && m.from !== null && m.hash === m.from.hash).length,
    held: 0,
  }
}

/**
 * A look that finished before the newest one. It can only add: a key never seen before, unless a complete look after
 * it would have seen it. What newer looks decided stands.
 */
function recordLate(previous: ScopeState, look: LedgerLook, seen: Map<string, Finding>): ScopeChange {
  const late: LedgerLook = { ...look, outcome: 'late' }
  const mark = markOf(look)
  const known = new Set(previous.open.map((i) => i.key))
  const opens: Interval[] = []
  const contents = new Map<string, Finding>()
  for (const [key, finding] of seen) {
    if (known.has(key) || refutedSince(previous, finding, late)) continue
    const move: Move = { key, from: null, to: 'unseen', finding, hash: findingHash(finding) }
    opens.push({ ...seenInterval(move, finding, late, mark), lastSeen: mark })
    contents.set(move.hash, finding)
  }
  const state: ScopeState = {
    ...previous,
    lastSequence: look.sequence,
    already: null,
    open: [...previous.open, ...opens],
  }
  return {
    ...nothing(late, 'late', state),
    opens,
    contents,
    summary: { ...emptySummary, added: opens.map((i) => i.key).sort() },
    touched: opens.map((i) => ({ scope: i.scope, key: i.key })),
  }
}

function refutedSince(previous: ScopeFacts, finding: Finding, late: LedgerLook): boolean {
  const { complete } = previous
  if (!complete || complete.at < late.at) return false
  const coverage = { status: 'complete' as const, ...(complete.kinds && { kinds: [...complete.kinds] }) }
  return isAbsence(finding.kind, markOf(late), { ...complete, coverage })
}
