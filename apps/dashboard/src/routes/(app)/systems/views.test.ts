import { describe, expect, it } from 'vitest'
import { parseViews, queryOf, shippedViews } from './views.ts'

describe('views', () => {
  it('are known by their address, whatever the order of its parts and wherever in the list one is', () => {
    expect(queryOf('?state=registered&cursor=abc&risk=none')).toBe('risk=none&state=registered')
    for (const { query } of shippedViews) expect(queryOf(query)).toBe(query)
  })

  it('that a browser kept are read only where they are views', () => {
    expect(parseViews('[{"name":"Mine","query":"risk=none"},{"name":""},7]')).toEqual([
      { name: 'Mine', query: 'risk=none' },
    ])
    expect(parseViews('not JSON')).toEqual([])
    expect(parseViews(null)).toEqual([])
  })
})
