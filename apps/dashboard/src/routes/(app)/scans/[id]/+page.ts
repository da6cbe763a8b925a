import { soon, watch } from '#lib/state/resource.svelte.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = ({ params: { id } }) =>
  soon({ scan: watch('/api/v1/scans/{scan}', { params: { scan: id } }) })
