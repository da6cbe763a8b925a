import { users } from '@ai-census/db'
import { eq } from '@ai-census/db/query'
import type { Context } from 'hono'
import type { Deps } from '../deps.ts'
import { dropSession, readSession } from '../http/cookies.ts'
import type { Env } from '../http/implement.ts'
import { causeOf, recordEvent } from './access-events.ts'
import { OidcRefused } from './oidc/refusal.ts'
import { closeSession } from './sessions.ts'

/** Ends the session that this browser has, if any; whoever signs in again leaves no earlier one behind. */
export async function closeOwnSession(deps: Deps, c: Context<Env>): Promise<'link' | 'oidc' | null> {
  const secret = readSession(c, deps.url())
  if (!secret) return null
  return deps.database.orm.transaction(async (tx) => {
    const closed = await closeSession(tx, secret)
    if (!closed) return null
    const [user] = await tx.select({ name: users.name }).from(users).where(eq(users.id, closed.userId))
    await recordEvent(tx, deps, { ...causeOf(c), who: user?.name ?? 'anonymous' }, { type: 'signed-out' })
    return closed.method
  })
}

/** `endSession`: where to sign out at the identity provider too. */
export async function signOut(deps: Deps, c: Context<Env>): Promise<{ endSession: string | null }> {
  const method = await closeOwnSession(deps, c)
  deps.events.lookAgain()
  dropSession(c, deps.url())
  if (method !== 'oidc' || !deps.oidc?.settings.endSession) return { endSession: null }
  try {
    return { endSession: (await deps.oidc.endSession(`${deps.url()}/sign-in`))?.href ?? null }
  } catch (error) {
    // Signed out here all the same; the provider's own session ends by itself.
    if (!(error instanceof OidcRefused)) throw error
    deps.log.warn({ reason: error.reason, fact: error.fact }, 'no sign-out at the identity provider')
    return { endSession: null }
  }
}
