import { readFilter } from '#lib/filters.ts'
import { soon, watch } from '#lib/state/resource.svelte.ts'
import type { PageLoad } from './$types'
import { filterNames } from './queue.ts'

export const load: PageLoad = async ({ url }) => {
  const { snoozed, ...words } = readFilter(url.searchParams, filterNames)
  const filter = { ...words, ...(snoozed === 'true' ? { snoozed: 'true' as const } : {}) } as const
  const { cursor, at } = readFilter(url.searchParams, ['cursor', 'at'])
  const query = { ...filter, ...(cursor ? { cursor } : {}), limit: 50 } as const
  return { filter, at, ...(await soon({ queue: watch('/api/v1/triage', { query }) })) }
}
