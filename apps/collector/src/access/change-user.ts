import type { Role, UserRow } from '@ai-census/api'
import { sessions, signInCodes, type Transaction, users } from '@ai-census/db'
import { eq } from '@ai-census/db/query'
import type { Deps } from '../deps.ts'
import { HttpProblem } from '../http/problem.ts'
import { type Cause, recordEvent } from './access-events.ts'
import {
  getUser,
  hasAdministratorBesides,
  isDecidedByProvider,
  lockUsers,
  showUser,
  stateOf,
  type User,
} from './users.ts'

export async function changeRole(deps: Deps, id: string, role: Role, cause: Cause): Promise<UserRow> {
  return change(deps, id, async (tx, user) => {
    if (user.role === role) return
    if (isDecidedByProvider(deps, user))
      throw new HttpProblem(409, 'The identity provider’s groups decide this user’s role; change them there.')
    await keepAnAdministrator(tx, user)
    await setRole(tx, deps, user, role, cause)
  })
}

/** Open sessions read the role with every request, so it holds for them at once. */
export async function setRole(
  tx: Transaction,
  deps: Deps,
  user: User,
  role: Role,
  cause: Cause,
): Promise<void> {
  await tx.update(users).set({ role }).where(eq(users.id, user.id))
  await recordEvent(tx, deps, cause, {
    type: 'role-changed',
    subject: user.name,
    detail: { from: user.role, to: role },
  })
}

export async function disableUser(deps: Deps, id: string, cause: Cause): Promise<UserRow> {
  const disabled = await change(deps, id, async (tx, user) => {
    if (user.disabledAt) return
    await keepAnAdministrator(tx, user)
    await tx.update(users).set({ disabledAt: deps.now().toISOString() }).where(eq(users.id, id))
    await shutOut(tx, id)
    await recordEvent(tx, deps, cause, { type: 'user-disabled', subject: user.name })
  })
  deps.events.lookAgain()
  return disabled
}

/** Ends whatever lets a user in now: open sessions, and links that nobody has opened yet. */
export async function shutOut(tx: Transaction, id: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.userId, id))
  await tx.delete(signInCodes).where(eq(signInCodes.userId, id))
}

export async function enableUser(deps: Deps, id: string, cause: Cause): Promise<UserRow> {
  return change(deps, id, async (tx, user) => {
    if (!user.disabledAt) return
    await tx.update(users).set({ disabledAt: null }).where(eq(users.id, id))
    await recordEvent(tx, deps, cause, { type: 'user-enabled', subject: user.name })
  })
}

async function change(
  deps: Deps,
  id: string,
  apply: (tx: Transaction, user: User) => Promise<void>,
): Promise<UserRow> {
  return deps.database.orm.transaction(async (tx) => {
    await lockUsers(tx)
    await apply(tx, await getUser(tx, id))
    return showUser(deps, await getUser(tx, id))
  })
}

async function keepAnAdministrator(tx: Transaction, user: User): Promise<void> {
  const administrates = user.role === 'admin' && stateOf(user) === 'active'
  if (administrates && !(await hasAdministratorBesides(tx, user.id)))
    throw new HttpProblem(409, 'This is the last active administrator; let another one sign in first.')
}
