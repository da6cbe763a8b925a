import { readFilter, yesNo } from '#lib/filters.ts'
import { soon, watch } from '#lib/state/resource.svelte.ts'
import type { PageLoad } from './$types'

const names = [
  'search',
  'state',
  'flag',
  'context',
  'grade',
  'supplier',
  'model',
  'live',
  'snoozed',
  'firstSeenAfter',
  'cursor',
] as const
const sorts = [
  'attention',
  'name',
  '-name',
  'lastSeenAt',
  '-lastSeenAt',
  'firstSeenAt',
  '-firstSeenAt',
] as const

export const load: PageLoad = async ({ url }) => {
  const filter = readFilter(url.searchParams, names)
  const asked = url.searchParams.get('sort')
  const sort = sorts.find((known) => known === asked) ?? 'attention'
  const { live, snoozed, ...rest } = filter
  const query = {
    ...rest,
    sort,
    limit: 100,
    ...(yesNo(live) ? { live: yesNo(live) } : {}),
    ...(yesNo(snoozed) ? { snoozed: yesNo(snoozed) } : {}),
  }
  return {
    filter,
    sort,
    ...(await soon({
      systems: watch('/api/v1/systems', { query }),
      suppliers: watch('/api/v1/suppliers', { query: { sort: 'name', limit: 500 } }),
    })),
  }
}
