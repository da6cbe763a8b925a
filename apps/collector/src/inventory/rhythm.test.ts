import { describe, expect, it } from 'vitest'
import { rhythmOf } from './rhythm.ts'

const HOUR = 3_600_000
const end = Date.parse('2026-11-23T02:00:00.000Z')
/** Scans at these hours before the end. */
const at = (...hours: number[]) => hours.map((hour) => new Date(end - hour * HOUR).toISOString())

describe('a source’s rhythm', () => {
  it('is not told from one scan or two', () => {
    expect(rhythmOf([])).toBeNull()
    expect(rhythmOf(at(0, 24))).toBeNull()
  })

  it('of nightly scans is a day, and the next is late the afternoon after', () => {
    expect(rhythmOf(at(0, 24, 48, 72))).toEqual({ usualHours: 24, dueBy: '2026-11-24T15:00:00.000Z' })
  })

  it('of a pipeline lets weekends pass', () => {
    const pushes = at(0, 2, 5, 24, 26, 96, 98, 101, 168 + 96, 168 + 98)
    expect(rhythmOf(pushes)?.usualHours).toBe(70)
  })

  it('is not stretched by the one time that scans failed to come', () => {
    expect(rhythmOf(at(0, 24, 48, 72, 96, 600, 624))?.usualHours).toBe(24)
  })
})
