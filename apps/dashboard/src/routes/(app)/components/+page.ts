import { readFilter } from '#lib/filters.ts'
import { soon, watch } from '#lib/state/resource.svelte.ts'
import type { PageLoad } from './$types'

const sorts = ['name', '-name', 'lastSeenAt', '-lastSeenAt', 'firstSeenAt', '-firstSeenAt'] as const
const names = [
  'search',
  'kind',
  'state',
  'grade',
  'context',
  'supplier',
  'model',
  'system',
  'scope',
  'identifier',
  'cursor',
] as const

export const load: PageLoad = async ({ url }) => {
  const filter = readFilter(url.searchParams, names)
  const asked = url.searchParams.get('sort')
  const sort = sorts.find((known) => known === asked) ?? 'name'
  return {
    filter,
    sort,
    ...(await soon({ components: watch('/api/v1/components', { query: { ...filter, sort, limit: 100 } }) })),
  }
}
