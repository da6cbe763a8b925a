import { canAudit } from '#lib/session.ts'
import { soon, watch } from '#lib/state/resource.svelte.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ parent }) => {
  const { session } = await parent()
  return soon({
    settings: watch('/api/v1/settings', {}),
    changes: watch('/api/v1/decisions', { query: { type: 'configure', limit: 10 } }),
    audits: canAudit(session.role),
  })
}
