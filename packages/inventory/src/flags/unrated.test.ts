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
const claimed = repository('shop', { claims: [{ field: 'risk-level', value: 'High', source: 'manifest' }] })
const reports = [report(claimed, [finding({ key: 'a' })])]

describe('the flag unrated', () => {
  it('stands until a person sets the level; what a manifest claims is a suggestion', () => {
    const flag = raised(reconcile(factsOf(reports, [register('shop')])), 'unrated')[shop]
    expect(flag?.reason).toBe('Registered without a risk level. git:github.com/acme/shop suggests high.')
    expect(raised(reconcile(factsOf(reports, [register('shop', { riskLevel: 'low' })])), 'unrated')).toEqual(
      {},
    )
  })

  it('says nothing of systems that are not registered or out of scope', () => {
    expect(raised(reconcile(factsOf(reports)), 'unrated')).toEqual({})
    expect(
      raised(reconcile(factsOf(reports, [register('shop', { scope: 'out-of-scope' })])), 'unrated'),
    ).toEqual({})
  })
})
