import { readFilter } from '#lib/filters.ts'
import { canDecide } from '#lib/session.ts'
import { soon, watch } from '#lib/state/resource.svelte.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = async ({ url, parent }) => {
  const { session } = await parent()
  // The server would refuse it; the page says so in a sentence instead.
  if (!canDecide(session.role)) return { imports: undefined }
  return soon({
    imports: watch('/api/v1/register-imports', {
      query: { ...readFilter(url.searchParams, ['cursor']), limit: 50 },
    }),
  })
}
