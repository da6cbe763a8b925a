import type { Coverage } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import { reconcile } from '../reconcile.ts'
import { day, factsOf, finding, raised, report, repository } from '../testing/build.ts'

const scope = repository('shop')
const many = Array.from({ length: 20 }, (_, i) => finding({ key: `k${i}` }))
const gap = (coverage: Coverage, finishedAt = day(27)) =>
  raised(reconcile(factsOf([report(scope, [], { coverage, finishedAt })])), 'coverage-gap')[scope.key]

describe('the flag coverage-gap', () => {
  it('names what was missing: denied is not none', () => {
    const flag = gap({
      status: 'denied',
      reason: 'bedrock:ListAgents',
      detail: 'the role may not list agents',
    })
    expect(flag?.reason).toBe(
      'code could not read it whole on 2026-10-27: denied (bedrock:ListAgents: the role may not list agents).',
    )
    expect(flag?.clearedBy).toBe('Give what is missing (bedrock:ListAgents) and scan again.')
  })

  it('takes what is not there to be read for no gap', () => {
    const statuses = ['complete', 'not-enabled', 'unsupported'] as const
    expect(statuses.map((status) => gap({ status }))).toEqual([undefined, undefined, undefined])
  })

  it('stands where nobody has looked for long', () => {
    const now = day(40)
    const facts = factsOf([report(scope, [], { finishedAt: day(2) })], [], { now })
    expect(raised(reconcile(facts), 'coverage-gap')[scope.key]?.reason).toContain('more than 30 days ago')
  })

  it('stands while a look is held', () => {
    const reports = [report(scope, many, { finishedAt: day(26) }), report(scope, [], { finishedAt: day(27) })]
    expect(raised(reconcile(factsOf(reports)), 'coverage-gap')[scope.key]?.clearedBy).toBe(
      'Confirm or refuse the held look.',
    )
  })
})
