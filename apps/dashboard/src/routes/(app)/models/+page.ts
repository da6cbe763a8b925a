import { readFilter } from '#lib/filters.ts'
import { soon, watch } from '#lib/state/resource.svelte.ts'
import type { PageLoad } from './$types'

const sorts = ['-componentCount', 'id', '-id', 'retiresOn'] as const

export const load: PageLoad = async ({ url }) => {
  const filter = readFilter(url.searchParams, ['search', 'publisher', 'host', 'cursor'])
  const asked = url.searchParams.get('sort')
  const sort = sorts.find((known) => known === asked) ?? '-componentCount'
  return {
    filter,
    sort,
    ...(await soon({
      models: watch('/api/v1/models', { query: { ...filter, sort, limit: 100 } }),
      suppliers: watch('/api/v1/suppliers', { query: { sort: 'name', limit: 500 } }),
    })),
  }
}
