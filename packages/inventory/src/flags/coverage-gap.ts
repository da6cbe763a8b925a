import type { CoverageStatus } from '@ai-census/schema'
import type { ScopeFacts } from '../ledger.ts'
import { daysBetween } from '../time.ts'
import type { ScopeRule, World } from './rule.ts'

/** What is not there to be read leaves no gap. */
const NO_GAP: ReadonlySet<CoverageStatus> = new Set<CoverageStatus>([
  'complete',
  'not-enabled',
  'unsupported',
])

/** A scope that could not be read whole, or not for long, or whose newest look waits for a person. */
export const coverageGap: ScopeRule = {
  id: 'coverage-gap',
  subject: 'scope',
  raise(scanners, world) {
    const gaps = scanners.flatMap((one) => gapOf(one, world) ?? [])
    const [first] = gaps
    if (!first) return null
    return { reason: gaps.map((g) => g.reason).join(' '), clearedBy: first.clearedBy }
  },
}

function gapOf(facts: ScopeFacts, { now, settings }: World): { reason: string; clearedBy: string } | null {
  const { newest, held, scanner } = facts
  const { status, reason, detail } = newest.coverage
  if (held) {
    return {
      reason: `The look of ${held.at.slice(0, 10)} by ${scanner} is held: too much vanished at once.`,
      clearedBy: 'Confirm or refuse the held look.',
    }
  }
  if (!NO_GAP.has(status)) {
    const why = [reason, detail].filter((part) => part !== undefined).join(': ')
    return {
      reason: `${scanner} could not read it whole on ${newest.at.slice(0, 10)}: ${status}${why && ` (${why})`}.`,
      clearedBy: reason ? `Give what is missing (${reason}) and scan again.` : 'Scan it again.',
    }
  }
  if (daysBetween(newest.at, now) <= settings.staleDays) return null
  return {
    reason: `${scanner} last looked on ${newest.at.slice(0, 10)}, more than ${settings.staleDays} days ago.`,
    clearedBy: 'Scan it again.',
  }
}
