import {
  type LookChange,
  looks,
  type ScopeRecord,
  type StoredRecord,
  scopeSights,
  scopes,
  type Transaction,
} from '@ai-census/db'
import { eq } from '@ai-census/db/query'
import type { LookConclusion } from '@ai-census/inventory'
import type { IdentifierAlias, Unknown } from '@ai-census/schema'
import type { LedgerPosition } from './ledger-position.ts'
import { storedRecord } from './scope-record.ts'
import type { KnownScope } from './scope-state.ts'
import { dropHeld } from './write-findings.ts'

export interface LookToWrite {
  place: LedgerPosition
  conclusion: LookConclusion
  change: LookChange
  known: KnownScope | null
  startedAt: string
  source: string
  /** Null where they are those of the look before. */
  unknowns: readonly Unknown[] | null
  unknownCount: number
  /** Null where they are as before. */
  aliases: IdentifierAlias[] | null
}

/** Writes that a scope was looked at, and what that says of it. What it says of findings is written beside it. */
export async function writeLook(tx: Transaction, write: LookToWrite): Promise<void> {
  const { look } = write.conclusion
  const { position, at } = write.place
  await tx.insert(looks).values({
    position,
    at,
    scan: look.scan,
    scopeKey: look.scope.key,
    scanner: look.scanner,
    sequence: look.sequence,
    version: look.version,
    catalogue: look.catalogue,
    scope: look.scope,
    startedAt: write.startedAt,
    finishedAt: look.at,
    coverage: look.coverage,
    outcome: look.outcome,
    digest: look.digest,
    saw: look.saw,
    unknownCount: write.unknownCount,
    unknowns: write.unknowns && [...write.unknowns],
    change: write.change,
    record: recordToStore(write),
    aliases: write.aliases,
  })
  await movePointer(tx, write)
}

/** The record as the look's row keeps it. */
export const recordToStore = (write: Pick<LookToWrite, 'conclusion' | 'known' | 'place'>): StoredRecord => {
  const { look } = write.conclusion
  return storedRecord(recordAfter(write), { ...look, finishedAt: look.at, position: write.place.position })
}

function recordAfter({
  conclusion,
  known,
  place,
}: Pick<LookToWrite, 'conclusion' | 'known' | 'place'>): ScopeRecord {
  const { look, state } = conclusion
  const { describedAt, sight, complete } = state
  return {
    describedAt,
    newest: look.outcome === 'recorded' || !known ? place.position : known.newest.position,
    sight: sight && { ...sight },
    complete,
    held: look.outcome === 'held' ? place.position : state.held ? (known?.held?.position ?? null) : null,
    // A released look comes back under its old number, which newer ones may have passed.
    lastSequence: Math.max(state.lastSequence, known?.standing.lastSequence ?? 0),
  }
}

/** The look that was held until now: its keys go, and its row says what became of it. */
export async function releaseHeld(
  tx: Transaction,
  { released }: Pick<LookConclusion, 'released'>,
  known: KnownScope | null,
): Promise<void> {
  if (!released || !known?.held) return
  const { position, scopeKey, scanner } = known.held
  await dropHeld(tx, { scopeKey, scanner })
  await tx.update(looks).set({ outcome: released.outcome }).where(eq(looks.position, position))
}

async function movePointer(tx: Transaction, write: LookToWrite): Promise<void> {
  const { look, state } = write.conclusion
  const row = {
    title: state.scope.title,
    source: write.source,
    status: state.newest.coverage.status,
    held: recordAfter(write).held !== null,
  }
  const [scope] = await tx
    .insert(scopes)
    .values({ scopeKey: look.scope.key, scanner: look.scanner, ...row })
    .onConflictDoUpdate({ target: [scopes.scopeKey, scopes.scanner], set: row })
    .returning({ lane: scopes.lane })
  if (!scope) throw new Error('a scope that was written has a lane')
  const sight = { lookPosition: write.place.position, sightAt: (state.sight ?? state.newest).at }
  await tx
    .insert(scopeSights)
    .values({ ...scope, ...sight })
    .onConflictDoUpdate({ target: scopeSights.lane, set: sight })
}
