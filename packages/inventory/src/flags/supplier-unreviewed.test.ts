import { describe, expect, it } from 'vitest'
import { reconcile } from '../reconcile.ts'
import { factsOf, finding, raised, report, repository } from '../testing/build.ts'

const model = { id: 'claude-4', publisher: 'anthropic' }
const reports = [report(repository('shop'), [finding({ key: 'a', supplier: 'aws-bedrock', model })])]

describe('the flag supplier-unreviewed', () => {
  it('stands on the host and on the publisher of a model in use', () => {
    const flags = raised(reconcile(factsOf(reports)), 'supplier-unreviewed')
    expect(Object.keys(flags)).toEqual(['anthropic', 'aws-bedrock'])
    expect(flags['aws-bedrock']?.reason).toContain('1 system (1 component)')
  })

  it('is cleared by any review', () => {
    const review = { type: 'review-supplier' as const, supplier: 'anthropic', review: 'rejected' as const }
    expect(Object.keys(raised(reconcile(factsOf(reports, [review])), 'supplier-unreviewed'))).toEqual([
      'aws-bedrock',
    ])
  })

  it('does not stand on a supplier that only prose names', () => {
    const prose = [report(repository('shop'), [finding({ key: 'a', context: 'documentation' })])]
    expect(reconcile(factsOf(prose)).suppliers).toEqual([])
  })
})
