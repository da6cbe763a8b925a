import type { DecisionBody, Finding } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import { MemoryLedger } from './memory-ledger.ts'
import { reconcile } from './reconcile.ts'
import { day, finding, fixed, register, report, repository, systemOfRepository } from './testing/build.ts'

const shop = systemOfRepository('shop')
const snooze = (until: string | null): DecisionBody => ({ type: 'snooze', system: shop, until })
const assign = (assignee: string | null, system = shop): DecisionBody => ({
  type: 'assign',
  system,
  assignee,
})
const chat = finding({ key: 'chat', grade: 'declared' })

/** Looked at on the 3rd, decided on the 5th, looked at again on the 9th. */
function systemAfter(bodies: DecisionBody[], then: Finding[] = [chat], later: DecisionBody[] = []) {
  const ledger = new MemoryLedger()
  ledger.record(report(repository('shop'), [chat], { finishedAt: day(3) }), { scan: '1' })
  for (const body of bodies) ledger.decide(day(5), 'ada', body)
  ledger.record(report(repository('shop'), then, { finishedAt: day(9) }), { scan: '2' })
  for (const body of later) ledger.decide(day(10), 'ada', body)
  return reconcile(ledger.facts(fixed)).systems.find((s) => s.id === shop)
}
const until = (...then: Finding[]) => systemAfter([snooze('2026-12-01')], then)?.snoozedUntil

describe('a snoozed system', () => {
  it('waits until the day that a person named, through scans that bring no worse', () => {
    expect(until(chat)).toBe('2026-12-01')
    expect(until(chat, finding({ key: 'more', grade: 'declared' }))).toBe('2026-12-01')
    expect(until({ ...chat, grade: 'used' })).toBe('2026-12-01')
  })

  it('is woken by a new finding that proves more', () => {
    expect(until(chat, finding({ key: 'more', grade: 'configured' }))).toBeUndefined()
    expect(until(chat, finding({ key: 'more', grade: 'configured', context: 'test' }))).toBe('2026-12-01')
  })

  it('is woken by a key in a file', () => {
    const location = { path: '.env', startLine: 1 }
    const key = finding({
      key: 'key',
      kind: 'credential',
      grade: 'declared',
      context: 'test',
      evidence: [{ method: 'key', rule: 'openai/key', strength: 'strong', location }],
    })
    expect(until(chat, key)).toBeUndefined()
  })

  it('is woken by a person: by ending the snooze, or by deciding about it', () => {
    expect(systemAfter([snooze('2026-12-01'), snooze(null)])?.snoozedUntil).toBeUndefined()
    expect(systemAfter([snooze('2026-12-01'), register('shop')])?.snoozedUntil).toBeUndefined()
    const dismiss: DecisionBody = { type: 'dismiss', system: shop, reason: 'a demonstration' }
    const restored = systemAfter([snooze('2026-12-01')], [chat], [dismiss, { type: 'restore', system: shop }])
    expect(restored?.snoozedUntil).toBeUndefined()
  })
})

describe('an assigned system', () => {
  it('has the person named last, or nobody', () => {
    expect(systemAfter([assign('ada'), assign('grace')])?.assignee).toBe('grace')
    expect(systemAfter([assign('ada'), assign(null)])?.assignee).toBeUndefined()
    expect(systemAfter([assign('ada')], [chat], [{ type: 'revoke', sequence: 1 }])?.assignee).toBeUndefined()
  })

  it('keeps its assignee when it takes in another one’s', () => {
    const web = systemOfRepository('web')
    const merge: DecisionBody = { type: 'merge', from: web, into: shop }
    expect(systemAfter([assign('ada'), assign('grace', web), merge])?.assignee).toBe('ada')
    expect(systemAfter([assign('grace', web), merge])?.assignee).toBe('grace')
  })
})
