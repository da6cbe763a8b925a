import { ApiError, call } from '#lib/api.ts'
import { sayFailed } from '#lib/decide.svelte.ts'
import { forgetAll } from '#lib/state/resource.svelte.ts'
import { goto } from '$app/navigation'

/** Ends this browser's session; where the identity provider has one too, that one as well. */
export async function signOut(): Promise<void> {
  try {
    const { endSession } = await call('delete', '/api/v1/session', {})
    forgetAll()
    // The identity provider's own session ends there, and it leads back to the sign-in page.
    if (endSession) location.assign(endSession)
    else await goto('/sign-in')
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    sayFailed('Not signed out', error)
  }
}
