import { describe, expect, it } from 'vitest'
import { reconcile } from '../reconcile.ts'
import {
  day,
  factsOf,
  finding,
  raised,
  register,
  report,
  repository,
  systemOfRepository,
} from '../testing/build.ts'

const shop = systemOfRepository('shop')

describe('the flag not-seen', () => {
  it('stands on a registered system that no source has ever shown', () => {
    const flag = raised(reconcile(factsOf([], [register('shop')])), 'not-seen')[shop]
    expect(flag?.reason).toBe('Registered, and no source has ever shown it.')
  })

  it('stands when the last evidence is missing, and says when it was seen', () => {
    const reports = [
      report(repository('shop'), [finding({ key: 'a' })], { finishedAt: day(3) }),
      report(repository('shop'), [], { finishedAt: day(4) }),
    ]
    const flag = raised(reconcile(factsOf(reports, [register('shop')])), 'not-seen')[shop]
    expect(flag?.reason).toBe('None of its evidence is there any more; last seen 2026-10-03.')
  })

  it('does not stand while anything is seen, nor on what a person calls retired', () => {
    const seen = factsOf([report(repository('shop'), [finding({ key: 'a' })])], [register('shop')])
    const retired = factsOf([], [register('shop', { lifecycle: 'retired' })])
    expect([raised(reconcile(seen), 'not-seen'), raised(reconcile(retired), 'not-seen')]).toEqual([{}, {}])
  })
})
