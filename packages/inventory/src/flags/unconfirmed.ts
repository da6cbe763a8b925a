import type { Draft } from '../component.ts'
import type { Member } from '../members.ts'
import { later } from '../time.ts'
import type { SystemRule } from './rule.ts'
import { cited, counted, withExample } from './wording.ts'

/**
 * Its evidence was seen by detectors or signatures of another version, and those of today looked at the whole scope and
 * do not see it. A new version never removes anything (rule 1), so a person says what became of it.
 */
export const unconfirmed: SystemRule = {
  id: 'unconfirmed',
  subject: 'system',
  raise({ system, drafts }) {
    const waiting = drafts.filter(isUnconfirmed)
    const [first] = waiting
    if (system.state === 'dismissed' || !first) return null
    // Not the component's own date, which moves with signs of its use.
    const since = things(first)
      .map((m) => m.lastSeenAt)
      .reduce(later)
      .slice(0, 10)
    return {
      reason: `${withExample(waiting.length, `${counted(waiting.length, 'component')} not seen since the detectors changed`, cited(first))}, last seen ${since}.`,
      clearedBy: 'Look there: confirm that it is gone, or that it is still there.',
    }
  },
}

const things = ({ members }: Draft): Member[] => members.filter((m) => m.live && m.finding.kind !== 'usage')

const isUnconfirmed = (draft: Draft): boolean =>
  draft.live && things(draft).length > 0 && things(draft).every((m) => m.unconfirmed)
