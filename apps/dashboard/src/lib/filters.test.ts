import { describe, expect, it } from 'vitest'
import { ariaSort, inList, nextSort, readFilter, toggleInList, withFilter } from './filters.ts'

const at = (search: string) => new URLSearchParams(search)

describe('a list’s address', () => {
  it('is read by the known names only', () => {
    expect(readFilter(at('state=unregistered&evil=1&search=%20shop%20'), ['state', 'search'])).toEqual({
      state: 'unregistered',
      search: 'shop',
    })
  })

  it('goes back to the first page when a filter changes', () => {
    expect(withFilter(at('cursor=abc&state=registered'), { grade: 'used' })).toBe(
      '?grade=used&state=registered',
    )
  })

  it('keeps the filters when the page changes', () => {
    expect(withFilter(at('state=registered'), { cursor: 'abc' })).toBe('?cursor=abc&state=registered')
  })

  it('is the same for the same filters, in whatever order they were chosen', () => {
    const one = withFilter(at('state=registered'), { grade: 'used' })
    const other = withFilter(at('grade=used'), { state: 'registered' })
    expect(one).toBe(other)
  })

  it('loses a name that was emptied', () => {
    expect(withFilter(at('search=x'), { search: undefined })).toBe('?')
  })
})

describe('a filter of many values', () => {
  it('takes and gives back a value', () => {
    expect(toggleInList('a,c', 'b')).toBe('a,b,c')
    expect(toggleInList('a,b', 'b')).toBe('a')
    expect(toggleInList('b', 'b')).toBeUndefined()
    expect(inList('a,b', 'b')).toBe(true)
    expect(inList(undefined, 'b')).toBe(false)
  })
})

describe('a sortable column', () => {
  it('turns around on the second click', () => {
    expect(nextSort('attention', 'name')).toBe('name')
    expect(nextSort('name', 'name')).toBe('-name')
    expect(nextSort('attention', 'lastSeenAt', true)).toBe('-lastSeenAt')
    expect(nextSort('-lastSeenAt', 'lastSeenAt', true)).toBe('lastSeenAt')
  })

  it('says its order to screen readers', () => {
    expect(ariaSort('-name', 'name')).toBe('descending')
    expect(ariaSort('name', 'name')).toBe('ascending')
    expect(ariaSort('attention', 'name')).toBe('none')
  })
})
