import { readFilter } from '#lib/filters.ts'
import { soon, watch } from '#lib/state/resource.svelte.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ url }) => {
  const filter = readFilter(url.searchParams, ['system', 'cursor'])
  return {
    filter,
    ...(await soon({ history: watch('/api/v1/history', { query: { ...filter, limit: 100 } }) })),
  }
}
