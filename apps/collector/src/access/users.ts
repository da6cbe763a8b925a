import type { UserRow } from '@ai-census/api'
import { type Queryable, type Transaction, users } from '@ai-census/db'
import { and, eq, isNotNull, isNull, ne, sql } from '@ai-census/db/query'
import type { Deps } from '../deps.ts'
import { HttpProblem } from '../http/problem.ts'

export type User = typeof users.$inferSelect

export function stateOf(user: User): UserRow['state'] {
  if (user.disabledAt) return 'disabled'
  return user.lastSignInAt ? 'active' : 'invited'
}

export const showUser = (deps: Deps, user: User): UserRow => ({
  id: user.id,
  name: user.name,
  email: user.email,
  role: user.role,
  roleFrom: isDecidedByProvider(deps, user) ? 'provider' : 'here',
  state: stateOf(user),
  issuer: user.issuer,
  createdAt: user.createdAt,
  createdBy: user.createdBy,
  lastSignInAt: user.lastSignInAt,
})

export const isDecidedByProvider = (deps: Deps, user: User): boolean =>
  user.issuer !== null && user.issuer === deps.oidc?.settings.issuer && deps.oidc.settings.roles !== null

export async function getUser(tx: Queryable, id: string): Promise<User> {
  const [user] = await tx.select().from(users).where(eq(users.id, id))
  if (!user) throw new HttpProblem(404, 'No such user.')
  return user
}

/** Changes of users take turns, so that two administrators cannot remove each other at once. */
export async function lockUsers(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(7421, 0)`)
}

/** Whether somebody besides `id` can administrate: may sign in, and has done so. */
export async function hasAdministratorBesides(tx: Queryable, id: string): Promise<boolean> {
  const [other] = await tx
    .select({ id: users.id })
    .from(users)
    .where(
      and(eq(users.role, 'admin'), isNull(users.disabledAt), isNotNull(users.lastSignInAt), ne(users.id, id)),
    )
    .limit(1)
  return other !== undefined
}

/** What events and decisions say of actors that are no users. */
const RESERVED = /^(owner|operator|anonymous|provider)$|^token:/i
const LONGEST = 200

/** A name that nobody else has or is taken for; the caller holds the lock of the users. */
export async function freeName(tx: Transaction, wanted: string): Promise<string> {
  // Names come from identity providers too: no control, format or separator character of theirs is kept.
  const name =
    wanted
      .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
      .trim()
      .slice(0, LONGEST) || 'user'
  for (let n = RESERVED.test(name) ? 2 : 1; ; n++) {
    const candidate = n === 1 ? name : `${name} (${n})`
    const taken = await tx.select({ id: users.id }).from(users).where(eq(users.name, candidate))
    if (taken.length === 0) return candidate
  }
}
