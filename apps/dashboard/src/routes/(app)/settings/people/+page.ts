import { readFilter } from '#lib/filters.ts'
import { soon, watch } from '#lib/state/resource.svelte.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = ({ url }) => {
  const filter = readFilter(url.searchParams, ['search', 'role', 'state', 'cursor'])
  return soon({ filter, people: watch('/api/v1/users', { query: { ...filter, limit: 100 } }) })
}
