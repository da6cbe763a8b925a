import { LifecycleStage, ScopeDecision, SystemFields, UserImpact, ValueChainRole } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import { type FieldRow, fieldNames, fieldOfPlace, fieldRow } from './fields.ts'

const options = (row: FieldRow) =>
  row.control.type === 'choice' ? row.control.options.map((o) => o.value) : []

describe('the field table', () => {
  it('has a row for each governed field and no other', () => {
    expect([...fieldNames].sort()).toEqual(Object.keys(SystemFields.shape).sort())
  })

  it.each([
    ['userImpact', UserImpact.options],
    ['scope', ScopeDecision.options],
    ['valueChainRole', ValueChainRole.options],
    ['lifecycle', LifecycleStage.options],
  ] as const)('offers for %s exactly what the schema takes', (name, allowed) => {
    expect([...options(fieldRow(name))].sort()).toEqual([...allowed].sort())
  })

  it('lets nobody type more than the schema takes', () => {
    for (const name of fieldNames) {
      const { control } = fieldRow(name)
      if (control.type !== 'line' && control.type !== 'text') continue
      const field = SystemFields.shape[name]
      expect(field.safeParse('x'.repeat(control.maxLength)).success, name).toBe(true)
      expect(field.safeParse('x'.repeat(control.maxLength + 1)).success, name).toBe(false)
    }
  })

  it('offers low, medium and high as risk levels and prints a level of another scale as it is', () => {
    expect(options(fieldRow('riskLevel'))).toEqual(['low', 'medium', 'high'])
    expect(fieldRow('riskLevel').format('high')).toBe('High')
    expect(fieldRow('riskLevel').format('tier-1')).toBe('tier-1')
  })

  it('prints dates and choices for people', () => {
    expect(fieldRow('nextReview').format('2027-03-01')).toBe('1 Mar 2027')
    expect(fieldRow('userImpact').format('customer-facing')).toBe('Customer-facing')
  })
})

describe('the place of a fault', () => {
  it('leads to its field, however the server writes the place', () => {
    expect(fieldOfPlace('body.fields.riskLevel')).toBe('riskLevel')
    expect(fieldOfPlace('fields.name')).toBe('name')
    expect(fieldOfPlace('/body/fields/nextReview')).toBe('nextReview')
  })

  it('is no field where it names none', () => {
    expect(fieldOfPlace('body.ifVersion')).toBeUndefined()
  })
})
