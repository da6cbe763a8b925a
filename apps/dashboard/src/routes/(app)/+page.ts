import { soon, watch } from '#lib/state/resource.svelte.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = () =>
  soon({
    numbers: watch('/api/v1/overview', {}),
    suppliers: watch('/api/v1/suppliers', { query: { sort: '-systemCount', limit: 8 } }),
    oldest: watch('/api/v1/systems', { query: { state: 'unregistered', sort: 'firstSeenAt', limit: 6 } }),
    newest: watch('/api/v1/systems', { query: { sort: '-firstSeenAt', limit: 6 } }),
  })
