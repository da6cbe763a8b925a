import type { Decision } from '@ai-census/schema'
import { compareText } from './ids.ts'
import type { Facts, LedgerFinding, LedgerLook, ScopeFacts } from './ledger.ts'
import { nextFacts } from './scope-facts.ts'

/** The ledger with its past: intervals open and closed, all looks, all decisions. */
export interface LedgerHistory {
  readonly intervals: readonly LedgerFinding[]
  readonly looks: readonly LedgerLook[]
  readonly decisions: readonly Decision[]
}

/**
 * The facts as they were at an instant, for `reconcile` with `now` set to it. It answers what had been seen by then,
 * by when looks finished, not by when they reached the ledger.
 */
export const asOf = (
  history: LedgerHistory,
  instant: string,
): Pick<Facts, 'scopes' | 'findings' | 'decisions'> => ({
  scopes: scopesAsOf(history.looks, instant),
  findings: history.intervals
    .filter((i) => i.opened.at <= instant && (i.closed === null || i.closed.at > instant))
    .map(reopened),
  decisions: history.decisions.filter((d) => d.at <= instant),
})

/** While it held, an interval that was seen was seen by every look that saw anything. */
function reopened(interval: LedgerFinding): LedgerFinding {
  if (interval.closed === null) return interval
  const isSeen = interval.presence === 'seen' || interval.presence === 'returned'
  return { ...interval, closed: null, lastSeen: isSeen ? null : interval.lastSeen }
}

function scopesAsOf(looks: readonly LedgerLook[], instant: string): ScopeFacts[] {
  const lanes = Map.groupBy(
    looks.filter((look) => look.at <= instant),
    (look) => `${look.scope.key} ${look.scanner}`,
  )
  return [...lanes.values()].flatMap((lane) => scopeAsOf(lane) ?? [])
}

function scopeAsOf(lane: readonly LedgerLook[]): ScopeFacts | null {
  // Declared as it is so that the compiler does not take the loop to leave it null.
  let facts = null as ScopeFacts | null
  for (const look of [...lane].sort((a, b) => compareText(a.at, b.at) || a.sequence - b.sequence)) {
    if (look.outcome === 'recorded') facts = nextFacts(facts, look)
    // One that was superseded was held until the look that follows it.
    else if (facts && (look.outcome === 'held' || look.outcome === 'superseded')) {
      facts = { ...facts, held: { ...look, outcome: 'held' } }
    }
  }
  return facts
}
