import { canAdminister } from '#lib/session.ts'
import { soon, watch } from '#lib/state/resource.svelte.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ parent }) => {
  const { session } = await parent()
  return soon({
    tokens: canAdminister(session.role) ? watch('/api/v1/tokens', {}) : undefined,
    version: watch('/api/v1/version', {}),
  })
}
