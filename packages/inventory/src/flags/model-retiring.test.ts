import { describe, expect, it } from 'vitest'
import { emptyCatalogue } from '../catalogue.ts'
import { reconcile } from '../reconcile.ts'
import { factsOf, finding, raised, report, repository, systemOfRepository } from '../testing/build.ts'

const shop = systemOfRepository('shop')
const reports = [report(repository('shop'), [finding({ key: 'a', model: { id: 'GPT-3.5-Turbo' } })])]
const flags = (end: string) => {
  const catalogue = { ...emptyCatalogue, retiresOn: (id: string) => (id === 'gpt-3.5-turbo' ? end : null) }
  return raised(reconcile(factsOf(reports, [], { catalogue })), 'model-retiring')
}

describe('the flag model-retiring', () => {
  it('names the model, the date and where it is used, from half a year before', () => {
    expect(flags('2027-04-26')[shop]?.reason).toBe(
      'Ends: gpt-3.5-turbo on 2027-04-26; seen as a (acme/shop, src/app.py:12).',
    )
    expect(flags('2027-04-27')).toEqual({})
  })

  it('stands on after the date', () => {
    expect(flags('2026-01-01')[shop]?.reason).toBe(
      'Ended: gpt-3.5-turbo on 2026-01-01; seen as a (acme/shop, src/app.py:12).',
    )
  })
})
