import { readFilter } from '#lib/filters.ts'
import { soon, watch } from '#lib/state/resource.svelte.ts'
import type { PageLoad } from './$types'

const narrowing = ['system', 'supplier', 'model', 'limit'] as const

export const load: PageLoad = async ({ url }) => {
  const { limit, ...filter } = readFilter(url.searchParams, narrowing)
  const screen = readFilter(url.searchParams, ['focus', 'find', 'view'])
  const room = Number(limit)
  const query = { ...filter, ...(room >= 10 && room <= 1000 ? { limit: room } : {}) }
  return { filter, limit, screen, ...(await soon({ graph: watch('/api/v1/graph', { query }) })) }
}
