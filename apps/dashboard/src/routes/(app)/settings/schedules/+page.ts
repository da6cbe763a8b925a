import { soon, watch } from '#lib/state/resource.svelte.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = ({ url }) =>
  soon({
    sources: watch('/api/v1/sources', {}),
    source: url.searchParams.get('source'),
    by: url.searchParams.get('by'),
  })
