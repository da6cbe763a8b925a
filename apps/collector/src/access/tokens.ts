import { randomUUID } from 'node:crypto'
import type { TokenRow } from '@ai-census/api'
import { type Queryable, scannerTokens } from '@ai-census/db'
import { and, desc, eq, isNull } from '@ai-census/db/query'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { HttpProblem } from '../http/problem.ts'
import { hashSecret, newSecret } from '../http/secrets.ts'
import { type Cause, recordEvent } from './access-events.ts'

type Token = z.infer<typeof TokenRow>

export interface NewToken {
  name: string
  sources: string[]
  /** Left out: a year from now. Null: never. */
  expiresAt?: string | null | undefined
}

/** Long enough not to stop a scan by surprise every season, short enough that a forgotten token ends. */
const DEFAULT_LIFETIME_MS = 365 * 24 * 60 * 60_000

/** The token itself is in this answer and nowhere else, ever. */
export async function createToken(
  deps: Deps,
  wanted: NewToken,
  cause: Cause,
): Promise<{ token: string; row: Token }> {
  const token = newSecret('aic_')
  const expiresAt = expiryOf(wanted, deps.now())
  return deps.database.orm.transaction(async (tx) => {
    const [row] = await tx
      .insert(scannerTokens)
      .values({
        id: randomUUID(),
        hash: hashSecret(token),
        name: wanted.name,
        sources: wanted.sources,
        createdBy: cause.who,
        createdAt: deps.now().toISOString(),
        expiresAt,
      })
      .returning()
    if (!row) throw new Error('an inserted token came back as no row')
    await recordEvent(tx, deps, cause, {
      type: 'token-made',
      subject: labelOf(row),
      detail: { sources: row.sources.join(', ').slice(0, 1000), expires: expiresAt ?? 'never' },
    })
    return { token, row: shown(deps, row) }
  })
}

function expiryOf({ expiresAt }: NewToken, now: Date): string | null {
  if (expiresAt === null) return null
  if (expiresAt === undefined) return new Date(now.getTime() + DEFAULT_LIFETIME_MS).toISOString()
  if (Date.parse(expiresAt) > now.getTime()) return expiresAt
  const message = 'must lie in the future'
  throw new HttpProblem(422, `expiresAt: ${message}`, [{ place: 'expiresAt', message }])
}

const labelOf = ({ id, name }: { id: string; name: string }): string => `token:${id} (${name})`

export async function listTokens(deps: Deps): Promise<{ rows: Token[] }> {
  const rows = await deps.database.orm.select().from(scannerTokens).orderBy(desc(scannerTokens.createdAt))
  return { rows: rows.map((row) => shown(deps, row)) }
}

export async function revokeToken(deps: Deps, id: string, cause: Cause): Promise<void> {
  await deps.database.orm.transaction(async (tx) => {
    const [revoked] = await tx
      .update(scannerTokens)
      .set({ revokedAt: deps.now().toISOString() })
      .where(and(eq(scannerTokens.id, id), isNull(scannerTokens.revokedAt)))
      .returning()
    if (revoked) await recordEvent(tx, deps, cause, { type: 'token-revoked', subject: labelOf(revoked) })
    else if (!(await exists(tx, id))) throw new HttpProblem(404, 'No such token.')
  })
}

async function exists(tx: Queryable, id: string): Promise<boolean> {
  const rows = await tx.select({ id: scannerTokens.id }).from(scannerTokens).where(eq(scannerTokens.id, id))
  return rows.length > 0
}

/** Last use is kept to the minute, so that a scan does not write a row per request. */
const LAST_USE_STEP_MS = 60_000

export type FoundToken =
  | { state: 'valid'; token: Token }
  | { state: 'expired' | 'revoked'; label: string }
  | { state: 'unknown' }

export async function findToken(deps: Deps, token: string): Promise<FoundToken> {
  const { orm } = deps.database
  const [row] = await orm
    .select()
    .from(scannerTokens)
    .where(eq(scannerTokens.hash, hashSecret(token)))
  if (!row) return { state: 'unknown' }
  const now = deps.now()
  const state = stateOf(row, now)
  if (state !== 'valid') return { state, label: labelOf(row) }
  if (!row.lastUsedAt || now.getTime() - Date.parse(row.lastUsedAt) > LAST_USE_STEP_MS)
    await orm.update(scannerTokens).set({ lastUsedAt: now.toISOString() }).where(eq(scannerTokens.id, row.id))
  return { state, token: shown(deps, row) }
}

function stateOf(row: typeof scannerTokens.$inferSelect, now: Date): Token['state'] {
  if (row.revokedAt) return 'revoked'
  return row.expiresAt && Date.parse(row.expiresAt) <= now.getTime() ? 'expired' : 'valid'
}

const shown = (deps: Deps, row: typeof scannerTokens.$inferSelect): Token => ({
  id: row.id,
  name: row.name,
  sources: row.sources,
  state: stateOf(row, deps.now()),
  createdAt: row.createdAt,
  createdBy: row.createdBy,
  expiresAt: row.expiresAt,
  revokedAt: row.revokedAt,
  lastUsedAt: row.lastUsedAt,
})
