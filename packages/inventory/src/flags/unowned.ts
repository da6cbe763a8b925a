import type { SystemRule } from './rule.ts'

/** Nobody answers for it: no owner of either sort, by a person's word or by any source. */
export const unowned: SystemRule = {
  id: 'unowned',
  subject: 'system',
  raise({ system, telling }) {
    const { businessOwner, technicalOwner } = system.fields
    if (system.state === 'dismissed' || businessOwner || technicalOwner) return null
    if (system.state === 'unregistered' && telling.length === 0) return null
    return {
      reason: `No owner is known: neither a person nor a manifest, tag, CODEOWNERS file or provider of ${system.groupTitle} names one.`,
      clearedBy: 'Set a business or a technical owner.',
    }
  },
}
