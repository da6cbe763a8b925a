import { expect, it } from 'vitest'
import { attributeLabel, attributeText } from './attributes.ts'

it('gives attributes names that people read', () => {
  expect(attributeLabel('firstCommitAt')).toBe('Came on')
  expect(attributeLabel('maxModelLen')).toBe('Max model len')
  expect(attributeLabel('accountID')).toBe('AccountID')
  expect(attributeLabel('constructor')).toBe('Constructor')
})

it('prints moments, answers and lists as text', () => {
  expect(attributeText('2025-03-11T09:12:00.000Z')).toBe('11 Mar 2025, 09:12 UTC')
  expect(attributeText(true)).toBe('yes')
  expect(attributeText(['a', 'b'])).toBe('a, b')
  expect(attributeText(7)).toBe('7')
})
