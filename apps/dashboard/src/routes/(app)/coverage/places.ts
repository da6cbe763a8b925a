/** Where on the coverage page somebody is: all sources, a source, a part of it, or a list of scopes. */
import { readFilter } from '#lib/filters.ts'

const narrowing = ['search', 'status', 'stale', 'held', 'hasUnknowns', 'missing'] as const
const names = ['source', 'scanner', 'under', ...narrowing, 'cursor'] as const

export type Filter = Partial<Record<(typeof names)[number], string>>

export const filterOf = (search: URLSearchParams): Filter => {
  const filter = readFilter(search, names)
  // The contract knows true and false alone; what a stranger writes there is left out.
  for (const name of ['stale', 'held', 'hasUnknowns'] as const) {
    if (filter[name] && !['true', 'false'].includes(filter[name])) delete filter[name]
  }
  return filter
}

/** Any filter that speaks of single scopes shows those as a list; `view=list` does so too. */
export const isList = (search: URLSearchParams): boolean =>
  search.get('view') === 'list' || narrowing.some((name) => search.get(name))

export const hrefOf = (filter: Filter, view?: 'list'): string => {
  const search = new URLSearchParams(Object.entries(filter).filter(([, value]) => value))
  search.delete('cursor')
  if (view) search.set('view', view)
  const text = search.toString()
  return text ? `/coverage?${text}` : '/coverage'
}

export interface Crumb {
  label: string
  href: string
}

/** The way down: all sources, the source, and each part of the key. */
export function crumbsOf({ source, scanner, under }: Filter): Crumb[] {
  if (!source) return []
  const place = { source, ...(scanner ? { scanner } : {}) }
  const parts = under?.split('/') ?? []
  return [
    { label: 'All sources', href: '/coverage' },
    { label: source, href: hrefOf(place) },
    ...parts.map((label, n) => ({
      label,
      href: hrefOf({ ...place, under: parts.slice(0, n + 1).join('/') }),
    })),
  ]
}
