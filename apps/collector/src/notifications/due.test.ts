import { describe, expect, it } from 'vitest'
import { dueOf, MOST_ATTEMPTS, pauseAfter, retryAfterMs } from './due.ts'

const at = (text: string) => Date.parse(`2026-11-23T${text}Z`)
const SECOND_MS = 1000
const DAY_MS = 86_400_000

describe('a message', () => {
  it('goes out ten seconds after the last news, and a minute after the first at the latest', () => {
    const soon = { gather: 'soon', dailyAt: 7 } as const
    expect(dueOf(soon, { oldest: at('08:00:00'), newest: at('08:00:00') })).toBe(at('08:00:10'))
    expect(dueOf(soon, { oldest: at('08:00:00'), newest: at('08:00:57') })).toBe(at('08:01:00'))
  })

  it('of once a day goes out at the next time that it is that hour in UTC', () => {
    const daily = { gather: 'daily', dailyAt: 7 } as const
    expect(dueOf(daily, { oldest: at('06:59:59'), newest: at('06:59:59') })).toBe(at('07:00:00'))
    expect(dueOf(daily, { oldest: at('07:00:00'), newest: at('23:00:00') })).toBe(at('07:00:00') + DAY_MS)
  })
})

describe('a receiver that fails', () => {
  it('is tried again after longer and longer pauses, and given up in the second day', () => {
    const pauses = Array.from({ length: MOST_ATTEMPTS }, (_, n) => pauseAfter(n + 1, null))
    expect(pauses.at(-1)).toBeNull()
    const waited = pauses.slice(0, -1).map((pause) => pause ?? 0)
    expect(waited).toEqual([...waited].sort((a, b) => a - b))
    const hours = waited.reduce((sum, pause) => sum + pause, 0) / 3_600_000
    expect(hours).toBeGreaterThan(24)
    expect(hours).toBeLessThan(48)
  })

  it('is given the patience that it asks for, in seconds or until a date, and no more than a day', () => {
    const now = new Date(at('08:00:00'))
    expect(retryAfterMs('120', now)).toBe(120 * SECOND_MS)
    expect(retryAfterMs('Mon, 23 Nov 2026 08:05:00 GMT', now)).toBe(300 * SECOND_MS)
    expect(retryAfterMs('soon', now)).toBeNull()
    expect(pauseAfter(1, 120 * SECOND_MS)).toBe(120 * SECOND_MS)
    expect(pauseAfter(1, 1)).toBe(5 * SECOND_MS)
    expect(pauseAfter(1, 999_999_999 * SECOND_MS)).toBe(DAY_MS)
  })
})
