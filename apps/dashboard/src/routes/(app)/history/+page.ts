import { readFilter } from '#lib/filters.ts'
import { soon, watch } from '#lib/state/resource.svelte.ts'
import type { PageLoad } from './$types'

const subjects: ReadonlySet<string> = new Set(['system', 'component', 'supplier', 'flag'])

export const load: PageLoad = async ({ url }) => {
  const filter = readFilter(url.searchParams, ['system', 'subjectType', 'event', 'cursor'])
  const { subjectType, ...others } = filter
  // What a stranger writes there is left out.
  const about = subjectType
    ?.split(',')
    .filter((type) => subjects.has(type))
    .join(',')
  const query = { ...others, ...(about ? { subjectType: about } : {}), limit: 100 }
  return {
    filter,
    ...(await soon({ history: watch('/api/v1/history', { query }) })),
  }
}
