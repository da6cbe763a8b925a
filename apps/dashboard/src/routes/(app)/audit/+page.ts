import { readFilter } from '#lib/filters.ts'
import { soon, watch } from '#lib/state/resource.svelte.ts'
import type { PageLoad } from './$types'

const subjects = ['systems', 'components', 'suppliers'] as const
const kinds = ['place', 'source', 'scanner'] as const

export const load: PageLoad = ({ url }) => {
  const filter = readFilter(url.searchParams, ['of', 'by', 'without', 'cursor'])
  const of = subjects.find((known) => known === filter.of) ?? 'systems'
  const by = kinds.find((known) => known === filter.by) ?? 'place'
  const without = filter.without ? { without: filter.without } : {}
  return soon({
    filter: { of, by, ...without },
    completeness: watch('/api/v1/audit/completeness', { query: { of, by, ...without } }),
    samples: watch('/api/v1/audit/samples', {
      query: { limit: 25, ...(filter.cursor ? { cursor: filter.cursor } : {}) },
    }),
  })
}
