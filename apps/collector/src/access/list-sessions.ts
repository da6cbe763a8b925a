import type { SessionRow } from '@ai-census/api'
import { sessions, users } from '@ai-census/db'
import { and, eq, type SQL, sql } from '@ai-census/db/query'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { type Actor, allows } from '../http/auth.ts'
import { HttpProblem } from '../http/problem.ts'
import { afterCursor, cursorOf, orderBy, type Page, pageOf } from '../inventory/pages.ts'
import { type Cause, recordEvent } from './access-events.ts'
import { endOf, isOpen } from './sessions.ts'

type Row = z.infer<typeof SessionRow>

const order = {
  by: sql`${sessions.lastUsedAt}`,
  type: 'timestamptz',
  descending: true,
  id: sql`${sessions.id}`,
} as const

/** Everybody's for an administrator, else one's own. */
function visibleTo(actor: Actor): SQL | undefined {
  if (allows(actor, 'admin')) return undefined
  return actor.type === 'person' ? eq(sessions.userId, actor.userId) : sql`false`
}

export async function listSessions(
  deps: Deps,
  query: { cursor?: string | undefined; limit: number; user?: string | undefined },
  actor: Actor,
): Promise<Page<Row>> {
  const { orm } = deps.database
  const wanted = and(
    isOpen(deps),
    visibleTo(actor),
    query.user === undefined ? undefined : eq(sessions.userId, query.user),
  )
  const rows = await orm
    .select({ session: sessions, user: { id: users.id, name: users.name } })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(wanted, afterCursor(order, query.cursor)))
    .orderBy(orderBy(order))
    .limit(query.limit + 1)
  const own = actor.type === 'person' ? actor.sessionId : null
  const shown = ({ session, user }: (typeof rows)[number]): Row => ({
    id: session.id,
    user,
    method: session.method,
    agent: session.agent,
    createdAt: session.createdAt,
    lastUsedAt: session.lastUsedAt,
    expiresAt: endOf(deps, session),
    current: session.id === own,
  })
  const page = pageOf(rows, query.limit, shown, ({ session }) => cursorOf(session.lastUsedAt, session.id))
  return { ...page, total: null }
}

/** Somebody else's session is answered like none at all, except to administrators. */
export async function revokeSession(deps: Deps, id: string, actor: Actor, cause: Cause): Promise<void> {
  await deps.database.orm.transaction(async (tx) => {
    const [ended] = await tx
      .delete(sessions)
      .where(and(eq(sessions.id, id), visibleTo(actor)))
      .returning({ userId: sessions.userId })
    if (!ended) throw new HttpProblem(404, 'No such session.')
    const [user] = await tx.select({ name: users.name }).from(users).where(eq(users.id, ended.userId))
    await recordEvent(tx, deps, cause, { type: 'session-revoked', ...(user ? { subject: user.name } : {}) })
  })
  deps.events.lookAgain()
}
