import { sessions } from '@ai-census/db'
import { and, eq, gt, lte } from '@ai-census/db/query'
import type { Deps } from '../deps.ts'
import { hashSecret, newSecret } from '../http/secrets.ts'
import type { Grant } from './sign-in-codes.ts'

const LIFETIME_MS = 7 * 24 * 60 * 60_000

export interface OpenSession extends Grant {
  expiresAt: string
}

/** Makes a session; the secret goes into the cookie and nowhere else. */
export async function openSession(
  deps: Deps,
  grant: Grant,
): Promise<{ secret: string; session: OpenSession }> {
  const secret = newSecret('')
  const createdAt = deps.now()
  const expiresAt = new Date(createdAt.getTime() + LIFETIME_MS).toISOString()
  await deps.database.orm.delete(sessions).where(lte(sessions.expiresAt, createdAt.toISOString()))
  await deps.database.orm.insert(sessions).values({
    ...grant,
    hash: hashSecret(secret),
    createdAt: createdAt.toISOString(),
    expiresAt,
  })
  return { secret, session: { ...grant, expiresAt } }
}

export async function findSession(deps: Deps, secret: string): Promise<OpenSession | null> {
  const [row] = await deps.database.orm
    .select()
    .from(sessions)
    .where(and(eq(sessions.hash, hashSecret(secret)), gt(sessions.expiresAt, deps.now().toISOString())))
  return row ? { user: row.user, role: row.role, expiresAt: row.expiresAt } : null
}

export async function closeSession(deps: Deps, secret: string): Promise<void> {
  await deps.database.orm.delete(sessions).where(eq(sessions.hash, hashSecret(secret)))
}
