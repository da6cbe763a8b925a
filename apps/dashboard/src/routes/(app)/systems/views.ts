/** Views of the list: a name and an address. Some come with the product, others are kept in this browser. */
export interface View {
  name: string
  /** The query of its address, sorted by name, without the question mark. */
  query: string
}

export const shippedViews: readonly View[] = [
  { name: 'All', query: '' },
  { name: 'Unregistered', query: 'state=unregistered' },
  { name: 'Unrated', query: 'risk=none&state=registered' },
  { name: 'Review due', query: 'review=30&state=registered' },
  { name: 'Changed since review', query: 'flag=changed-since-review' },
  { name: 'Not seen any more', query: 'flag=not-seen' },
  { name: 'New this week', query: 'new=7&sort=-firstSeenAt' },
]

export const MOST_VIEWS = 50

/** What is stored may be of another version, or of somebody else's making. */
export function parseViews(text: string | null): View[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]')
    if (!Array.isArray(value)) return []
    return value.filter(isView).slice(0, MOST_VIEWS)
  } catch {
    return []
  }
}

const isView = (value: unknown): value is View =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  'query' in value &&
  typeof value.name === 'string' &&
  value.name.trim() !== '' &&
  typeof value.query === 'string'

/** Two addresses are one view whatever the order of their parts; where in the list one is, is no part of it. */
export function queryOf(search: string): string {
  const params = new URLSearchParams(search)
  params.delete('cursor')
  params.sort()
  return params.toString()
}
