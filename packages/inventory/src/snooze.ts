import { gradeRank } from '@ai-census/schema'
import type { Draft } from './component.ts'
import { isExposedKey } from './flags/exposed-key.ts'
import type { LedgerFinding } from './ledger.ts'
import { isLive } from './members.ts'
import type { Governance } from './replay.ts'

/**
 * The day until which a person let the system wait. Undefined where nobody did, and once something worse came: a finding
 * first seen since with a stronger grade than all that had been seen by then, or a key in a file. A finding that was
 * there already and changes wakes nothing: lines move every day. `drafts`: all of it; `telling`: what counts of it now.
 */
export function snoozedUntil(
  governance: readonly Governance[],
  drafts: readonly Draft[],
  telling: readonly Draft[],
): string | undefined {
  // As with pins, the system's own word comes first, then that of the systems merged into it.
  const snooze = governance.find((one) => one.snooze)?.snooze
  if (!snooze || snooze.until === null) return undefined
  const isNew = (row: LedgerFinding): boolean => isLive(row) && row.firstSeenAt > snooze.at
  const known = rowsOf(drafts).filter((row) => row.firstSeenAt <= snooze.at)
  const strongest = Math.max(-1, ...known.map((row) => gradeRank(row.finding.grade)))
  const isStronger = (row: LedgerFinding): boolean => gradeRank(row.finding.grade) > strongest
  if (rowsOf(telling).some((row) => isNew(row) && isStronger(row))) return undefined
  if (rowsOf(drafts).some((row) => isNew(row) && isExposedKey(row.finding))) return undefined
  return snooze.until
}

const rowsOf = (drafts: readonly Draft[]): LedgerFinding[] =>
  drafts.flatMap((draft) => draft.members.flatMap((member) => member.rows))
