import { describe, expect, it } from 'vitest'
import { nextLink, paginate, paginateByNumber } from './paginate.ts'
import { gather } from './testing/index.ts'

const pages: Record<string, { items: number[]; next?: string }> = {
  first: { items: [1, 2], next: 'b' },
  b: { items: [3], next: 'c' },
  c: { items: [] },
}
const fetchPage = async (cursor = 'first') => pages[cursor] ?? { items: [] }

describe('paging', () => {
  it('follows cursors to the last page', async () => {
    const seen = await gather(paginate({ fetch: fetchPage, next: (page) => page.next }))
    expect(seen.flatMap((page) => page.items)).toEqual([1, 2, 3])
  })

  it('fails where the provider hands out a cursor twice', async () => {
    const endless = paginate({ fetch: async () => ({}), next: () => 'same' })
    await expect(gather(endless)).rejects.toMatchObject({ reason: 'pagination-loop' })
  })

  it('fails, and does not end silently, after too many pages', async () => {
    let n = 0
    const long = paginate({ fetch: async () => ({}), next: () => ++n, maxPages: 3 })
    await expect(gather(long)).rejects.toMatchObject({ reason: 'pagination-limit' })
  })

  it('counts pages until one is short', async () => {
    const asked: number[] = []
    const fetch = async (page: number) => {
      asked.push(page)
      return page < 3 ? ['x', 'y'] : ['z']
    }
    const seen = await gather(paginateByNumber(fetch, { size: 2 }))
    expect(seen.flat()).toEqual(['x', 'y', 'x', 'y', 'z'])
    expect(asked).toEqual([1, 2, 3])
  })

  it.each([
    ['<https://a/?page=2>; rel="next", <https://a/?page=9>; rel="last"', 'https://a/?page=2'],
    ['<https://a/1>; rel=prev, <https://a/3>; rel=next', 'https://a/3'],
    ['<https://a/4>; title="x"; rel="last next"', 'https://a/4'],
    ['<https://a/4>; rel="nextish"', null],
    [null, null],
  ])('reads the next link of %s', (header, expected) => {
    expect(nextLink(header)).toBe(expected)
  })
})
