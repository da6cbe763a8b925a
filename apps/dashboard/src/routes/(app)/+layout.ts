import { redirect } from '@sveltejs/kit'
import { ApiError, call } from '#lib/api.ts'
import { supplierNames } from '#lib/state/names.svelte.ts'
import { organisation } from '#lib/state/organisation.svelte.ts'
import { watch } from '#lib/state/resource.svelte.ts'
import type { LayoutLoad } from './$types'

/** Everything here is for people who are signed in; who is not goes to the sign-in page and comes back. */
export const load: LayoutLoad = async ({ url, untrack }) => {
  try {
    const session = await call('get', '/api/v1/session', {})
    supplierNames.start()
    organisation.start()
    return { session, overview: watch('/api/v1/overview', {}) }
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error
    redirect(307, `/sign-in?next=${encodeURIComponent(untrack(() => url.pathname + url.search))}`)
  }
}
