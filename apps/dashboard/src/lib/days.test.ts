import { expect, it } from 'vitest'
import { expiryDays, snoozeDays } from './days.ts'

const days = (choices: { day: string }[]) => choices.map(({ day }) => day)

it('offers days to come, by the clock of the collector', () => {
  const lateInTheEvening = Date.parse('2026-11-26T23:30:00Z')
  expect(days(snoozeDays(lateInTheEvening))).toEqual(['2026-11-27', '2026-12-03', '2026-12-26', '2027-02-26'])
})

it('keeps to the end of a shorter month', () => {
  expect(days(snoozeDays(Date.parse('2027-01-31T10:00:00Z')))).toEqual([
    '2027-02-01',
    '2027-02-07',
    '2027-02-28',
    '2027-04-30',
  ])
})

it('lets a dismissal hold for good first', () => {
  expect(days(expiryDays(Date.parse('2028-02-29T10:00:00Z')))).toEqual([
    '',
    '2028-05-29',
    '2028-08-29',
    '2029-02-28',
  ])
})
