import { heldKeys, type LookChange, type Transaction } from '@ai-census/db'
import { and, eq, sql } from '@ai-census/db/query'
import { planLook } from '@ai-census/inventory'
import type { Deps } from '../deps.ts'
import { HttpProblem } from '../http/problem.ts'
import { nextPosition } from './ledger-position.ts'
import { recordLook } from './record-look.ts'
import { type KnownScope, type LookRow, lookOf, type ScopeAddress } from './scope-state.ts'
import type { SeenRow } from './sorted-rows.ts'
import { noChange } from './summary.ts'
import { dropHeld } from './write-findings.ts'
import { releaseHeld, writeLook } from './write-look.ts'

/**
 * A held look counts from now on, or it never will. The ledger only grows, so the look is written a second time with
 * what became of it. The caller has locked the scope.
 */
export async function releaseLookHeld(
  deps: Deps,
  tx: Transaction,
  known: KnownScope,
  held: LookRow,
  accept: boolean,
): Promise<LookChange> {
  const about = {
    known,
    startedAt: held.startedAt,
    source: known.source,
    unknowns: held.unknowns,
    unknownCount: held.unknownCount,
  }
  if (!accept) {
    const released = { ...lookOf(held), outcome: 'discarded' as const }
    await releaseHeld(tx, { released }, known)
    const state = { ...known.standing, held: null, already: null }
    const conclusion = { look: released, released, state, described: false }
    const place = await nextPosition(tx, deps.now())
    await writeLook(tx, { ...about, aliases: null, place, conclusion, change: noChange })
    return noChange
  }
  const where = { scopeKey: held.scopeKey, scanner: held.scanner }
  await refuseUnlessKept(tx, where, held)
  const plan = planLook(
    known.standing,
    { ...lookOf(held), finishedAt: held.finishedAt },
    { scan: held.scan, confirmed: true },
  )
  const deleted = await readHeldDeleted(tx, where)
  const rows = () => readHeld(tx, where)
  const change = await recordLook(deps, tx, { ...about, aliases: held.aliases, plan, deleted, rows })
  await dropHeld(tx, where)
  return change
}

/** An older version kept held looks in another way. */
async function refuseUnlessKept(tx: Transaction, where: ScopeAddress, held: LookRow): Promise<void> {
  const kept = await tx.$count(heldKeys, and(isOf(where), sql`${heldKeys.hash} is not null`))
  if (kept !== held.saw)
    throw new HttpProblem(409, 'What this look saw is no longer kept; refuse it, and scan the scope again.')
}

const isOf = ({ scopeKey, scanner }: ScopeAddress) =>
  and(eq(heldKeys.scopeKey, scopeKey), eq(heldKeys.scanner, scanner))

async function readHeldDeleted(tx: Transaction, where: ScopeAddress): Promise<string[]> {
  const rows = await tx
    .select({ key: heldKeys.key })
    .from(heldKeys)
    .where(and(isOf(where), sql`${heldKeys.hash} is null`))
    .orderBy(sql`${heldKeys.key} collate "C"`)
  return rows.map(({ key }) => key)
}

const BATCH = 5000

/** Sorted by key, as a report's rows are; the contents are in the ledger already. */
async function* readHeld(tx: Transaction, { scopeKey, scanner }: ScopeAddress): AsyncGenerator<SeenRow[]> {
  for (let after = ''; ; ) {
    const { rows } = await tx.execute<SeenRow & Record<string, unknown>>(sql`
      select key, hash, kind, essence, created_at as "createdAt", 0 as place, '' as content from held_key
      where scope_key = ${scopeKey} and scanner = ${scanner} and hash is not null
        and key collate "C" > ${after}
      order by key collate "C" limit ${BATCH}`)
    if (rows.length > 0) yield rows
    if (rows.length < BATCH) return
    after = rows.at(-1)?.key ?? ''
  }
}
