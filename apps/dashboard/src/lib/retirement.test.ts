import { expect, it } from 'vitest'
import { daysUntil, retirementWord, retiringBefore, timeLeft } from './retirement.ts'

const today = '2026-11-26'

it('tells how long a model still has', () => {
  expect(timeLeft('2027-01-14', today)).toBe('in 49 days')
  expect(timeLeft('2026-11-27', today)).toBe('in 1 day')
  expect(timeLeft(today, today)).toBe('today')
  expect(timeLeft('2026-10-23', today)).toBe('34 days ago')
  expect(daysUntil('2027-03-01', '2027-02-28')).toBe(1)
})

it('warns of what ends soon, and more of what has ended', () => {
  expect(retirementWord('2026-10-23', today)).toMatchObject({
    label: 'Ended 23 Oct 2026, 34 days ago',
    tone: 'danger',
  })
  expect(retirementWord('2027-01-14', today)).toMatchObject({
    label: 'Ends 14 Jan 2027, in 49 days',
    tone: 'warn',
  })
  expect(retirementWord('2027-09-01', today)).toMatchObject({ label: 'Ends 1 Sept 2027', tone: 'notice' })
  expect(retirementWord('2024-09-13', today).label).toBe('Ended 13 Sept 2024')
})

it('narrows a list so that the last day of the stretch is in it', () => {
  expect(retiringBefore('90', today)).toBe('2027-02-25')
  expect(retiringBefore('0', today)).toBe('2026-11-27')
  expect(retiringBefore('7', today)).toBeUndefined()
  expect(retiringBefore(undefined, today)).toBeUndefined()
})
