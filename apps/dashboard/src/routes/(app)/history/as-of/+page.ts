import { readFilter } from '#lib/filters.ts'
import { daysBefore, readInstant } from '#lib/instants.ts'
import { soon, watch } from '#lib/state/resource.svelte.ts'
import type { PageLoad } from './$types'

const states: ReadonlySet<string> = new Set(['registered', 'unregistered', 'dismissed'])

export const load: PageLoad = async ({ url }) => {
  const filter = readFilter(url.searchParams, ['search', 'state', 'cursor'])
  const now = new Date().toISOString()
  const at = readInstant(url.searchParams.get('at')) ?? daysBefore(now, 7)
  // What a stranger writes there is left out.
  const state = filter.state
    ?.split(',')
    .filter((one) => states.has(one))
    .join(',')
  const query = { asOf: at, sort: 'name' as const, limit: 100, ...filter, state }
  return { filter, at, now, ...(await soon({ systems: watch('/api/v1/systems', { query }) })) }
}
