/** The address bar is the state of a list: what is filtered, sorted and shown can be shared as a link. */

/** What is read of an address's query; the router's own is read-only. */
type Search = Pick<URLSearchParams, 'get' | 'toString'>

/** Reads the known names only; what a stranger adds to a link is left out. */
export function readFilter<N extends string>(
  search: Search,
  names: readonly N[],
): Partial<Record<N, string>> {
  const filter: Partial<Record<N, string>> = {}
  for (const name of names) {
    const value = search.get(name)?.trim()
    if (value) filter[name] = value
  }
  return filter
}

/** A yes or no of an address; anything else is neither. */
export const yesNo = (value: string | undefined): 'true' | 'false' | undefined =>
  value === 'true' || value === 'false' ? value : undefined

/** The search part of a link with some names changed. A changed filter goes back to the first page. */
export function withFilter(search: Search, changes: Readonly<Record<string, string | undefined>>): string {
  const next = new URLSearchParams(search.toString())
  if (!('cursor' in changes)) next.delete('cursor')
  for (const [name, value] of Object.entries(changes)) {
    if (value) next.set(name, value)
    else next.delete(name)
  }
  next.sort()
  const text = next.toString()
  return text ? `?${text}` : '?'
}

/** `a,b` with `b` toggled is `a`; an empty list is undefined, so that it leaves the link. */
export function toggleInList(list: string | undefined, value: string): string | undefined {
  const values = new Set(list?.split(',').filter(Boolean))
  if (!values.delete(value)) values.add(value)
  return [...values].sort().join(',') || undefined
}

export const inList = (list: string | undefined, value: string): boolean =>
  list?.split(',').includes(value) ?? false

/** A sortable column's next order: first its natural direction, then the other. */
export function nextSort(current: string, column: string, firstDescending = false): string {
  const ascending = column
  const descending = `-${column}`
  if (current === ascending) return descending
  if (current === descending) return ascending
  return firstDescending ? descending : ascending
}

export const ariaSort = (current: string, column: string): 'ascending' | 'descending' | 'none' =>
  current === column ? 'ascending' : current === `-${column}` ? 'descending' : 'none'
