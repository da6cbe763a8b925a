import { soon, watch } from '#lib/state/resource.svelte.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = ({ url }) =>
  soon({
    tokens: watch('/api/v1/tokens', {}),
    /** A source to begin a new token with: the link of another page. */
    covers: url.searchParams.get('covers')?.slice(0, 512) ?? null,
  })
