/** A list that grows as it is scrolled: the first page is a resource like any other, the next ones are kept beside it. */
import { ApiError } from '../api.ts'
import type { Resource } from './resource.svelte.ts'

export interface PageOf<R> {
  rows: R[]
  next: string | null
  total: number | null
  capped?: boolean | undefined
}

/** A list that stands still is read again as far as this when its first page changes. */
const renewed = 10

export class Pages<R> {
  readonly first: Resource<PageOf<R>>
  readonly #read: (cursor: string) => Promise<PageOf<R>>
  readonly #idOf: (row: R) => string
  #more = $state.raw<readonly PageOf<R>[]>([])
  loading = $state(false)
  error = $state.raw<ApiError>()
  /** Where a person was in it, for when they come back. */
  scrollTop = 0
  current: string | undefined

  /** Page by page. A row that moved to another page meanwhile stands once. */
  readonly chunks: readonly R[][] = $derived.by(() => {
    const seen = new Set<string>()
    return this.#pages.map(({ rows }) =>
      rows.filter((row) => {
        const id = this.#idOf(row)
        if (seen.has(id)) return false
        seen.add(id)
        return true
      }),
    )
  })
  readonly count: number = $derived(this.chunks.reduce((sum, rows) => sum + rows.length, 0))
  readonly next: string | null = $derived(this.#pages.at(-1)?.next ?? null)

  constructor(
    first: Resource<PageOf<R>>,
    read: (cursor: string) => Promise<PageOf<R>>,
    idOf: (row: R) => string,
  ) {
    this.first = first
    this.#read = read
    this.#idOf = idOf
  }

  get #pages(): readonly PageOf<R>[] {
    return this.first.data ? [this.first.data, ...this.#more] : []
  }

  get started(): boolean {
    return this.first.data !== undefined
  }

  /** The next page; what fails is said in `error` and can be asked for again. */
  async grow(): Promise<void> {
    const cursor = this.next
    if (cursor === null || this.loading) return
    await this.#reading(async () => {
      const page = await this.#read(cursor)
      if (this.next === cursor) this.#more = [...this.#more, page]
    })
  }

  /** After the first page was read anew: the pages behind it follow. */
  async renew(): Promise<void> {
    const [count, next] = [this.#more.length, this.first.data?.next]
    if (count === 0 || count > renewed || this.loading) return
    await this.#reading(async () => {
      const fresh: PageOf<R>[] = []
      for (let cursor = next; cursor && fresh.length < count; cursor = fresh.at(-1)?.next)
        fresh.push(await this.#read(cursor))
      this.#more = fresh
    })
  }

  async #reading(read: () => Promise<void>): Promise<void> {
    this.loading = true
    this.error = undefined
    try {
      await read()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      this.error = error
    } finally {
      this.loading = false
    }
  }
}

/** The pages behind a resource live as long as it does. */
const known = new WeakMap<object, Pages<unknown>>()

export function pagesOf<R>(
  first: Resource<PageOf<R>>,
  read: (cursor: string) => Promise<PageOf<R>>,
  idOf: (row: R) => string,
): Pages<R> {
  // A resource has one type of row: the one that its pages were made with.
  const there = known.get(first) as Pages<R> | undefined
  const pages = there ?? new Pages(first, read, idOf)
  known.set(first, pages as Pages<unknown>)
  return pages
}
