import { soon, watch } from '#lib/state/resource.svelte.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = () =>
  soon({
    settings: watch('/api/v1/settings', {}),
    changes: watch('/api/v1/decisions', { query: { type: 'configure', limit: 10 } }),
  })
