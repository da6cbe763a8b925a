import { describe, expect, it } from 'vitest'
import { reconcile } from '../reconcile.ts'
import {
  factsOf,
  finding,
  raised,
  register,
  report,
  repository,
  systemOfRepository,
} from '../testing/build.ts'

const shop = systemOfRepository('shop')

describe('the flag unowned', () => {
  it('stands where neither a person nor any source names an owner', () => {
    const reports = [report(repository('shop'), [finding({ key: 'a' })])]
    expect(raised(reconcile(factsOf(reports)), 'unowned')).toHaveProperty([shop])
    expect(
      raised(reconcile(factsOf(reports, [register('shop', { businessOwner: 'Ada' })])), 'unowned'),
    ).toEqual({})
  })

  it('is content with an owner that CODEOWNERS names', () => {
    const claims = [{ field: 'technical-owner' as const, value: '@acme/shop', source: 'codeowners' as const }]
    const reports = [report(repository('shop'), [finding({ key: 'a', claims })])]
    expect(raised(reconcile(factsOf(reports)), 'unowned')).toEqual({})
  })
})
