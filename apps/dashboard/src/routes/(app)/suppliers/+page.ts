import { readFilter } from '#lib/filters.ts'
import { soon, watch } from '#lib/state/resource.svelte.ts'
import type { PageLoad } from './$types'

const sorts = ['-systemCount', 'systemCount', 'name', '-name'] as const

export const load: PageLoad = async ({ url }) => {
  const filter = readFilter(url.searchParams, ['search', 'cursor'])
  const asked = url.searchParams.get('sort')
  const sort = sorts.find((known) => known === asked) ?? '-systemCount'
  return {
    filter,
    sort,
    ...(await soon({ suppliers: watch('/api/v1/suppliers', { query: { ...filter, sort, limit: 100 } }) })),
  }
}
