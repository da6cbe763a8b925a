import { soon, watch } from '#lib/state/resource.svelte.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = ({ params: { slug } }) =>
  soon({
    slug,
    detail: watch('/api/v1/suppliers/{id}', { params: { id: slug } }),
    models: watch('/api/v1/models', { query: { publisher: slug, limit: 50 } }),
    hosted: watch('/api/v1/models', { query: { host: slug, limit: 50 } }),
    reviews: watch('/api/v1/decisions', { query: { supplier: slug, limit: 50 } }),
  })
