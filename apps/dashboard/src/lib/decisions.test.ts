import { DecisionBody } from '@ai-census/schema'
import { expect, it } from 'vitest'
import { decisionSentence } from './decisions.ts'

it('says a decision in a sentence', () => {
  expect(
    decisionSentence({ type: 'dismiss', system: 's', reason: 'Only a demo', expires: '2027-01-31' }),
  ).toBe('Dismissed until 31 Jan 2027: Only a demo')
  expect(
    decisionSentence({ type: 'set-fields', system: 's', fields: { riskLevel: 'low', purpose: null } }),
  ).toBe('Changed risk level, purpose')
  expect(decisionSentence({ type: 'revoke', sequence: 7 })).toBe('Took back decision 7')
})

it('has a sentence for every type of decision', () => {
  const types = DecisionBody.options.map((option) => option.shape.type.value)
  for (const type of types) {
    // Enough of each body for its sentence; the point is that none is missing.
    const body = {
      type,
      fields: { name: 'n' },
      findings: [],
      name: 'n',
      supplier: 's',
      review: 'approved',
      sequence: 1,
      settings: {},
      rule: { name: 'n' },
    }
    expect(decisionSentence(body as unknown as DecisionBody), type).toMatch(/\w/)
  }
})
