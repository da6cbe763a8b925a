import type { SupplierRule } from './rule.ts'
import { counted } from './wording.ts'

/** In use, reviewed once, and the next review's date has passed. */
export const supplierReviewOverdue: SupplierRule = {
  id: 'supplier-review-overdue',
  subject: 'supplier',
  raise({ review, name, nextReview, systemCount }, { today }) {
    if (review === 'unreviewed' || nextReview === undefined || nextReview >= today || systemCount === 0)
      return null
    return {
      reason: `The review of ${name}, on which ${counted(systemCount, 'system')} depend, was due on ${nextReview}.`,
      clearedBy: 'Review the supplier again and set the next date.',
    }
  },
}
