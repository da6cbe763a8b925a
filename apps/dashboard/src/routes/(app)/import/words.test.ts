import { expect, it } from 'vitest'
import { cellName, leftOut, outcomes, targetLabel, targets, writesOf } from './words.ts'

it('says what confirming writes, and what it leaves out', () => {
  const counts = { match: 2, create: 1, update: 0, error: 3, unchanged: 9 }
  expect(writesOf(counts)).toEqual([
    '2 discovered systems registered',
    '1 system registered that nothing has discovered',
  ])
  expect(leftOut(counts)).toEqual(['3 rows with something to put right'])
})

it('what needs a person comes first', () => {
  expect(outcomes.slice(0, 2)).toEqual(['error', 'undecided'])
})

it('every target of a column has a label, each its own', () => {
  const labels = targets.map(({ label }) => label)
  expect(new Set(labels).size).toBe(labels.length)
  expect(targetLabel('riskLevel')).toBe('Risk level')
  expect(targetLabel('id')).toBe('Id in your register')
})

it('a cell is named as the spreadsheet names it', () => {
  expect([cellName('D', 5), cellName(null, 5)]).toEqual(['D5', 'row 5'])
})
