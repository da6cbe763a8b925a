import { describe, expect, it } from 'vitest'
import { closure, type LedgerLookup } from './closure.ts'
import { lookupIn } from './memory-ledger.ts'
import {
  decisionsOf,
  factsOf,
  finding,
  register,
  report,
  repository,
  systemOfRepository,
} from './testing/build.ts'

const arn = (value: string) => ({ type: 'arn', value })
const estate = factsOf(
  Array.from({ length: 200 }, (_, i) =>
    report(repository(`r${i}`), [
      finding({ key: 'service', identifiers: [{ type: 'purl', value: 'pkg:npm/openai' }] }),
      finding({ key: 'endpoint', kind: 'endpoint', identifiers: [arn(`pair-${i >> 1}`), arn('everywhere')] }),
    ]),
  ),
)
const change = (name: string) => ({
  refs: [{ scope: repository(name).key, key: 'endpoint' }],
  former: () => [],
  decisions: [],
})

describe('what a change can reach', () => {
  it('is its component, and the systems of its findings, however large the estate', async () => {
    const { core, systems, findings } = await closure(lookupIn(estate), change('r10'), estate)
    expect([...systems].sort()).toEqual([systemOfRepository('r10'), systemOfRepository('r11')].sort())
    expect([core.size, findings.length]).toEqual([4, 4])
  })

  it('does not grow by a tag that everything carries', async () => {
    const { tags } = await closure(lookupIn(estate), change('r10'), estate)
    expect([...tags].every((link) => link.includes('everywhere'))).toBe(true)
    expect(tags.size).toBeGreaterThan(0)
  })

  it('takes in what decisions have tied together', async () => {
    const merge = { type: 'merge' as const, from: systemOfRepository('r0'), into: systemOfRepository('r10') }
    const decisions = decisionsOf([merge, register('r50')])
    const { systems } = await closure(lookupIn(estate), change('r10'), { ...estate, decisions })
    expect(systems).toContain(systemOfRepository('r0'))
    expect(systems).not.toContain(systemOfRepository('r50'))
  })

  it('takes a number of round trips that does not depend on the estate', async () => {
    const trips: string[] = []
    const inner = lookupIn(estate)
    const counting: LedgerLookup = {
      findings(refs) {
        trips.push('findings')
        return inner.findings(refs)
      },
      carriers(links, limit) {
        trips.push('carriers')
        return inner.carriers(links, limit)
      },
      scopes(keys) {
        trips.push('scopes')
        return inner.scopes(keys)
      },
    }
    await closure(counting, change('r10'), estate)
    expect(trips.length).toBeLessThan(25)
  })
})
