import type { LookChange, Transaction } from '@ai-census/db'
import { concludeLook, decidePairs, isMassChange, type LookPlan, type Pair } from '@ai-census/inventory'
import type { Deps } from '../deps.ts'
import { settingsInForce } from '../reconcile/settings-in-force.ts'
import { type LedgerPosition, nextPosition } from './ledger-position.ts'
import { pairBatches } from './pairs.ts'
import type { KnownScope, ScopeAddress } from './scope-state.ts'
import type { SeenRow } from './sorted-rows.ts'
import { noChange, withPart } from './summary.ts'
import { closeIntervals, holdDeleted, holdRows, openIntervals, writeContents } from './write-findings.ts'
import { type LookToWrite, releaseHeld, writeLook } from './write-look.ts'

/** A look with all that it saw; its rows can be read more than once. */
export interface LookToRecord
  extends Pick<LookToWrite, 'startedAt' | 'source' | 'unknowns' | 'unknownCount' | 'aliases'> {
  plan: LookPlan
  known: KnownScope | null
  deleted: readonly string[]
  rows(): AsyncGenerator<SeenRow[]>
}

/** Writes what one look means, as the core decides it. Only what changed is a row. */
export async function recordLook(deps: Deps, tx: Transaction, look: LookToRecord): Promise<LookChange> {
  const { plan, known } = look
  // Contents first: nobody waits for the ledger's head while they go in.
  const decided = await decide(deps, tx, look)
  const conclusion = concludeLook(plan, decided.held)
  const change = decided.held ? { ...noChange, held: true } : decided.change
  await releaseHeld(tx, conclusion, known)
  if (decided.held) await hold(tx, look)
  const place = await nextPosition(tx, deps.now())
  if (!decided.held) await writeIntervals(tx, look, decided.pairs, place)
  await writeLook(tx, { ...look, place, conclusion, change })
  return change
}

const addressOf = ({ plan }: LookToRecord): ScopeAddress => ({
  scopeKey: plan.look.scope.key,
  scanner: plan.look.scanner,
})

const sidesOf = (look: LookToRecord) => ({
  where: addressOf(look),
  seen: look.rows(),
  known: look.known !== null,
  deleted: new Set(look.deleted),
})

/** With so many changes or fewer, they stay in memory from the decision to the writing. */
const MOST_KEPT = 50_000

interface Decided {
  held: boolean
  change: LookChange
  /** Null: too many to keep, they are to be read again. */
  pairs: Pair[] | null
}

/** What all keys together come to, which says whether the look is held; new contents are written on the way. */
async function decide(deps: Deps, tx: Transaction, look: LookToRecord): Promise<Decided> {
  let change = noChange
  let pairs: Pair[] | null = []
  const brake = { live: 0, vanished: 0 }
  const isLate = look.plan.look.outcome === 'late'
  const writing = oneAhead()
  for await (const batch of pairBatches(tx, sidesOf(look))) {
    const part = decidePairs(look.plan, batch.pairs)
    change = withPart(change, part.summary, isLate ? 0 : batch.steady)
    brake.live += part.live + batch.steady
    brake.vanished += part.vanished
    if (pairs && pairs.length + batch.pairs.length > MOST_KEPT) pairs = null
    pairs?.push(...batch.pairs)
    const contents = pick(batch.contents, part.fresh)
    await writing.start(() => writeContents(tx, contents))
  }
  await writing.end()
  const settings = await settingsInForce(deps, tx)
  return { held: isMassChange(look.plan, brake, settings), change, pairs }
}

/** While the database writes one batch, the next one is made ready. A fault of either is thrown in its turn. */
function oneAhead() {
  let running: Promise<void> = Promise.resolve()
  return {
    async start(work: () => Promise<void>): Promise<void> {
      await running
      running = work()
      // It is waited for later; until then it must not count as unhandled.
      running.catch(() => undefined)
    },
    end: (): Promise<void> => running,
  }
}

function pick(
  contents: ReadonlyMap<string, string>,
  fresh: readonly { hash: string }[],
): Map<string, string> {
  const picked = new Map<string, string>()
  for (const { hash } of fresh) {
    const content = contents.get(hash)
    if (content) picked.set(hash, content)
  }
  return picked
}

const BATCH = 2000

async function writeIntervals(
  tx: Transaction,
  look: LookToRecord,
  kept: readonly Pair[] | null,
  { position }: LedgerPosition,
): Promise<void> {
  const batches = kept ? inBatches(kept) : again(tx, look)
  const writing = oneAhead()
  for await (const pairs of batches) {
    const { closes, opens } = decidePairs(look.plan, pairs)
    await writing.start(async () => {
      await closeIntervals(tx, closes, position)
      await openIntervals(tx, opens, position)
    })
  }
  await writing.end()
}

function* inBatches(pairs: readonly Pair[]): Generator<readonly Pair[]> {
  for (let at = 0; at < pairs.length; at += BATCH) yield pairs.slice(at, at + BATCH)
}

async function* again(tx: Transaction, look: LookToRecord): AsyncGenerator<readonly Pair[]> {
  // The ledger's side is read as it was when the reading began, whatever is written meanwhile.
  for await (const { pairs } of pairBatches(tx, sidesOf(look))) yield pairs
}

async function hold(tx: Transaction, look: LookToRecord): Promise<void> {
  const where = addressOf(look)
  for await (const rows of look.rows()) await holdRows(tx, where, rows)
  await holdDeleted(tx, where, look.deleted)
}
