import type { Draft } from '../component.ts'
import type { SystemRule } from './rule.ts'
import { cited, counted } from './wording.ts'

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
    const since = first.component.lastSeenAt.slice(0, 10)
    return {
      reason: `${counted(waiting.length, 'component')} not seen since the detectors changed, first of all ${cited(first)}, last seen ${since}.`,
      clearedBy: 'Look there: confirm that it is gone, or that it is still there.',
    }
  },
}

const isUnconfirmed = ({ members, live }: Draft): boolean => {
  const there = members.filter((m) => m.live && m.finding.kind !== 'usage')
  return live && there.length > 0 && there.every((m) => m.unconfirmed)
}
