import { randomUUID } from 'node:crypto'
import type { Role, UserRow } from '@ai-census/api'
import { users } from '@ai-census/db'
import { eq } from '@ai-census/db/query'
import type { Deps } from '../deps.ts'
import { HttpProblem } from '../http/problem.ts'
import { type Cause, recordEvent } from './access-events.ts'
import { issueCode } from './sign-in-codes.ts'
import { INVITATION_MS, linkOf, type SignInLink } from './sign-in-link.ts'
import { freeName, lockUsers, showUser } from './users.ts'

/** The link in the answer is the invitation; nobody is sent anything. */
export async function inviteUser(
  deps: Deps,
  wanted: { email: string; role: Role },
  cause: Cause,
): Promise<{ user: UserRow; invitation: SignInLink }> {
  return deps.database.orm.transaction(async (tx) => {
    await lockUsers(tx)
    const known = await tx.select({ id: users.id }).from(users).where(eq(users.email, wanted.email))
    if (known.length > 0)
      throw new HttpProblem(409, 'There is a user with this address; make a new sign-in link instead.')
    const [user] = await tx
      .insert(users)
      .values({
        id: randomUUID(),
        name: await freeName(tx, wanted.email),
        email: wanted.email,
        role: wanted.role,
        createdAt: deps.now().toISOString(),
        createdBy: cause.who,
      })
      .returning()
    if (!user) throw new Error('an inserted user came back as no row')
    await recordEvent(tx, deps, cause, {
      type: 'user-invited',
      subject: user.name,
      detail: { role: user.role },
    })
    return {
      user: showUser(deps, user),
      invitation: linkOf(deps, await issueCode(tx, deps, user.id, INVITATION_MS)),
    }
  })
}
