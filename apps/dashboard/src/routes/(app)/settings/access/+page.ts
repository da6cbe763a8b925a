import { readFilter } from '#lib/filters.ts'
import { soon, watch } from '#lib/state/resource.svelte.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = ({ url }) => {
  const filter = readFilter(url.searchParams, ['type', 'subject', 'cursor'])
  return soon({ filter, events: watch('/api/v1/access-events', { query: { ...filter, limit: 100 } }) })
}
