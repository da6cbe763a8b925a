import { retiringBefore, todayOf } from '#lib/retirement.ts'
import { soon, watch } from '#lib/state/resource.svelte.ts'
import type { PageLoad } from './$types'
import { weekAgo } from './week.ts'

export const load: PageLoad = () => {
  const now = Date.now()
  const since = weekAgo(now)
  const before = retiringBefore('90', todayOf(now)) ?? ''
  return soon({
    since,
    numbers: watch('/api/v1/overview', {}),
    trend: watch('/api/v1/history/trend', { query: { days: 90 } }),
    suppliers: watch('/api/v1/suppliers', { query: { sort: '-systemCount', used: 'true', limit: 6 } }),
    ending: watch('/api/v1/models', { query: { retiringBefore: before, sort: 'nextEnd', limit: 6 } }),
    oldest: watch('/api/v1/systems', {
      query: { state: 'unregistered', snoozed: 'false', sort: 'firstSeenAt', limit: 6 },
    }),
    newest: watch('/api/v1/systems', {
      query: { firstSeenAfter: since, sort: '-firstSeenAt', limit: 6 },
    }),
  })
}
