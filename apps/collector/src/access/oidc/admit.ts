import { randomUUID } from 'node:crypto'
import type { Role } from '@ai-census/api'
import { signInCodes, type Transaction, users } from '@ai-census/db'
import { and, eq, isNull } from '@ai-census/db/query'
import type { Deps } from '../../deps.ts'
import { type Cause, recordEvent } from '../access-events.ts'
import { setRole, shutOut } from '../change-user.ts'
import { openSession } from '../sessions.ts'
import { freeName, lockUsers, type User } from '../users.ts'
import { type Claims, type Identity, identityOf, isDomainAllowed, roleOf } from './claims.ts'
import { OidcRefused } from './refusal.ts'
import type { OidcSettings } from './settings.ts'

const provider = (cause: Cause): Cause => ({ ...cause, who: 'provider' })

type Admission = { user: User; secret: string; expiresAt: string }

/** Lets in whom the provider vouches for, in the role that it or an administrator gave. Throws an OidcRefused. */
export async function admit(
  deps: Deps,
  settings: OidcSettings,
  claims: Claims,
  cause: Cause,
): Promise<Admission> {
  const identity = identityOf(claims)
  const outcome = await deps.database.orm.transaction(async (tx): Promise<Admission | OidcRefused> => {
    await lockUsers(tx)
    const known = await findUser(tx, identity)
    const fault = faultOf(settings, claims, identity, known)
    if (fault) {
      // Whoever the organisation no longer lets in stays in no open session either.
      if (known?.issuer) await shutOut(tx, known.id)
      return new OidcRefused('not-allowed', fault)
    }
    const user = await userFor(tx, deps, settings, claims, identity, known, cause)
    const session = await openSession(tx, deps, user.id, { method: 'oidc', agent: cause.agent })
    await recordEvent(tx, deps, { ...cause, who: user.name }, { type: 'signed-in', detail: { by: 'oidc' } })
    return { user, ...session }
  })
  // Thrown outside, so that what it ended stays ended.
  if (outcome instanceof OidcRefused) throw outcome
  return outcome
}

/**
 * By issuer and subject, which nobody can choose. A person who was invited by e-mail address and never had an
 * identity is met by that address, once, and only when the provider has verified it.
 */
async function findUser(tx: Transaction, { issuer, subject, email }: Identity): Promise<User | undefined> {
  const [bound] = await tx
    .select()
    .from(users)
    .where(and(eq(users.issuer, issuer), eq(users.subject, subject)))
  if (bound || email === null) return bound
  const [invited] = await tx
    .select()
    .from(users)
    .where(and(eq(users.email, email), isNull(users.issuer)))
  return invited
}

function faultOf(
  settings: OidcSettings,
  claims: Claims,
  identity: Identity,
  known: User | undefined,
): string | null {
  if (!isDomainAllowed(settings, identity)) return 'no verified e-mail address of an allowed domain'
  if (known?.disabledAt) return 'disabled here'
  const hasRole = roleOf(settings, claims) !== null || (settings.roles === null && known !== undefined)
  return hasRole ? null : 'no role'
}

async function userFor(
  tx: Transaction,
  deps: Deps,
  settings: OidcSettings,
  claims: Claims,
  identity: Identity,
  known: User | undefined,
  cause: Cause,
): Promise<User> {
  const role = roleOf(settings, claims)
  if (!known) return makeUser(tx, deps, identity, role, provider(cause))
  if (known.issuer === null) await bind(tx, deps, known, identity, provider(cause))
  const isGiven = settings.roles !== null && role !== null
  if (isGiven && role !== known.role) await setRole(tx, deps, known, role, provider(cause))
  return known
}

async function makeUser(
  tx: Transaction,
  deps: Deps,
  { issuer, subject, email, label }: Identity,
  role: Role | null,
  cause: Cause,
): Promise<User> {
  if (role === null) throw new Error('a person without a role was let through')
  const isTaken = email !== null && (await tx.$count(users, eq(users.email, email))) > 0
  const [user] = await tx
    .insert(users)
    .values({
      id: randomUUID(),
      name: await freeName(tx, label),
      email: isTaken ? null : email,
      role,
      issuer,
      subject,
      createdAt: deps.now().toISOString(),
      createdBy: cause.who,
    })
    .returning()
  if (!user) throw new Error('an inserted user came back as no row')
  await recordEvent(tx, deps, cause, { type: 'user-made', subject: user.name, detail: { role } })
  return user
}

/** From now on only the provider lets this person in. */
async function bind(
  tx: Transaction,
  deps: Deps,
  user: User,
  { issuer, subject }: Identity,
  cause: Cause,
): Promise<void> {
  await tx.update(users).set({ issuer, subject }).where(eq(users.id, user.id))
  await tx.delete(signInCodes).where(eq(signInCodes.userId, user.id))
  await recordEvent(tx, deps, cause, { type: 'user-linked', subject: user.name, detail: { issuer } })
}
