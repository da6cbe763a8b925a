import { soon, watch } from '#lib/state/resource.svelte.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = ({ params: { id } }) =>
  soon({ id, detail: watch('/api/v1/models/{id}', { params: { id }, query: { limit: 50 } }) })
