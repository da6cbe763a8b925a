import { readFilter } from '#lib/filters.ts'
import { soon, watch } from '#lib/state/resource.svelte.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = ({ url }) =>
  soon({
    decisions: watch('/api/v1/decisions', {
      query: { ...readFilter(url.searchParams, ['cursor']), limit: 100 },
    }),
  })
