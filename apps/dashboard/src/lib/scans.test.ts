import { describe, expect, it } from 'vitest'
import { isSilent, progressOf, unfinished } from './scans.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 23, 8, minutes)).toISOString()
const now = Date.parse(at(60))
const scan = (startedAt: string, heardAt: string | null, finishedAt: string | null = null) => ({
  startedAt,
  heardAt,
  finishedAt,
})

describe('a scan that has not finished', () => {
  it('runs while it is heard of', () => {
    expect(unfinished(scan(at(0), at(55)), now)?.label).toBe('Running')
    expect(unfinished(scan(at(58), null), now)?.label).toBe('Running')
  })

  it('never finished where it is silent', () => {
    expect(unfinished(scan(at(0), at(10)), now)?.label).toBe('Never finished')
    expect(isSilent(scan(at(0), null), now)).toBe(true)
  })

  it('says how far it is by what the one before brought', () => {
    expect(progressOf({ reports: 12, expected: 40 })).toBe('12 of about 40 places')
    expect(progressOf({ reports: 41, expected: 40 })).toBe('41 places so far')
    expect(progressOf({ reports: 1, expected: null })).toBe('1 place so far')
  })
})

it('a finished scan is said by its coverage', () => {
  expect(unfinished(scan(at(0), null, at(1)), now)).toBeNull()
})
