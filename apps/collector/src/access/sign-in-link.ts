import { signInCodes, type Transaction, users } from '@ai-census/db'
import { eq } from '@ai-census/db/query'
import type { Deps } from '../deps.ts'
import { HttpProblem } from '../http/problem.ts'
import { type Cause, ownCause, recordEvent } from './access-events.ts'
import { type IssuedCode, issueCode } from './sign-in-codes.ts'
import { getUser, hasAdministratorBesides, lockUsers, type User } from './users.ts'

/** For whoever makes it and opens it. */
export const LINK_MS = 15 * 60_000
/** For whoever is sent it. */
export const INVITATION_MS = 7 * 24 * 60 * 60_000

export interface SignInLink {
  link: string
  expiresAt: string
}

/** The code stands behind `#`: browsers do not send it to servers or proxies, so no log ever has it. */
export const linkOf = (deps: Deps, { code, expiresAt }: IssuedCode): SignInLink => ({
  link: `${deps.url()}/sign-in#code=${code}`,
  expiresAt,
})

/** A link for a user; the ones that were not opened stop working. */
export async function makeUserLink(
  deps: Deps,
  id: string,
  lifetimeMs: number,
  cause: Cause,
): Promise<SignInLink> {
  return deps.database.orm.transaction(async (tx) => {
    await lockUsers(tx)
    const user = await getUser(tx, id)
    if (user.disabledAt) throw new HttpProblem(409, 'This user is disabled; enable the user first.')
    // A link would let in whom the organisation itself has let go.
    if (user.issuer)
      throw new HttpProblem(409, 'This user signs in through the identity provider, not by links.')
    await tx.delete(signInCodes).where(eq(signInCodes.userId, id))
    return issueLink(tx, deps, user, lifetimeMs, cause)
  })
}

const OWNER = 'owner'

/**
 * A link for the owner: whoever operates the machine. Null while the owner is disabled and another
 * administrator is there; without one the owner is let in again, so that nobody is ever locked out of their
 * own deployment.
 */
export async function makeOwnerLink(deps: Deps, cause: Cause = ownCause): Promise<SignInLink | null> {
  return deps.database.orm.transaction(async (tx) => {
    await lockUsers(tx)
    const owner = await ensureOwner(tx, deps)
    if (owner.disabledAt) return null
    return issueLink(tx, deps, owner, LINK_MS, cause)
  })
}

export const hasAdministrator = (deps: Deps): Promise<boolean> =>
  hasAdministratorBesides(deps.database.orm, OWNER)

async function ensureOwner(tx: Transaction, deps: Deps): Promise<User> {
  const createdAt = deps.now().toISOString()
  await tx
    .insert(users)
    .values({ id: OWNER, name: OWNER, role: 'admin', createdAt, createdBy: ownCause.who })
    .onConflictDoNothing()
  const owner = await getUser(tx, OWNER)
  const mayAdministrate = owner.role === 'admin' && owner.disabledAt === null
  if (mayAdministrate || (await hasAdministratorBesides(tx, OWNER))) return owner
  await tx.update(users).set({ role: 'admin', disabledAt: null }).where(eq(users.id, OWNER))
  await recordEvent(tx, deps, ownCause, { type: 'user-enabled', subject: OWNER, detail: { role: 'admin' } })
  return getUser(tx, OWNER)
}

async function issueLink(
  tx: Transaction,
  deps: Deps,
  user: User,
  lifetimeMs: number,
  cause: Cause,
): Promise<SignInLink> {
  await recordEvent(tx, deps, cause, { type: 'link-made', subject: user.name })
  return linkOf(deps, await issueCode(tx, deps, user.id, lifetimeMs))
}
