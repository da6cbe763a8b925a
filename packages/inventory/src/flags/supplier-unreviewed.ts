import type { SupplierRule } from './rule.ts'
import { counted } from './wording.ts'

/** In use, and nobody has reviewed the supplier. */
export const supplierUnreviewed: SupplierRule = {
  id: 'supplier-unreviewed',
  subject: 'supplier',
  raise({ review, name, systemCount, componentCount }) {
    if (review !== 'unreviewed' || systemCount === 0) return null
    return {
      reason: `${counted(systemCount, 'system')} (${counted(componentCount, 'component')}) depend on ${name}, which nobody has reviewed.`,
      clearedBy: 'Review the supplier: approve, restrict or reject it.',
    }
  },
}
