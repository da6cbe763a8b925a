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
const reports = [report(repository('shop'), [finding({ key: 'a' })])]
const flags = (fields: Parameters<typeof register>[1]) =>
  raised(reconcile(factsOf(reports, [register('shop', fields)])), 'no-monitoring')

describe('the flag no-monitoring', () => {
  it('stands on a registered system until somebody says how it is watched', () => {
    expect(flags({})).toHaveProperty([shop])
    expect(flags({ monitoringMethod: 'weekly sample' })).toEqual({})
  })

  it('says nothing of what a person calls retired or puts out of scope', () => {
    expect([flags({ lifecycle: 'retired' }), flags({ scope: 'out-of-scope' })]).toEqual([{}, {}])
  })
})
