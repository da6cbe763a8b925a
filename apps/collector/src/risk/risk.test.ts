import type { NewDecision } from '@ai-census/api'
import { withDatabases } from '@ai-census/db/testing'
import type { RiskAnswers } from '@ai-census/schema'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type TestCollector, testCollector } from '../testing/collector.ts'
import { clientOf, day, finding, scanWith } from '../testing/requests.ts'

const answers: RiskAnswers = {
  autonomy: 'advises',
  'data-sensitivity': 'internal',
  oversight: 'sampled',
  'supplier-opacity': 'reviewed',
}

withDatabases('risk', (database) => {
  let collector: TestCollector
  let id: string
  beforeEach(async () => {
    collector = testCollector(database())
    await scanWith(collector, {})
    const { data } = await clientOf(collector).GET('/api/v1/systems')
    id = data?.rows[0]?.id ?? ''
  })
  afterEach(() => collector.stop())

  const risk = async () =>
    (await clientOf(collector).GET('/api/v1/systems/{id}/risk', { params: { path: { id } } })).data
  const rate = (more: Partial<Extract<NewDecision['body'], { type: 'rate' }>> = {}) =>
    clientOf(collector).POST('/api/v1/decisions', {
      body: {
        body: {
          type: 'rate',
          system: id,
          level: 'low',
          answers,
          rationale: 'drafts that staff read',
          nextReview: '2027-06-01',
          ...more,
        },
      },
    })

  it('is asked, answered by the evidence, and suggested before anybody rated', async () => {
    const found = await risk()
    expect(found?.questions.map(({ factor }) => factor)).toContain('annex-iii')
    expect(found?.evidence).toContainEqual(expect.objectContaining({ factor: 'supplier-opacity' }))
    expect(found?.suggestion.level).toBe('medium')
    expect(found).toMatchObject({ rating: null, history: [], answers: {}, scale: ['low', 'medium', 'high'] })
    expect(found?.basis.suppliers).toEqual(['openai'])
  })

  it('can be tried with other answers, which writes nothing', async () => {
    const { data } = await clientOf(collector).POST('/api/v1/systems/{id}/risk/suggestion', {
      params: { path: { id } },
      body: { answers: { 'annex-iii': 'employment', autonomy: 'acts-alone' } },
    })
    expect(data?.level).toBe('high')
    expect((await clientOf(collector).GET('/api/v1/decisions')).data?.total).toBe(0)
  })

  it('keeps who rated it, and says which answers a change opens again', async () => {
    const basis = (await risk())?.basis
    await rate({ basis })
    await rate({ level: 'medium', basis })
    await scanWith(collector, {
      findings: [finding('service:openai'), finding('x', { supplier: 'anthropic' })],
      at: day(1),
    })
    const found = await risk()
    expect(found?.rating).toMatchObject({ level: 'medium', by: 'operator', nextReview: '2027-06-01' })
    expect(found?.rating?.reopened).toEqual([
      { factor: 'supplier-opacity', reason: 'New supplier: anthropic.' },
    ])
    expect(found?.history.map(({ level, inForce }) => [level, inForce])).toEqual([
      ['medium', true],
      ['low', true],
    ])
    await clientOf(collector).POST('/api/v1/decisions', { body: { body: { type: 'revoke', sequence: 2 } } })
    expect((await risk())?.history.map(({ inForce }) => inForce)).toEqual([false, true])
  })

  it.each([
    [{ level: 'severe' }, 'body.level'],
    [{ nextReview: '2026-11-23' }, 'body.nextReview'],
    [{ nextReview: '2062-01-01' }, 'body.nextReview'],
  ])('is not rated with %j', async (wrong, place) => {
    const { error, response } = await rate(wrong)
    expect(response.status).toBe(422)
    expect(error?.errors?.[0]?.place).toBe(place)
  })

  it('is rated by the scale that holds now', async () => {
    const configure = { type: 'configure' as const, settings: { riskLevels: ['minor', 'severe'] } }
    await clientOf(collector).POST('/api/v1/decisions', { body: { body: configure } })
    expect((await rate({ level: 'severe' })).response.status).toBe(201)
    expect((await rate({ level: 'low' })).response.status).toBe(422)
  })
})
