import { readFilter } from '#lib/filters.ts'
import { soon, watch } from '#lib/state/resource.svelte.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = ({ url }) => {
  const filter = readFilter(url.searchParams, ['user', 'cursor'])
  return soon({ filter, sessions: watch('/api/v1/sessions', { query: { ...filter, limit: 100 } }) })
}
