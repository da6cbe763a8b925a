import { describe, expect, it } from 'vitest'
import { reconcile } from '../reconcile.ts'
import { defaultSettings } from '../settings.ts'
import {
  complete,
  factsOf,
  finding,
  raised,
  register,
  report,
  repository,
  systemOfRepository,
} from '../testing/build.ts'

const shop = systemOfRepository('shop')
const reports = [report(repository('shop'), [finding({ key: 'a' })])]

describe('the flag incomplete', () => {
  it('names the fields that lack an answer', () => {
    const { purpose: _purpose, data: _data, ...rest } = complete
    const flag = raised(reconcile(factsOf(reports, [register('shop', rest)])), 'incomplete')[shop]
    expect(flag?.reason).toBe('No answer yet for purpose and data.')
  })

  it('is cleared by answering them all', () => {
    expect(raised(reconcile(factsOf(reports, [register('shop', complete)])), 'incomplete')).toEqual({})
  })

  it('asks for what the organisation has chosen', () => {
    const settings = { ...defaultSettings, requiredFields: ['nextReview' as const] }
    const flag = raised(reconcile(factsOf(reports, [register('shop')], { settings })), 'incomplete')[shop]
    expect(flag?.reason).toBe('No answer yet for next review.')
  })

  it('asks of a system out of scope only why', () => {
    const flag = raised(
      reconcile(factsOf(reports, [register('shop', { scope: 'out-of-scope' })])),
      'incomplete',
    )[shop]
    expect(flag?.reason).toBe('No answer yet for scope justification.')
  })
})
