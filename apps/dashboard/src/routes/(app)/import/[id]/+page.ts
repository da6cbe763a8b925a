import { readFilter } from '#lib/filters.ts'
import { canDecide } from '#lib/session.ts'
import { soon, watch } from '#lib/state/resource.svelte.ts'
import { type Outcome, outcomes } from '../words.ts'
import type { PageLoad } from './$types'

const isOutcome = (text: string): text is Outcome => outcomes.some((outcome) => outcome === text)

export const load: PageLoad = async ({ params: { id }, url, parent }) => {
  const { session } = await parent()
  if (!canDecide(session.role)) return { id, register: undefined }
  const filter = readFilter(url.searchParams, ['outcome', 'cursor'])
  const outcome = filter.outcome?.split(',').filter(isOutcome).join(',')
  const params = { id }
  return {
    id,
    outcome,
    ...(await soon({
      register: watch('/api/v1/register-imports/{id}', { params }),
      plan: watch('/api/v1/register-imports/{id}/plan', {
        params,
        query: {
          ...(outcome ? { outcome } : {}),
          ...(filter.cursor ? { cursor: filter.cursor } : {}),
          limit: 100,
        },
      }),
      settings: watch('/api/v1/settings', {}),
    })),
  }
}
