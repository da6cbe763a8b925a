import { readFilter } from '#lib/filters.ts'
import { soon, watch } from '#lib/state/resource.svelte.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ url }) => {
  const filter = readFilter(url.searchParams, ['id', 'cursor'])
  return {
    filter,
    ...(await soon({
      flags: watch('/api/v1/flags', { query: { ...filter, limit: 100 } }),
      // Flags name systems by id; their names come from the systems that carry these flags.
      systems: watch('/api/v1/systems', { query: { ...(filter.id ? { flag: filter.id } : {}), limit: 500 } }),
    })),
  }
}
