import type { PairRule } from './rule.ts'
import { counted } from './wording.ts'

/** Something says that two systems are one; only a person merges them (rules 4 and 9). */
export const possibleDuplicate: PairRule = {
  id: 'possible-duplicate',
  subject: 'pair',
  raise(signs) {
    const [first] = signs
    if (!first) return null
    const more = signs.length > 1 ? ` So may ${counted(signs.length - 1, 'other')}.` : ''
    return {
      reason: `May be the same as ${first.otherTitle} (${first.other}): ${first.reason}.${more}`,
      clearedBy: 'Merge the two, or decide that they are not duplicates.',
    }
  },
}
