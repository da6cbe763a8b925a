import { findings, type Transaction } from '@ai-census/db'
import { sql } from '@ai-census/db/query'
import { isUnconfirmed, refKey, refOf, type ScopeFacts } from '@ai-census/inventory'
import type { FindingRef } from '@ai-census/schema'
import type { LedgerReader } from './ledger-reader.ts'

/** A stretch of the ledger that the inventory has not followed yet: what came after `from`, up to `to`. */
export interface Stretch {
  readonly from: number
  readonly to: number
  /** As of when the inventory was last right. */
  readonly since: string
}

export interface Touched {
  /** Findings that the inventory must look at again, in the order of their addresses. */
  readonly refs: readonly FindingRef[]
  /** Scopes that were looked at. */
  readonly scopes: readonly string[]
}

interface Lane {
  before: ScopeFacts | undefined
  after: ScopeFacts
}

/**
 * What a stretch of the ledger touches: findings that it wrote; all findings of a scope that describes itself anew; and
 * those that read differently without having been written, see `touchedUnwritten`.
 */
export async function readTouched(
  tx: Transaction,
  stretch: Stretch,
  ledger: { before: LedgerReader; after: LedgerReader },
  usageDays: number,
): Promise<Touched> {
  const scopes = await readLookedAt(tx, stretch)
  const before = new Map((await ledger.before.scopes(scopes)).map((one) => [laneKey(one), one]))
  const lanes = (await ledger.after.scopes(scopes)).map(
    (after): Lane => ({ after, before: before.get(laneKey(after)) }),
  )
  const known = new Set([...before.values()].map(({ scope }) => scope.key))
  const described = lanes.filter((lane) => isDescribed(lane) && known.has(lane.after.scope.key))
  const refs = [
    await readWritten(tx, stretch),
    await ledger.after.findingsOfScopes(described.map(({ after }) => after.scope.key)),
    await touchedUnwritten(tx, stretch, lanes, usageDays),
  ].flat()
  const names = [...new Set(refs.map(refKey))].sort()
  return { refs: names.map(refOf), scopes }
}

const laneKey = ({ scope, scanner }: ScopeFacts): string => `${scope.key} ${scanner}`

const isDescribed = ({ before, after }: Lane): boolean => before?.describedAt !== after.describedAt

async function readLookedAt(tx: Transaction, { from, to }: Stretch): Promise<string[]> {
  const { rows } = await tx.execute<{ key: string }>(sql`
    select distinct scope_key as key from look where position > ${from} and position <= ${to}`)
  return rows.map(({ key }) => key).sort()
}

async function readWritten(tx: Transaction, { from, to }: Stretch): Promise<FindingRef[]> {
  const { rows } = await tx.execute<{ scope: string; key: string }>(sql`
    select scope_key as scope, key from finding where from_position > ${from} and from_position <= ${to}
    union
    select scope_key, key from finding where to_position > ${from} and to_position <= ${to}`)
  return rows
}

/**
 * A look that writes no row still changes what is said of two kinds of finding: of one that is unseen, where the look is
 * the first complete one by other detectors, or no longer is; and of a sign of use that had faded and is seen again.
 */
async function touchedUnwritten(
  tx: Transaction,
  { to, since }: Stretch,
  lanes: readonly Lane[],
  usageDays: number,
): Promise<FindingRef[]> {
  const recounted = lanes.filter(
    ({ before, after }) => before?.complete?.sequence !== after.complete?.sequence,
  )
  const revived = lanes.filter(
    ({ before, after }) => isFaded(before, since, usageDays) && sightOf(after) !== sightOf(before),
  )
  const byLane = new Map(lanes.map((lane) => [laneKey(lane.after), lane]))
  const unseen = (await readOpen(tx, to, recounted, 'unseen')).filter(({ row, lane }) => {
    const known = byLane.get(lane)
    const was = isUnconfirmed(row.kind, row.lastSeen, known?.before?.complete ?? null)
    return was !== isUnconfirmed(row.kind, row.lastSeen, known?.after.complete ?? null)
  })
  const faded = await readOpen(tx, to, revived, 'usage')
  return [...unseen, ...faded].map(({ row }) => ({ scope: row.scopeKey, key: row.key }))
}

const DAY_MS = 86_400_000
const sightOf = (one: ScopeFacts | undefined): string | undefined => (one?.sight ?? one?.newest)?.at

const isFaded = (one: ScopeFacts | undefined, now: string, usageDays: number): boolean => {
  const sight = sightOf(one)
  return sight !== undefined && Date.parse(now) - Date.parse(sight) > usageDays * DAY_MS
}

async function readOpen(tx: Transaction, position: number, lanes: readonly Lane[], what: 'unseen' | 'usage') {
  if (lanes.length === 0) return []
  const keys = lanes.map(({ after }) => after.scope.key)
  const scanners = lanes.map(({ after }) => after.scanner)
  const which = what === 'unseen' ? sql`${findings.presence} = 'unseen'` : sql`${findings.kind} = 'usage'`
  const rows = await tx
    .select({
      scopeKey: findings.scopeKey,
      scanner: findings.scanner,
      key: findings.key,
      kind: findings.kind,
      lastSeen: findings.lastSeen,
    })
    .from(findings)
    .where(
      sql`(${findings.scopeKey}, ${findings.scanner}) in (
          select * from unnest(${sql.param(keys)}::text[], ${sql.param(scanners)}::text[]))
        and ${which} and ${findings.fromPosition} <= ${position}
        and (${findings.toPosition} is null or ${findings.toPosition} > ${position})`,
    )
  return rows.map((row) => ({ row, lane: `${row.scopeKey} ${row.scanner}` }))
}
