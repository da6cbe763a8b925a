import { describe, expect, it } from 'vitest'
import { diff } from './diff.ts'
import { reconcile } from './reconcile.ts'
import { day, factsOf, finding, register, report, repository, systemOfRepository } from './testing/build.ts'

const shop = systemOfRepository('shop')
const seen = (n: number, part = {}) =>
  report(repository('shop'), [finding({ key: 'a', ...part })], { finishedAt: day(n) })

describe('the difference of two inventories', () => {
  it('is nothing where the same was seen again', () => {
    expect(diff(reconcile(factsOf([seen(1)])), reconcile(factsOf([seen(1), seen(2)])))).toEqual([])
  })

  it('names what differs, with the row before and after', () => {
    const changes = diff(
      reconcile(factsOf([seen(1)])),
      reconcile(factsOf([seen(1), seen(2, { grade: 'used' })])),
    )
    expect(changes.map((c) => [c.type, c.properties])).toEqual([
      ['component', ['grade']],
      // In production and used: its lifecycle is told to be deployed now.
      ['system', ['fields', 'grade']],
    ])
    expect([changes[0]?.before?.grade, changes[0]?.after?.grade]).toEqual(['configured', 'used'])
  })

  it('tells a flag that went and flags that came', () => {
    const changes = diff(reconcile(factsOf([seen(1)])), reconcile(factsOf([seen(1)], [register('shop')])))
    const flags = changes.filter((c) => c.type === 'flag').map((c) => [c.id, c.after === null])
    expect(flags).toContainEqual([`system ${shop} unregistered`, true])
    expect(flags).toContainEqual([`system ${shop} unrated`, false])
  })
})
