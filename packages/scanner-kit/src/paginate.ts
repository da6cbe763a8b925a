import { ScopeFailure } from './scanner.ts'

export interface PaginateOptions<Page, Cursor> {
  /** Gets one page; the first one without a cursor. */
  fetch(cursor: Cursor | undefined): Promise<Page>
  /** The cursor of the page after this one; null, undefined or '' where it is the last. */
  next(page: Page): Cursor | null | undefined
  /** More pages than this is an error, never a silent end. Default 100 000. */
  maxPages?: number
}

/**
 * Pages by cursor or by next-link, one at a time. Throws `ScopeFailure` `failed` (`pagination-loop`) when the
 * provider hands out a cursor for the second time: an endless list is no list.
 */
export async function* paginate<Page, Cursor extends string | number = string>({
  fetch,
  next,
  maxPages = 100_000,
}: PaginateOptions<Page, Cursor>): AsyncGenerator<Page, void, undefined> {
  const used = new Set<Cursor>()
  let cursor: Cursor | undefined
  for (let pages = 1; ; pages++) {
    const page = await fetch(cursor)
    yield page
    const following = next(page)
    if (following === null || following === undefined || following === '') return
    if (used.has(following))
      throw new ScopeFailure('failed', 'pagination-loop', 'The provider gave the same page cursor twice.')
    if (pages >= maxPages)
      throw new ScopeFailure('failed', 'pagination-limit', `The list has more than ${maxPages} pages.`)
    used.add(following)
    cursor = following
  }
}

/** Pages by number, from `first` on, until one is short of `size` (or empty). */
export async function* paginateByNumber<Item>(
  fetch: (page: number) => Promise<readonly Item[]>,
  { first = 1, size = 1, maxPages = 100_000 }: { first?: number; size?: number; maxPages?: number } = {},
): AsyncGenerator<readonly Item[], void, undefined> {
  for (let page = first; page < first + maxPages; page++) {
    const items = await fetch(page)
    if (items.length > 0) yield items
    if (items.length < size) return
  }
  throw new ScopeFailure('failed', 'pagination-limit', `The list has more than ${maxPages} pages.`)
}

/** The URL of `rel="next"` in a `Link` header (RFC 8288), or null. */
export function nextLink(header: string | null): string | null {
  for (const [, url = '', parameters = ''] of (header ?? '').matchAll(/<([^<>]*)>([^<]*)/g)) {
    if (/;\s*rel\s*=\s*(?:"(?:[^"]*\s)?next(?:\s[^"]*)?"|next(?=\s*[;,]|\s*$))/i.test(parameters)) return url
  }
  return null
}
