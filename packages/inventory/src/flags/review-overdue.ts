import type { SystemRule } from './rule.ts'

/** The date of its next review has passed. */
export const reviewOverdue: SystemRule = {
  id: 'review-overdue',
  subject: 'system',
  raise({ system }, { today }) {
    const next = system.fields.nextReview?.value
    if (system.state !== 'registered' || next === undefined || next >= today) return null
    return { reason: `Its review was due on ${next}.`, clearedBy: 'Review it and set the next date.' }
  },
}
