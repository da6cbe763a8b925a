import { describe, expect, it } from 'vitest'
import { reconcile } from '../reconcile.ts'
import { factsOf, finding, raised, report, repository } from '../testing/build.ts'

const reports = [report(repository('shop'), [finding({ key: 'a' })])]
const flags = (nextReview: string) =>
  raised(
    reconcile(
      factsOf(reports, [{ type: 'review-supplier', supplier: 'openai', review: 'approved', nextReview }]),
    ),
    'supplier-review-overdue',
  )

describe('the flag supplier-review-overdue', () => {
  it('stands from the day after the date', () => {
    expect(flags('2026-10-28')).toEqual({})
    expect(flags('2026-10-27').openai?.reason).toContain('was due on 2026-10-27')
  })

  it('does not stand on a supplier that nothing depends on', () => {
    const idle = { type: 'review-supplier' as const, supplier: 'openai', review: 'approved' as const }
    const facts = factsOf([], [{ ...idle, nextReview: '2026-01-01' }])
    expect(reconcile(facts).suppliers.map((s) => s.slug)).toEqual(['openai'])
    expect(raised(reconcile(facts), 'supplier-review-overdue')).toEqual({})
  })
})
