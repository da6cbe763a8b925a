import { type Queryable, signInCodes, users } from '@ai-census/db'
import { and, eq, gt, lte } from '@ai-census/db/query'
import type { Deps } from '../deps.ts'
import { hashSecret, newSecret } from '../http/secrets.ts'
import type { User } from './users.ts'

export interface IssuedCode {
  code: string
  expiresAt: string
}

/** Makes a one-time code; only its hash is kept, in the database, so that any collector of it takes the code. */
export async function issueCode(
  tx: Queryable,
  deps: Deps,
  userId: string,
  lifetimeMs: number,
): Promise<IssuedCode> {
  const code = newSecret('')
  const createdAt = deps.now()
  const expiresAt = new Date(createdAt.getTime() + lifetimeMs).toISOString()
  await tx.delete(signInCodes).where(lte(signInCodes.expiresAt, createdAt.toISOString()))
  await tx
    .insert(signInCodes)
    .values({ hash: hashSecret(code), userId, createdAt: createdAt.toISOString(), expiresAt })
  return { code, expiresAt }
}

/** Whose code it is. The row goes in the same statement, so of two who come at once one gets in. */
export async function redeemCode(tx: Queryable, deps: Deps, code: string): Promise<User | null> {
  const [taken] = await tx
    .delete(signInCodes)
    .where(and(eq(signInCodes.hash, hashSecret(code)), gt(signInCodes.expiresAt, deps.now().toISOString())))
    .returning({ userId: signInCodes.userId })
  if (!taken) return null
  const [user] = await tx.select().from(users).where(eq(users.id, taken.userId))
  return user && user.disabledAt === null ? user : null
}
