import type { Factor } from '../factor.ts'

export const supplierOpacity: Factor<'supplier-opacity'> = {
  id: 'supplier-opacity',
  title: 'Supplier opacity',
  question: 'How much is known of those who provide it?',
  weight: 1,
  levels: {
    own: { label: 'the organisation built and runs it itself', severity: 0 },
    reviewed: { label: 'all its suppliers were reviewed', severity: 1 / 3 },
    unreviewed: { label: 'a supplier of it was not reviewed', severity: 2 / 3 },
    unknown: { label: 'who supplies a part of it is unknown, or was rejected', severity: 1 },
  },
  evidence({ components, suppliers }) {
    const nameless = components.find((c) => c.supplier === null && c.supplierName !== undefined)
    if (nameless)
      return {
        answer: 'unknown',
        because: `Nothing is known of ${nameless.supplierName}, which supplies ${nameless.name}.`,
      }
    const rejected = suppliers.find((s) => s.review === 'rejected')
    if (rejected) return { answer: 'unknown', because: `It depends on ${rejected.name}, which was rejected.` }
    const unreviewed = suppliers.find((s) => s.review === 'unreviewed')
    if (unreviewed) return { answer: 'unreviewed', because: `Nobody reviewed ${unreviewed.name}.` }
    const [first] = suppliers
    return first
      ? { answer: 'reviewed', because: `All its suppliers were reviewed, ${first.name} among them.` }
      : null
  },
  reopenedBy: ['suppliers'],
}
