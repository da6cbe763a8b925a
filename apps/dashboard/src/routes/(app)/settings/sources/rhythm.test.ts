import { expect, it } from 'vitest'
import { rhythmOf } from './rhythm.ts'

it.each([
  [null, 1, 'one scan so far'],
  [null, 2, 'too few scans to tell'],
  [0.25, 9, 'every 15 min'],
  [6.2, 9, 'every 6 h'],
  [24, 9, 'every day'],
  [26, 9, 'every day'],
  [168, 9, 'every 7 d'],
])('of %s hours after %i scans is told as “%s”', (usualHours, scans, said) => {
  expect(rhythmOf({ usualHours, scans })).toBe(said)
})
