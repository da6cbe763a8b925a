import { soon, watch } from '#lib/state/resource.svelte.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = ({ params: { id } }) =>
  soon({
    id,
    detail: watch('/api/v1/systems/{id}', { params: { id } }),
    evidence: watch('/api/v1/systems/{id}/evidence', { params: { id }, query: { limit: 100 } }),
    history: watch('/api/v1/history', { query: { system: id, limit: 50 } }),
  })
