import { ApiError, call } from '#lib/api.ts'
import { sayFailed } from '#lib/decide.svelte.ts'

/** Ends this browser's session; where the identity provider has one too, that one as well. */
export async function signOut(): Promise<void> {
  try {
    const { endSession } = await call('delete', '/api/v1/session', {})
    // Away from this page for good, so that nothing of this person stays in memory. The identity provider's own session
    // ends at its address, which leads back to the sign-in page.
    location.replace(endSession ?? '/sign-in')
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    sayFailed('Not signed out', error)
  }
}
