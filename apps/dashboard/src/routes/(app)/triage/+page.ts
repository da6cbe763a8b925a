import { readFilter } from '#lib/filters.ts'
import { soon, watch } from '#lib/state/resource.svelte.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ url }) => {
  const { search, cursor, at } = readFilter(url.searchParams, ['search', 'cursor', 'at'])
  const filter = { ...(search ? { search } : {}), ...(cursor ? { cursor } : {}) }
  return {
    search,
    at,
    ...(await soon({ queue: watch('/api/v1/triage', { query: { ...filter, limit: 100 } }) })),
  }
}
