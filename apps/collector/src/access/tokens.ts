import { randomUUID } from 'node:crypto'
import type { TokenRow } from '@ai-census/api'
import { scannerTokens } from '@ai-census/db'
import { and, desc, eq, isNull } from '@ai-census/db/query'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { HttpProblem } from '../http/problem.ts'
import { hashSecret, newSecret } from '../http/secrets.ts'

type Token = z.infer<typeof TokenRow>

export interface NewToken {
  name: string
  sources: string[]
  expiresAt?: string | undefined
}

/** The token itself is in this answer and nowhere else, ever. */
export async function createToken(
  deps: Deps,
  wanted: NewToken,
  author: string,
): Promise<{ token: string; row: Token }> {
  const token = newSecret('aic_')
  const [row] = await deps.database.orm
    .insert(scannerTokens)
    .values({
      id: randomUUID(),
      hash: hashSecret(token),
      name: wanted.name,
      sources: wanted.sources,
      createdBy: author,
      createdAt: deps.now().toISOString(),
      expiresAt: wanted.expiresAt ?? null,
    })
    .returning()
  if (!row) throw new Error('an inserted token came back as no row')
  return { token, row: shown(row) }
}

export async function listTokens(deps: Deps): Promise<{ rows: Token[] }> {
  const rows = await deps.database.orm.select().from(scannerTokens).orderBy(desc(scannerTokens.createdAt))
  return { rows: rows.map(shown) }
}

export async function revokeToken(deps: Deps, id: string): Promise<void> {
  const revoked = await deps.database.orm
    .update(scannerTokens)
    .set({ revokedAt: deps.now().toISOString() })
    .where(and(eq(scannerTokens.id, id), isNull(scannerTokens.revokedAt)))
    .returning({ id: scannerTokens.id })
  if (revoked.length === 0 && !(await exists(deps, id))) throw new HttpProblem(404, 'No such token.')
}

async function exists(deps: Deps, id: string): Promise<boolean> {
  const rows = await deps.database.orm
    .select({ id: scannerTokens.id })
    .from(scannerTokens)
    .where(eq(scannerTokens.id, id))
  return rows.length > 0
}

/** Last use is kept to the minute, so that a scan does not write a row per request. */
const LAST_USE_STEP_MS = 60_000

/** The token's row while it is valid, else null. */
export async function findToken(deps: Deps, token: string): Promise<Token | null> {
  const [row] = await deps.database.orm
    .select()
    .from(scannerTokens)
    .where(and(eq(scannerTokens.hash, hashSecret(token)), isNull(scannerTokens.revokedAt)))
  const now = deps.now()
  if (!row || (row.expiresAt && new Date(row.expiresAt) <= now)) return null
  if (!row.lastUsedAt || now.getTime() - new Date(row.lastUsedAt).getTime() > LAST_USE_STEP_MS)
    await deps.database.orm
      .update(scannerTokens)
      .set({ lastUsedAt: now.toISOString() })
      .where(eq(scannerTokens.id, row.id))
  return shown(row)
}

const shown = (row: typeof scannerTokens.$inferSelect): Token => ({
  id: row.id,
  name: row.name,
  sources: row.sources,
  createdAt: row.createdAt,
  expiresAt: row.expiresAt,
  revokedAt: row.revokedAt,
  lastUsedAt: row.lastUsedAt,
})
