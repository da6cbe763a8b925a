import { readFilter } from '#lib/filters.ts'
import { soon, watch } from '#lib/state/resource.svelte.ts'
import type { PageLoad } from './$types'

const statuses = [
  'running',
  'complete',
  'partial',
  'denied',
  'failed',
  'throttled',
  'not-enabled',
  'unsupported',
] as const
type Status = (typeof statuses)[number]
const isStatus = (text: string): text is Status => statuses.some((status) => status === text)

export const load: PageLoad = async ({ url }) => {
  const filter = readFilter(url.searchParams, ['source', 'status', 'cursor'])
  // What a stranger writes there is left out.
  const status = filter.status?.split(',').filter(isStatus).join(',')
  return {
    filter,
    ...(await soon({
      scans: watch('/api/v1/scans', { query: { ...filter, ...(status ? { status } : {}), limit: 50 } }),
      sources: watch('/api/v1/coverage/groups', { query: { limit: 500 } }),
    })),
  }
}
