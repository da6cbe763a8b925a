import { readFilter } from '#lib/filters.ts'
import { retiringBefore, todayOf } from '#lib/retirement.ts'
import { soon, watch } from '#lib/state/resource.svelte.ts'
import type { PageLoad } from './$types'

const sorts = ['-componentCount', 'id', '-id', 'nextEnd'] as const

export const load: PageLoad = async ({ url }) => {
  const filter = readFilter(url.searchParams, ['search', 'publisher', 'host', 'system', 'retiring', 'cursor'])
  const { retiring, ...rest } = filter
  const asked = url.searchParams.get('sort')
  // Who looks for what ends wants the next end first.
  const sort = sorts.find((known) => known === asked) ?? (retiring ? 'nextEnd' : '-componentCount')
  const before = retiringBefore(retiring, todayOf(Date.now()))
  const query = { ...rest, sort, limit: 100, ...(before ? { retiringBefore: before } : {}) }
  return { filter, sort, ...(await soon({ models: watch('/api/v1/models', { query }) })) }
}
