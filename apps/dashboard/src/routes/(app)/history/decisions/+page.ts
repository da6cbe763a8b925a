import { readFilter } from '#lib/filters.ts'
import { soon, watch } from '#lib/state/resource.svelte.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = ({ url }) => {
  const filter = readFilter(url.searchParams, ['type', 'author', 'system', 'from', 'to', 'cursor'])
  const { from, to, ...rest } = filter
  const query = {
    ...rest,
    // Days of the address, as instants: the last day is meant whole.
    ...(from ? { from: `${from}T00:00:00.000Z` } : {}),
    ...(to ? { to: `${to}T23:59:59.999Z` } : {}),
    limit: 100,
  }
  return soon({ filter, decisions: watch('/api/v1/decisions', { query }) })
}
