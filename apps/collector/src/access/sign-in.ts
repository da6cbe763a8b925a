import type { Context } from 'hono'
import type { Deps } from '../deps.ts'
import type { Env } from '../http/implement.ts'
import { HttpProblem } from '../http/problem.ts'
import { causeOf, recordEvent } from './access-events.ts'
import { openSession } from './sessions.ts'
import { redeemCode } from './sign-in-codes.ts'
import { lockUsers, type User } from './users.ts'

/** By the code of a one-time link. Wrong, used, overdue or of a disabled user: one answer for all. */
export async function signIn(
  deps: Deps,
  c: Context<Env>,
  code: string,
): Promise<{ user: User; secret: string; expiresAt: string }> {
  const cause = causeOf(c)
  const opened = await deps.database.orm.transaction(async (tx) => {
    // Whoever is disabled meanwhile is either seen here, or ends the session that this opens.
    await lockUsers(tx)
    const user = await redeemCode(tx, deps, code)
    if (!user) return null
    const session = await openSession(tx, deps, user.id, { method: 'link', agent: cause.agent })
    await recordEvent(tx, deps, { ...cause, who: user.name }, { type: 'signed-in', detail: { by: 'link' } })
    return { user, ...session }
  })
  if (opened) return opened
  await recordEvent(deps.database.orm, deps, cause, { type: 'sign-in-failed', detail: { by: 'link' } })
  throw new HttpProblem(401, 'This sign-in link was used already or is too old; ask for a new one.')
}
