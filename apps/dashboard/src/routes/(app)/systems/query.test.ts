import { describe, expect, it } from 'vitest'
import { readColumns, usual, writeColumns } from './columns.ts'
import { sortOf, systemQuery } from './query.ts'

const now = Date.parse('2026-11-26T15:04:05.000Z')

describe('the address of the list of systems', () => {
  it('is asked as it stands, and what is no filter is not asked', () => {
    expect(systemQuery({ supplier: 'openai', risk: 'none', live: 'maybe' }, now)).toEqual({
      supplier: 'openai',
      risk: 'none',
    })
  })

  it('says days from today, so that a kept view stays true', () => {
    expect(systemQuery({ new: '7', review: '30' }, now)).toEqual({
      firstSeenAfter: '2026-11-19T00:00:00.000Z',
      reviewBefore: '2026-12-27',
    })
    expect(systemQuery({ new: '-1', review: 'soon' }, now)).toEqual({})
  })

  it('sorts by what the collector sorts by, and by attention otherwise', () => {
    expect(sortOf('-risk')).toBe('-risk')
    expect(sortOf('colour')).toBe('attention')
  })
})

describe('the columns in the address', () => {
  it('are those that exist, each once, in the order that was asked for', () => {
    expect(readColumns('grade,state,state,nonsense,name')).toEqual(['grade', 'state'])
    expect(readColumns('nonsense')).toBeUndefined()
  })

  it('are left out where they are the usual ones', () => {
    expect(writeColumns(usual)).toBeUndefined()
    expect(writeColumns(['state'])).toBe('state')
  })
})
