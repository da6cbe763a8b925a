import type { AiSystem, DecisionBody, Finding, RiskAnswers, RiskProfile } from '@ai-census/schema'
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
const chat = finding({ key: 'chat', name: 'chat', model: { id: 'gpt-4o' } })
const answers: RiskAnswers = {
  autonomy: 'advises',
  'data-sensitivity': 'internal',
  'affected-people': 'staff',
  'annex-iii': 'none',
  scale: 'tens',
  oversight: 'sampled',
  'supplier-opacity': 'reviewed',
}
const rate: Extract<DecisionBody, { type: 'rate' }> = {
  type: 'rate',
  system: shop,
  level: 'low',
  answers,
  rationale: 'drafts that staff read',
  nextReview: '2027-10-01',
}

/** Looked at on the 3rd, registered and rated on the 5th, looked at again on the 9th; later decisions on the 10th. */
function inventoryAfter(then: Finding[], ...later: DecisionBody[]) {
  const ledger = new MemoryLedger()
  ledger.record(report(repository('shop'), [chat], { finishedAt: day(3) }), { scan: '1' })
  ledger.decide(day(5), 'ada', register('shop'))
  ledger.decide(day(5), 'grace', rate)
  ledger.record(report(repository('shop'), then, { finishedAt: day(9) }), { scan: '2' })
  for (const body of later) ledger.decide(day(10), 'ada', body)
  return reconcile(ledger.facts(fixed))
}
const ratingAfter = (then: Finding[], ...later: DecisionBody[]): AiSystem['rating'] =>
  inventoryAfter(then, ...later).systems.find((s) => s.id === shop)?.rating
const reopenedAfter = (then: Finding[], ...later: DecisionBody[]): Record<string, string> =>
  Object.fromEntries((ratingAfter(then, ...later)?.reopened ?? []).map((r) => [r.factor, r.reason]))

describe('a rating', () => {
  it('has author, date, rationale and next review, and fills the fields that it answers', () => {
    const inventory = inventoryAfter([chat])
    const { rating, fields } = inventory.systems[0]!
    expect(rating).toEqual({
      level: 'low',
      answers,
      rationale: 'drafts that staff read',
      nextReview: '2027-10-01',
      by: 'grace',
      at: day(5),
      reopened: [],
    })
    expect([fields.riskLevel?.value, fields.riskRationale?.value, fields.nextReview?.value]).toEqual([
      'low',
      'drafts that staff read',
      '2027-10-01',
    ])
    expect(raised(inventory, 'unrated')).toEqual({})
    expect(raised(inventory, 'changed-since-review')).toEqual({})
  })

  it.each<[string, Partial<Finding> & { key: string }, Record<string, string>]>([
    [
      'a new supplier',
      { key: 'x', supplier: 'anthropic' },
      { 'supplier-opacity': 'New supplier: anthropic.' },
    ],
    [
      'a new data source',
      { key: 'x', kind: 'knowledge-base', name: 'patients' },
      { 'data-sensitivity': 'New data source: patients.' },
    ],
    ['a new model', { key: 'x', model: { id: 'gpt-5' } }, { oversight: 'New model: gpt-5.' }],
    [
      'a new version of its model',
      { ...chat, model: { id: 'gpt-4o-2026' } },
      { oversight: 'New model: gpt-4o-2026.' },
    ],
    [
      'an agent',
      { key: 'x', kind: 'agent', name: 'buyer' },
      { autonomy: 'New agent or tool: buyer.', oversight: 'New agent or tool: buyer.' },
    ],
    ['more of the same', { key: 'x' }, {}],
    ['what is merely offered', { key: 'x', grade: 'available', supplier: 'mistral' }, {}],
    ['what stands in a test', { key: 'x', context: 'test', supplier: 'mistral' }, {}],
  ])('keeps its level, and %s re-opens just the answers that it bears on', (_, more, expected) => {
    const then = more.key === chat.key ? [finding(more)] : [chat, finding(more)]
    expect(reopenedAfter(then)).toEqual(expected)
    expect(ratingAfter(then)).toMatchObject({ level: 'low', answers, at: day(5) })
  })

  it('is compared with what the person rated, where the decision says what that was', () => {
    const basis: RiskProfile = {
      suppliers: ['openai'],
      models: ['gpt-4o'],
      dataSources: [],
      tools: [],
      production: ['production'],
      userImpact: [],
      purpose: [],
      data: [],
      monitoringMethod: [],
    }
    // The same key now names another supplier's service, which the present alone cannot tell from an old one.
    const other = [finding({ key: 'chat', supplier: 'anthropic', model: { id: 'claude-4' } })]
    expect(reopenedAfter(other)).toEqual({ oversight: 'New model: claude-4.' })
    const again = (then: Finding[]) => {
      const ledger = new MemoryLedger()
      ledger.record(report(repository('shop'), [chat], { finishedAt: day(3) }), { scan: '1' })
      ledger.decide(day(5), 'grace', { ...rate, basis })
      ledger.record(report(repository('shop'), then, { finishedAt: day(9) }), { scan: '2' })
      return reconcile(ledger.facts(fixed)).systems[0]?.rating?.reopened
    }
    expect(again([chat])).toEqual([])
    expect(again(other)).toEqual([
      { factor: 'oversight', reason: 'New model: claude-4.' },
      { factor: 'supplier-opacity', reason: 'New supplier: anthropic.' },
    ])
  })

  it('is not re-opened by what is no longer there', () => {
    expect(reopenedAfter([finding({ key: 'other' })])).toEqual({})
  })

  it('is re-opened by what people change in the record, each answer with all its reasons', () => {
    const fields: DecisionBody = {
      type: 'set-fields',
      system: shop,
      fields: { purpose: 'ranks applicants', userImpact: 'decision-support' },
    }
    expect(reopenedAfter([chat], fields)).toEqual({
      autonomy: 'Its purpose was changed.',
      'affected-people': 'Its user impact is decision-support now. Its purpose was changed.',
      'annex-iii': 'Its purpose was changed.',
      scale: 'Its user impact is decision-support now.',
    })
  })

  it('is flagged with the questions to answer anew, until it is rated again', () => {
    const claude = finding({ key: 'x', supplier: 'anthropic' })
    const flag = (...later: DecisionBody[]) =>
      raised(inventoryAfter([chat, claude], ...later), 'changed-since-review')[shop]
    expect(flag()?.reason).toBe(
      'Since the review of 2026-10-05: new supplier anthropic. Its rating must be answered anew for supplier opacity.',
    )
    const onlyDate: DecisionBody = { type: 'set-fields', system: shop, fields: { nextReview: '2027-01-01' } }
    expect(flag(onlyDate)?.reason).toBe('Its rating must be answered anew for supplier opacity.')
    expect(flag(rate)).toBeUndefined()
    expect(ratingAfter([chat, claude], rate)).toMatchObject({ by: 'ada', at: day(10), reopened: [] })
  })

  it('is no more once a level is set without the rubric, and is back when that is revoked', () => {
    const set: DecisionBody = { type: 'set-fields', system: shop, fields: { riskLevel: 'high' } }
    expect(ratingAfter([chat], set)).toBeUndefined()
    expect(ratingAfter([chat], set, { type: 'revoke', sequence: 3 })).toMatchObject({ level: 'low' })
  })

  it('goes with a system that is merged into one without a level of its own', () => {
    const ledger = new MemoryLedger()
    for (const name of ['shop', 'web'])
      ledger.record(report(repository(name), [chat], { finishedAt: day(3) }), { scan: name })
    ledger.decide(day(5), 'grace', rate)
    ledger.decide(day(6), 'ada', { type: 'merge', from: shop, into: systemOfRepository('web') })
    const { systems } = reconcile(ledger.facts(fixed))
    expect(systems.map((s) => [s.id, s.rating?.by])).toEqual([[systemOfRepository('web'), 'grace']])
  })

  it('by a level that the scale no longer has is none', () => {
    const severe: DecisionBody = { ...rate, level: 'severe' }
    expect(raised(inventoryAfter([chat], severe), 'unrated')[shop]?.reason).toBe(
      'Its risk level “severe” is none of the scale’s: low, medium and high.',
    )
  })
})
