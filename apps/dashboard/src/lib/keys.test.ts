import { describe, expect, it } from 'vitest'
import { chords, groupOfPage, keyGroups, pages, pressName } from './keys.ts'

const press = (key: string, more: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
})

describe('the keyboard map', () => {
  it('gives no key of one place to two things', () => {
    const keys = [...keyGroups.everywhere.bindings, ...keyGroups.triage.bindings].flatMap((b) => [...b.keys])
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('knows whose keys hold on a page', () => {
    expect(
      ['/', '/triage', '/systems', '/systems/sys_1', '/audit/samples/1', '/models'].map(groupOfPage),
    ).toEqual([null, 'triage', 'systems', 'system', 'sample', null])
  })

  it('leads to every page', () => {
    const keys = keyGroups.everywhere.bindings.flatMap((b) => [...b.keys])
    for (const { key } of pages) expect(keys).toContain(`g ${key}`)
  })
})

describe('a press', () => {
  it('is left to the browser with a modifier, but for Control and Enter', () => {
    expect(pressName(press('r', { ctrlKey: true }))).toBeNull()
    expect(pressName(press('d', { metaKey: true }))).toBeNull()
    expect(pressName(press('j', { altKey: true }))).toBeNull()
    expect(pressName(press('Enter', { ctrlKey: true }))).toBe('Control+Enter')
    expect(pressName(press('?'))).toBe('?')
  })
})

describe('two keys in a row', () => {
  it('are one when the second comes within a second', () => {
    const chord = chords()
    expect(chord('g', 1000)).toBe('g')
    expect(chord('t', 1900)).toBe('g t')
    expect(chord('t', 2000)).toBe('t')
  })

  it('are two when it comes later', () => {
    const chord = chords()
    chord('g', 1000)
    expect(chord('t', 2500)).toBe('t')
  })
})
