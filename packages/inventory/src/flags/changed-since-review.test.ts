import type { DecisionBody, Finding } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import { MemoryLedger } from '../memory-ledger.ts'
import { reconcile } from '../reconcile.ts'
import {
  day,
  finding,
  fixed,
  raised,
  register,
  report,
  repository,
  systemOfRepository,
} from '../testing/build.ts'

const shop = systemOfRepository('shop')
const chat = finding({ key: 'agent:chat', kind: 'agent', name: 'chat', model: { id: 'gpt-4o' } })

/** Registered on the 5th, looked at on the 3rd and the 9th. */
function flagAfter(then: Finding[], review?: DecisionBody): string | undefined {
  const ledger = new MemoryLedger()
  ledger.record(report(repository('shop'), [chat], { finishedAt: day(3) }), { scan: '1' })
  ledger.decide(day(5), 'ada', register('shop', { riskLevel: 'low' }))
  ledger.record(report(repository('shop'), then, { finishedAt: day(9) }), { scan: '2' })
  if (review) ledger.decide(day(10), 'ada', review)
  return raised(reconcile(ledger.facts(fixed)), 'changed-since-review')[shop]?.reason
}

describe('the flag changed-since-review', () => {
  it('does not stand where the same is seen again, be it on other lines', () => {
    const evidence = [{ ...chat.evidence[0]!, location: { path: 'src/app.py', startLine: 99 } }]
    expect(flagAfter([{ ...chat, evidence }])).toBeUndefined()
  })

  it('names a new supplier, a new model and a new data source', () => {
    const orders = finding({ key: 'kb:orders', kind: 'knowledge-base', name: 'orders', supplier: 'pinecone' })
    const claude = finding({
      key: 'model:claude',
      kind: 'model',
      supplier: 'anthropic',
      model: { id: 'claude-4' },
    })
    expect(flagAfter([chat, orders, claude])).toBe(
      'Since the review of 2026-10-05: new supplier anthropic, new supplier pinecone, new model claude-4 and new data source orders.',
    )
  })

  it('names a component that is another one now under the same name', () => {
    expect(flagAfter([{ ...chat, model: { id: 'gpt-5' } }])).toBe(
      'Since the review of 2026-10-05: changed chat.',
    )
  })

  it('is cleared by a new review', () => {
    const review: DecisionBody = { type: 'set-fields', system: shop, fields: { riskLevel: 'medium' } }
    expect(flagAfter([{ ...chat, model: { id: 'gpt-5' } }], review)).toBeUndefined()
  })
})
