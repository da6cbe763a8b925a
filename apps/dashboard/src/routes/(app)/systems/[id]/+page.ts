import { soon, watch } from '#lib/state/resource.svelte.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = ({ params: { id } }) =>
  soon({
    id,
    detail: watch('/api/v1/systems/{id}', { params: { id } }),
    risk: watch('/api/v1/systems/{id}/risk', { params: { id } }),
    components: watch('/api/v1/components', { query: { system: id, limit: 100 } }),
    relationships: watch('/api/v1/systems/{id}/relationships', { params: { id }, query: { limit: 100 } }),
    evidence: watch('/api/v1/systems/{id}/evidence', { params: { id }, query: { limit: 50 } }),
    history: watch('/api/v1/systems/{id}/history', { params: { id }, query: { limit: 100 } }),
    decisions: watch('/api/v1/systems/{id}/decisions', { params: { id }, query: { limit: 100 } }),
    settings: watch('/api/v1/settings', {}),
  })
