import {
  type DecisionBody,
  type Finding,
  type FindingRef,
  reportDigest,
  type ScanReport,
} from '@ai-census/schema'
import { canonicalKey, canonicalScopeKey } from './canonical.ts'
import type { Interval, LedgerLook, LookOutcome, ScopeState } from './ledger.ts'
import {
  type ChangeSummary,
  concludeLook,
  decidePairs,
  emptySummary,
  isMassChange,
  type LookPart,
  type LookPlan,
  planLook,
  type RecordOptions,
} from './look.ts'
import type { Pair } from './moves.ts'
import { ReportRefused } from './refused.ts'
import { defaultSettings } from './settings.ts'
import { type Sighting, sight } from './sighting.ts'

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

interface Seen {
  readonly findings: ReadonlyMap<string, Finding>
  readonly sightings: ReadonlyMap<string, Sighting>
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
  const seen = seenIn(report)
  const deleted = deletedIn(report, seen.findings)
  const head = { ...report, digest: reportDigest(report), saw: report.findings.length }
  const plan = planLook(previous, head, options)
  if (previous?.already && !options.confirmed) return nothing(previous.already, 'repeated', previous)
  const part = decidePairs(plan, pairUp(previous?.open ?? [], seen.sightings, deleted))
  const held = isMassChange(plan, part, options.settings ?? defaultSettings)
  return changeOf(plan, part, previous, held, seen.findings)
}

function changeOf(
  plan: LookPlan,
  part: LookPart,
  previous: ScopeState | null,
  held: boolean,
  findings: ReadonlyMap<string, Finding>,
): ScopeChange {
  const { look, released, state, described } = concludeLook(plan, held)
  if (held) {
    const before = { ...state, open: previous?.open ?? [] }
    const summary = { ...emptySummary, held: part.vanished }
    return { ...nothing(look, look.outcome, before), released, summary }
  }
  const contents = new Map(part.fresh.map(({ key, hash }) => [hash, findings.get(key)!])) // what is fresh was seen
  const { closes, opens, open, summary, touched } = part
  const outcome = look.outcome
  return {
    outcome,
    look,
    closes,
    opens,
    contents,
    released,
    state: { ...state, open },
    summary,
    touched,
    described,
  }
}

/** Each key once: those that are open, and those that are seen for the first time. */
function pairUp(
  open: readonly Interval[],
  seen: ReadonlyMap<string, Sighting>,
  deleted: ReadonlySet<string>,
): Pair[] {
  const known = new Set(open.map(({ key }) => key))
  return [
    ...open.map((from) => ({
      key: from.key,
      from,
      seen: seen.get(from.key) ?? null,
      deleted: deleted.has(from.key),
    })),
    ...[...seen.values()]
      .filter(({ key }) => !known.has(key))
      .map((one) => ({ key: one.key, from: null, seen: one, deleted: false })),
  ]
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

/** By key. Two findings with one key are never collapsed: the report is refused whole. */
function seenIn(report: ScanReport): Seen {
  const places = new Map<string, number>()
  const findings = new Map<string, Finding>()
  const sightings = new Map<string, Sighting>()
  for (const [i, raw] of report.findings.entries()) {
    const { finding, sighting } = sight(raw)
    const { key } = finding
    const first = places.get(key)
    if (first !== undefined) {
      throw new ReportRefused(
        `findings[${i}].key`,
        `the key ${key} stands twice in this report, first at findings[${first}].key`,
      )
    }
    places.set(key, i)
    findings.set(key, finding)
    sightings.set(key, sighting)
  }
  return { findings, sightings }
}

/** Rule 2. Nothing can be there and be deleted: the report is refused whole. */
function deletedIn(report: ScanReport, seen: ReadonlyMap<string, Finding>): Set<string> {
  const keys = (report.deleted ?? []).map(canonicalKey)
  for (const [i, key] of keys.entries()) {
    if (seen.has(key)) throw new ReportRefused(`deleted[${i}]`, `the key ${key} is also among the findings`)
  }
  return new Set(keys)
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
