import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type AiSystem, type Component, RiskFactorId, type Supplier } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import { riskFactors } from './factors/index.ts'
import { factorsInOrder, riskEvidence, riskRubric } from './rubric.ts'

const component = (part: Partial<Component>): Component => ({
  id: 'cmp_1',
  systemId: 'sys_1',
  kind: 'service',
  name: 'chat',
  supplier: 'openai',
  grade: 'configured',
  context: 'production',
  state: 'seen',
  identifiers: [],
  attributes: {},
  findings: [],
  firstSeenAt: '2026-10-01T08:00:00.000Z',
  lastSeenAt: '2026-10-01T08:00:00.000Z',
  ...part,
})
const supplier = (name: string, review: Supplier['review']): Supplier => ({
  slug: name.toLowerCase(),
  name,
  review,
  systemCount: 1,
  componentCount: 1,
})
const pin = (value: string) => ({ value, source: 'pin' as const, by: 'ada', at: '2026-10-01T08:00:00.000Z' })
const evidence = (
  components: Component[],
  fields: AiSystem['fields'] = {},
  suppliers: Supplier[] = [],
): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(riskEvidence({ components, fields, suppliers })).map(([id, found]) => [id, found?.answer]),
  )

describe('the rubric', () => {
  it('has every question of the schema, each in its own file', () => {
    expect(Object.keys(riskFactors)).toEqual(RiskFactorId.options)
    for (const [id, factor] of Object.entries(riskFactors)) expect(factor.id).toBe(id)
    const files = readdirSync(join(import.meta.dirname, 'factors')).filter((f) => f !== 'index.ts')
    expect(files.sort()).toEqual(RiskFactorId.options.map((id) => `${id}.ts`).sort())
  })

  it('asks in the order of the levels, which never get milder', () => {
    for (const { factor, question, levels } of riskRubric()) {
      expect(question).toMatch(/\?/)
      const severities = levels.map(
        (l) => factorsInOrder.find((f) => f.id === factor)!.levels[l.id]!.severity,
      )
      expect(severities, factor).toEqual(severities.toSorted((a, b) => a - b))
      expect([severities[0], severities.at(-1)], factor).toEqual([0, 1])
    }
  })

  it('knows the eight areas of Annex III', () => {
    expect(riskRubric().find((q) => q.factor === 'annex-iii')?.levels).toHaveLength(9)
  })

  it('re-opens every answer by something', () => {
    for (const factor of factorsInOrder) expect(factor.reopenedBy.length, factor.id).toBeGreaterThan(0)
  })
})

describe('what the evidence answers', () => {
  it('is nothing but the lack of oversight where nothing is known', () => {
    expect(evidence([])).toEqual({ oversight: 'none' })
  })

  it('follows from what people said in the record', () => {
    const fields = { userImpact: pin('customer-facing'), monitoringMethod: pin('weekly sample') }
    expect(evidence([component({})], fields)).toEqual({
      'user-impact': 'customer-facing',
      'affected-people': 'customers',
      oversight: 'sampled',
    })
    expect(evidence([], { userImpact: pin('decision-support') })).toMatchObject({ autonomy: 'advises' })
  })

  it('follows from components: an agent acts, a knowledge base holds data, tests touch few', () => {
    const agent = component({ kind: 'agent', name: 'buyer', context: 'development' })
    const orders = component({ kind: 'knowledge-base', name: 'orders', context: 'development' })
    expect(evidence([agent, orders])).toMatchObject({
      autonomy: 'acts-reviewed',
      'data-sensitivity': 'internal',
      scale: 'tens',
    })
  })

  it('follows from the register of suppliers', () => {
    const opacity = (...suppliers: Supplier[]) => evidence([component({})], {}, suppliers)['supplier-opacity']
    expect(opacity(supplier('OpenAI', 'approved'))).toBe('reviewed')
    expect(opacity(supplier('OpenAI', 'approved'), supplier('Acme AI', 'unreviewed'))).toBe('unreviewed')
    expect(opacity(supplier('OpenAI', 'unreviewed'), supplier('Acme AI', 'rejected'))).toBe('unknown')
    const nameless = component({ supplier: null, supplierName: 'llm.example.net' })
    expect(evidence([nameless], {}, [supplier('OpenAI', 'approved')])['supplier-opacity']).toBe('unknown')
  })
})
