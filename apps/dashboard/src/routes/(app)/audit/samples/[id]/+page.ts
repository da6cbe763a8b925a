import { soon, watch } from '#lib/state/resource.svelte.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = ({ params, url }) =>
  soon({
    sample: watch('/api/v1/audit/samples/{id}', { params: { id: params.id } }),
    row: Number(url.searchParams.get('row')) || null,
  })
