import {
  findingContents,
  type LookChange,
  looks,
  type ScopeRecord,
  scopes,
  type Transaction,
} from '@ai-census/db'
import { eq, sql } from '@ai-census/db/query'
import type { ChangeSummary, Interval, ScopeChange } from '@ai-census/inventory'
import type { Finding, ScanReport, Unknown } from '@ai-census/schema'
import { nextPosition } from './ledger-position.ts'
import type { KnownScope } from './scope-state.ts'

export interface LookToWrite {
  change: ScopeChange
  known: KnownScope | null
  startedAt: string
  source: string
  /** Null where they are those of the look before. */
  unknowns: Unknown[] | null
  unknownCount: number
  /** Kept whole while the look is held. */
  report: ScanReport | null
  now: Date
}

export interface WrittenLook {
  position: number
  digest: string
  change: LookChange
}

/** Writes what `recordReport` decided. Only what changed is a row. */
export async function writeLook(tx: Transaction, write: LookToWrite): Promise<WrittenLook> {
  const { change } = write
  // Contents first: nobody waits for the ledger's head while they go in.
  await writeContents(tx, change.contents)
  const { position, at } = await nextPosition(tx, write.now)
  await closeIntervals(tx, change.closes, position)
  await openIntervals(tx, change.opens, position)
  await releaseHeld(tx, write)
  const summary = summaryOf(change)
  const record = recordOf(write, position)
  await tx.insert(looks).values({
    position,
    at,
    scan: change.look.scan,
    scopeKey: change.look.scope.key,
    scanner: change.look.scanner,
    sequence: change.look.sequence,
    version: change.look.version,
    catalogue: change.look.catalogue,
    scope: change.look.scope,
    startedAt: write.startedAt,
    finishedAt: change.look.at,
    coverage: change.look.coverage,
    outcome: change.look.outcome,
    digest: change.look.digest,
    saw: change.look.saw,
    unknownCount: write.unknownCount,
    unknowns: write.unknowns,
    change: summary,
    record,
    heldReport: change.outcome === 'held' ? write.report : null,
  })
  await movePointer(tx, write, position, record)
  return { position, digest: change.look.digest, change: summary }
}

function recordOf({ change, known }: LookToWrite, position: number): ScopeRecord {
  const { describedAt, sight, complete } = change.state
  const counts = change.outcome === 'recorded'
  return {
    describedAt,
    newest: counts || !known ? position : known.newest.position,
    sight: sight && { ...sight },
    complete,
    held: heldPosition(change, known, position),
    // A released look comes back under its old number, which newer ones may have passed.
    lastSequence: Math.max(change.state.lastSequence, known?.state.lastSequence ?? 0),
  }
}

function heldPosition(change: ScopeChange, known: KnownScope | null, position: number): number | null {
  if (change.outcome === 'held') return position
  return change.state.held ? (known?.held?.position ?? null) : null
}

async function releaseHeld(tx: Transaction, { change, known }: LookToWrite): Promise<void> {
  if (!change.released || !known?.held) return
  await tx
    .update(looks)
    .set({ outcome: change.released.outcome, heldReport: null })
    .where(eq(looks.position, known.held.position))
}

async function movePointer(
  tx: Transaction,
  write: LookToWrite,
  position: number,
  record: ScopeRecord,
): Promise<void> {
  const { look, state } = write.change
  const row = {
    lookPosition: position,
    title: state.scope.title,
    source: write.source,
    status: state.newest.coverage.status,
    held: record.held !== null,
    sightAt: (state.sight ?? state.newest).at,
  }
  await tx
    .insert(scopes)
    .values({ scopeKey: look.scope.key, scanner: look.scanner, ...row })
    .onConflictDoUpdate({ target: [scopes.scopeKey, scopes.scanner], set: row })
}

const BATCH = 2000

function* batches<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += BATCH) yield rows.slice(at, at + BATCH)
}

/** In order of their hashes, so that two reports with common content never wait for each other in a circle. */
async function writeContents(tx: Transaction, contents: ReadonlyMap<string, Finding>): Promise<void> {
  const sorted = [...contents].sort(([a], [b]) => (a < b ? -1 : 1))
  for (const batch of batches(sorted)) {
    await tx.execute(sql`
      insert into ${findingContents} (hash, finding)
      select new.hash, new.finding::jsonb
      from unnest(${texts(batch.map(([hash]) => hash))}, ${texts(batch.map(([, finding]) => JSON.stringify(finding)))})
        as new (hash, finding)
      where not exists (select 1 from finding_content old where old.hash = new.hash)
      on conflict do nothing`)
  }
}

/** `last_seen` stays as it was while the row held: a replay of an earlier position must find it so. */
async function closeIntervals(tx: Transaction, closes: readonly Interval[], position: number): Promise<void> {
  for (const batch of batches(closes)) {
    const [first] = batch
    await tx.execute(sql`
      update finding set to_position = ${position}, closed = ${JSON.stringify(first?.closed)}::jsonb
      from unnest(${texts(batch.map((row) => row.key))}) as ended (key)
      where finding.scope_key = ${first?.scope} and finding.scanner = ${first?.scanner}
        and finding.key = ended.key and finding.to_position is null`)
  }
}

async function openIntervals(tx: Transaction, opens: readonly Interval[], position: number): Promise<void> {
  for (const batch of batches(opens)) {
    const column = (read: (row: Interval) => string | null) => texts(batch.map(read))
    const [first] = batch
    await tx.execute(sql`
      insert into finding (scope_key, scanner, key, from_position, kind, hash, presence, opened, last_seen,
        first_seen_at, changed_at, essence, essence_at, created_at)
      select ${first?.scope}, ${first?.scanner}, key, ${position}, kind, hash, presence,
        ${JSON.stringify(first?.opened)}::jsonb, last_seen::jsonb,
        first_seen_at::timestamptz, changed_at::timestamptz, essence, essence_at::timestamptz, created_at
      from unnest(
        ${column((row) => row.key)}, ${column((row) => row.kind)}, ${column((row) => row.hash)},
        ${column((row) => row.presence)}, ${column((row) => row.lastSeen && JSON.stringify(row.lastSeen))},
        ${column((row) => row.firstSeenAt)}, ${column((row) => row.changedAt)}, ${column((row) => row.essence)},
        ${column((row) => row.essenceAt)}, ${column((row) => row.createdAt)}
      ) as new (key, kind, hash, presence, last_seen, first_seen_at, changed_at, essence, essence_at, created_at)`)
  }
}

const texts = (values: readonly (string | null)[]) => sql`${sql.param(values)}::text[]`

const MOST_KEYS = 100

function summaryOf({ summary, outcome }: ScopeChange): LookChange {
  return {
    ...countsOf(summary),
    held: outcome === 'held',
    addedKeys: summary.added.slice(0, MOST_KEYS),
    missingKeys: summary.missing.slice(0, MOST_KEYS),
  }
}

const countsOf = (summary: ChangeSummary) => ({
  added: summary.added.length,
  changed: summary.changed.length,
  unchanged: summary.unchanged,
  missing: summary.missing.length,
  gone: summary.gone.length,
  returned: summary.returned.length,
})
