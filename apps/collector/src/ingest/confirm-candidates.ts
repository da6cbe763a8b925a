import { findings, looks, scopeSights, scopes, type Transaction } from '@ai-census/db'
import { and, eq, inArray, isNull, sql } from '@ai-census/db/query'
import type { Interval } from '@ai-census/inventory'
import type { ScanRecord } from './scans.ts'
import { recordOf } from './scope-record.ts'
import { intervalOf, type KnownScope, type LookRow, standingOf } from './scope-state.ts'

/** A scope that was looked at before: what is known of it, and the findings that its newest look did not see. */
export interface Candidate {
  known: KnownScope
  notSeen: Interval[]
  /** The digest of this scan's look at it, if it has one. */
  already: string | null
}

const anyOf = (keys: readonly string[]) => sql`any(${sql.param(keys)}::text[])`

/** What `readScopeState` reads of one scope, for many at once. The caller has locked them. */
export async function readCandidates(
  tx: Transaction,
  scan: ScanRecord,
  keys: readonly string[],
): Promise<Map<string, Candidate>> {
  const last = await tx
    .select({ look: looks, source: scopes.source })
    .from(scopes)
    .innerJoin(scopeSights, eq(scopeSights.lane, scopes.lane))
    .innerJoin(looks, eq(looks.position, scopeSights.lookPosition))
    .where(and(eq(scopes.scanner, scan.scanner), sql`${scopes.scopeKey} = ${anyOf(keys)}`))
  const named = await readNamed(
    tx,
    last.map(({ look }) => look),
  )
  const already = await readAlready(tx, scan, keys)
  const notSeen = await readNotSeen(tx, scan.scanner, keys)
  return new Map(
    last.flatMap(({ look, source }) => {
      const record = recordOf(look)
      const newest = named.get(record.newest)
      if (!newest) return []
      const held = record.held === null ? null : (named.get(record.held) ?? null)
      const standing = standingOf(look, newest, held, null)
      const candidate = {
        known: { standing, newest, held, already: null, source },
        notSeen: notSeen.get(look.scopeKey) ?? [],
        already: already.get(look.scopeKey) ?? null,
      }
      return [[look.scopeKey, candidate] as const]
    }),
  )
}

/** The newest and the held looks that the last ones name, mostly the last ones themselves. */
async function readNamed(tx: Transaction, last: readonly LookRow[]): Promise<Map<number, LookRow>> {
  const named = new Map(last.map((look) => [look.position, look]))
  const positions = last.map(recordOf).flatMap(({ newest, held }) => [newest, held ?? newest])
  const more = [...new Set(positions)].filter((position) => !named.has(position))
  if (more.length > 0)
    for (const look of await tx.select().from(looks).where(inArray(looks.position, more)))
      named.set(look.position, look)
  return named
}

async function readAlready(
  tx: Transaction,
  scan: ScanRecord,
  keys: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx
    .selectDistinctOn([looks.scopeKey], { scopeKey: looks.scopeKey, digest: looks.digest })
    .from(looks)
    .where(
      and(eq(looks.scan, scan.id), eq(looks.scanner, scan.scanner), sql`${looks.scopeKey} = ${anyOf(keys)}`),
    )
    .orderBy(looks.scopeKey, looks.position)
  return new Map(rows.map(({ scopeKey, digest }) => [scopeKey, digest]))
}

async function readNotSeen(
  tx: Transaction,
  scanner: string,
  keys: readonly string[],
): Promise<Map<string, Interval[]>> {
  const rows = await tx
    .select()
    .from(findings)
    .where(
      and(
        eq(findings.scanner, scanner),
        isNull(findings.toPosition),
        sql`${findings.lastSeen} is not null`,
        sql`${findings.scopeKey} = ${anyOf(keys)}`,
      ),
    )
    .orderBy(findings.scopeKey, findings.key)
  return Map.groupBy(rows.map(intervalOf), (interval) => interval.scope)
}
