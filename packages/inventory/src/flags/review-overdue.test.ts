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

const reports = [report(repository('shop'), [finding({ key: 'a' })])]
const flags = (nextReview: string) =>
  raised(reconcile(factsOf(reports, [register('shop', { nextReview })])), 'review-overdue')

describe('the flag review-overdue', () => {
  it('stands from the day after the date', () => {
    expect(flags('2026-10-28')).toEqual({})
    expect(flags('2026-10-27')[systemOfRepository('shop')]?.reason).toBe('Its review was due on 2026-10-27.')
  })
})
