import { expect, it } from 'vitest'
import { daysBefore, readInstant, sayInstant, writeInstant } from './instants.ts'

it('an instant survives the address bar', () => {
  const instant = '2026-11-23T08:15:07.000Z'
  expect(readInstant(writeInstant(instant))).toBe(instant)
  expect(readInstant('2026-11-23T08:15')).toBe('2026-11-23T08:15:00.000Z')
  expect(sayInstant(instant)).toBe('23 Nov 2026, 08:15:07 UTC')
})

it('a day alone means its end', () => {
  expect(readInstant('2026-11-23')).toBe('2026-11-23T23:59:59.000Z')
})

it('what is no instant is none', () => {
  for (const text of ['', null, 'yesterday', '2026-13-40', '0001-01-01', '9999-01-01', '<b>'])
    expect(readInstant(text)).toBeNull()
})

it('counts back by whole days', () => {
  expect(daysBefore('2026-11-23T08:00:00.000Z', 7)).toBe('2026-11-16T08:00:00.000Z')
})
