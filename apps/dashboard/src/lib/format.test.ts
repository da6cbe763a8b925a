import { describe, expect, it } from 'vitest'
import {
  ago,
  clip,
  day,
  exact,
  plural,
  reasonOfFlag,
  slugTitle,
  took,
  visible,
  webAddress,
  withDays,
} from './format.ts'

const now = Date.parse('2026-11-23T12:00:00Z')

describe('dates', () => {
  it('says a day without a time zone shifting it', () => {
    expect(day('2026-11-23')).toBe('23 Nov 2026')
    expect(day('2026-11-23T23:59:59.000Z')).toBe('23 Nov 2026')
  })

  it('says days inside a sentence alike, and leaves names alone', () => {
    expect(withDays('Ends: gpt on 2026-07-24; seen')).toBe('Ends: gpt on 24 Jul 2026; seen')
    expect(withDays('gpt-4o-2024-08-06 is in use')).toBe('gpt-4o-2024-08-06 is in use')
  })

  it('says why a flag was raised with names and days, and without ids', () => {
    const reason =
      'May be the same as shop (sys_2f5f4a227fc88b8e98a5bbe7): a key of 2026-07-24 was found in both.'
    expect(reasonOfFlag(reason)).toBe('May be the same as shop: a key of 24 Jul 2026 was found in both.')
  })

  it('prints what is no date as it is', () => {
    expect(day('soon')).toBe('soon')
    expect(ago('soon', now)).toBe('soon')
  })

  it('says near instants as a distance and far ones as a date', () => {
    expect(ago('2026-11-23T11:59:30Z', now)).toBe('just now')
    expect(ago('2026-11-23T11:55:00Z', now)).toBe('5 min ago')
    expect(ago('2026-11-23T09:00:00Z', now)).toBe('3 h ago')
    expect(ago('2026-11-19T12:00:00Z', now)).toBe('4 days ago')
    expect(ago('2026-09-01T12:00:00Z', now)).toBe('1 Sept 2026')
  })

  it('says a whole instant by one clock, wherever the reader is', () => {
    expect(exact('2026-11-23T08:15:00.000Z')).toBe('23 Nov 2026, 08:15 UTC')
  })

  it('never says “ago” of an instant to come', () => {
    expect(ago('2026-12-01T12:00:00Z', now)).toBe('1 Dec 2026')
  })

  it('says how long something took', () => {
    expect(took('2026-11-23T12:00:00.000Z', '2026-11-23T12:00:00.850Z')).toBe('850 ms')
    expect(took('2026-11-23T12:00:00Z', '2026-11-23T12:03:05Z')).toBe('3 min 5 s')
    expect(took('2026-11-23T12:00:00Z', '2026-11-23T11:00:00Z')).toBe('')
  })
})

describe('text from outside', () => {
  it('is cut with an ellipsis and never inside an emoji', () => {
    expect(clip('abcdef', 4)).toBe('abc…')
    expect(clip('ab🤖cd', 4)).toBe('ab…')
    expect(clip('abcd', 4)).toBe('abcd')
  })

  it('cannot reverse its own order unseen', () => {
    expect(visible('user\u202Egnp.exe')).toBe('user\uFFFDgnp.exe')
  })

  it('shows control characters, and keeps line ends and joined emoji', () => {
    expect(visible('a\u0000b\u0007')).toBe('a␀b␇')
    expect(visible('a\nb\tc')).toBe('a\nb\tc')
    expect(visible('👩‍👧')).toBe('👩‍👧')
  })

  it('becomes a link only as a web address', () => {
    expect(webAddress('https://github.com/acme/shop')).toBe('https://github.com/acme/shop')
    expect(webAddress('javascript:alert(1)')).toBeUndefined()
    expect(webAddress('data:text/html,<script>')).toBeUndefined()
    expect(webAddress('not an address')).toBeUndefined()
  })
})

it('counts with the right word', () => {
  expect(plural(1, 'system')).toBe('1 system')
  expect(plural(1200, 'system')).toBe('1,200 systems')
  expect(plural(0, 'discovery', 'discoveries')).toBe('0 discoveries')
})

it('makes a slug readable', () => {
  expect(slugTitle('aws-bedrock')).toBe('Aws bedrock')
})
