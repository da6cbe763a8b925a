import { randomUUID } from 'node:crypto'
import type { Role } from '@ai-census/api'
import { accessEvents, type Queryable, sessions, signInCodes, users } from '@ai-census/db'
import { and, eq, gt, isNull, lte, or, type SQL } from '@ai-census/db/query'
import type { Deps } from '../deps.ts'
import { hashSecret, newSecret } from '../http/secrets.ts'

export interface SessionLimits {
  /** Ends when it was not used for so long. */
  idleMs: number
  /** Ends then at the latest. */
  mostMs: number
}

const HOUR_MS = 60 * 60_000
/** A weekend away, and a week. */
export const defaultSessionLimits: SessionLimits = { idleMs: 72 * HOUR_MS, mostMs: 7 * 24 * HOUR_MS }

export interface OpenSession {
  sessionId: string
  userId: string
  user: string
  role: Role
  expiresAt: string
}

type Row = typeof sessions.$inferSelect

/** When it ends if it is not used again. */
export const endOf = (deps: Deps, row: Pick<Row, 'lastUsedAt' | 'expiresAt'>): string =>
  new Date(
    Math.min(Date.parse(row.expiresAt), Date.parse(row.lastUsedAt) + deps.sessionLimits.idleMs),
  ).toISOString()

/** Makes a session; the secret goes into the cookie and nowhere else. */
export async function openSession(
  tx: Queryable,
  deps: Deps,
  userId: string,
  by: { method: Row['method']; agent: string | null },
): Promise<{ secret: string; expiresAt: string }> {
  const secret = newSecret('')
  const now = deps.now()
  const expiresAt = new Date(now.getTime() + deps.sessionLimits.mostMs).toISOString()
  await forgetOld(tx, deps)
  await tx.insert(sessions).values({
    ...by,
    id: randomUUID(),
    hash: hashSecret(secret),
    userId,
    createdAt: now.toISOString(),
    lastUsedAt: now.toISOString(),
    expiresAt,
  })
  await tx.update(users).set({ lastSignInAt: now.toISOString() }).where(eq(users.id, userId))
  return { secret, expiresAt }
}

/** Holds for rows that still let somebody in. */
export function isOpen(deps: Deps): SQL | undefined {
  const now = deps.now()
  const idleSince = new Date(now.getTime() - deps.sessionLimits.idleMs).toISOString()
  return and(
    gt(sessions.expiresAt, now.toISOString()),
    gt(sessions.lastUsedAt, idleSince),
    isNull(users.disabledAt),
  )
}

/** Last use is kept to the minute, so that a page does not write a row per request. */
const LAST_USE_STEP_MS = 60_000

/** The session and what its user may do now, or null when it lets nobody in. */
export async function findSession(deps: Deps, secret: string): Promise<OpenSession | null> {
  const found = await readSession(deps, eq(sessions.hash, hashSecret(secret)))
  if (!found) return null
  const { session, user } = found
  const now = deps.now()
  if (now.getTime() - Date.parse(session.lastUsedAt) > LAST_USE_STEP_MS) {
    session.lastUsedAt = now.toISOString()
    await deps.database.orm
      .update(sessions)
      .set({ lastUsedAt: session.lastUsedAt })
      .where(eq(sessions.id, session.id))
  }
  return {
    sessionId: session.id,
    userId: user.id,
    user: user.name,
    role: user.role,
    expiresAt: endOf(deps, session),
  }
}

/** Without counting as a use. */
export const isSessionOpen = async (deps: Deps, id: string): Promise<boolean> =>
  (await readSession(deps, eq(sessions.id, id))) !== undefined

async function readSession(deps: Deps, which: SQL) {
  const [found] = await deps.database.orm
    .select({ session: sessions, user: users })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(which, isOpen(deps)))
  return found
}

export async function closeSession(tx: Queryable, secret: string): Promise<Row | null> {
  const [closed] = await tx
    .delete(sessions)
    .where(eq(sessions.hash, hashSecret(secret)))
    .returning()
  return closed ?? null
}

const EVENTS_KEPT_MS = 400 * 24 * HOUR_MS

/** At each sign-in, so that it needs no clock of its own. Access events are kept for a year and a month. */
async function forgetOld(tx: Queryable, deps: Deps): Promise<void> {
  const before = (ms: number) => new Date(deps.now().getTime() - ms).toISOString()
  await tx
    .delete(sessions)
    .where(
      or(lte(sessions.expiresAt, before(0)), lte(sessions.lastUsedAt, before(deps.sessionLimits.idleMs))),
    )
  await tx.delete(signInCodes).where(lte(signInCodes.expiresAt, before(0)))
  await tx.delete(accessEvents).where(lte(accessEvents.at, before(EVENTS_KEPT_MS)))
}
