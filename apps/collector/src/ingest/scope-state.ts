import { type findings, looks, type Queryable, scopeSights, scopes } from '@ai-census/db'
import { and, eq, inArray } from '@ai-census/db/query'
import type { Interval, LedgerLook, ScopeStanding } from '@ai-census/inventory'
import { recordOf } from './scope-record.ts'

export type LookRow = typeof looks.$inferSelect
type FindingRow = typeof findings.$inferSelect

export interface ScopeAddress {
  scopeKey: string
  scanner: string
}

export interface KnownScope {
  standing: ScopeStanding
  /** The newest look that counts, and the held one, as the ledger has them. */
  newest: LookRow
  held: LookRow | null
  /** This scan's look, when it has one. */
  already: LookRow | null
  /** The configured place that it was last reported for. */
  source: string
}

/**
 * What is known of one scope besides its findings, and this scan's look at it when a scan is named.
 * Null: nobody looked at it yet.
 */
export async function readScopeState(
  tx: Queryable,
  where: ScopeAddress,
  scan?: string,
): Promise<KnownScope | null> {
  const newestOfAll = await readLastLook(tx, where)
  if (!newestOfAll) return null
  const { look: last, source } = newestOfAll
  const record = recordOf(last)
  const wanted = [record.newest, ...(record.held === null ? [] : [record.held])]
  const rows = await tx.select().from(looks).where(inArray(looks.position, wanted))
  const newest = rows.find((row) => row.position === record.newest)
  if (!newest) throw new Error(`look ${last.position} names ${record.newest}, which is not there`)
  const held = rows.find((row) => row.position === record.held) ?? null
  const already = scan ? await readLookOf(tx, where, scan) : null
  return { standing: standingOf(last, newest, held, already), newest, held, already, source }
}

async function readLastLook(
  tx: Queryable,
  where: ScopeAddress,
): Promise<{ look: LookRow; source: string } | null> {
  const [row] = await tx
    .select({ look: looks, source: scopes.source })
    .from(scopes)
    .innerJoin(scopeSights, eq(scopeSights.lane, scopes.lane))
    .innerJoin(looks, eq(looks.position, scopeSights.lookPosition))
    .where(and(eq(scopes.scopeKey, where.scopeKey), eq(scopes.scanner, where.scanner)))
  return row ?? null
}

/** A scan's first look at a scope: what a retry is answered with. */
async function readLookOf(tx: Queryable, where: ScopeAddress, scan: string): Promise<LookRow | null> {
  const [look] = await tx
    .select()
    .from(looks)
    .where(and(eq(looks.scan, scan), eq(looks.scopeKey, where.scopeKey), eq(looks.scanner, where.scanner)))
    .orderBy(looks.position)
    .limit(1)
  return look ?? null
}

export function standingOf(
  last: LookRow,
  newest: LookRow,
  held: LookRow | null,
  already: LookRow | null,
): ScopeStanding {
  const record = recordOf(last)
  return {
    scope: newest.scope,
    scanner: newest.scanner,
    describedAt: record.describedAt,
    newest: lookOf(newest),
    sight: record.sight,
    complete: record.complete,
    held: held && lookOf(held),
    lastSequence: record.lastSequence,
    already: already && lookOf(already),
  }
}

export const lookOf = (row: LookRow): LedgerLook => ({
  sequence: row.sequence,
  at: row.finishedAt,
  version: row.version,
  catalogue: row.catalogue,
  scan: row.scan,
  scope: row.scope,
  scanner: row.scanner,
  coverage: row.coverage,
  outcome: row.outcome,
  digest: row.digest,
  saw: row.saw,
})

export const intervalOf = (row: FindingRow): Interval => ({
  scope: row.scopeKey,
  scanner: row.scanner,
  key: row.key,
  kind: row.kind,
  hash: row.hash,
  presence: row.presence,
  opened: row.opened,
  closed: row.closed,
  lastSeen: row.lastSeen,
  firstSeenAt: row.firstSeenAt,
  changedAt: row.changedAt,
  essence: row.essence,
  essenceAt: row.essenceAt,
  createdAt: row.createdAt,
})
