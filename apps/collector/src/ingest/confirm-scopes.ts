import type { Transaction } from '@ai-census/db'
import { canonicalScopeKey, concludeLook, decidePairs, type LookPart, planLook } from '@ai-census/inventory'
import type { Deps } from '../deps.ts'
import type { Actor } from '../http/auth.ts'
import { type Candidate, readCandidates } from './confirm-candidates.ts'
import { type ConfirmedLook, writeConfirmed } from './confirmed-looks.ts'
import { takePositions } from './ledger-position.ts'
import { inTransaction, lockScopeRows } from './locks.ts'
import { notAfter } from './put-report.ts'
import { findScan, mayReportFor, type ScanRecord } from './scans.ts'
import { noChange, withPart } from './summary.ts'
import { closeIntervals, openIntervals } from './write-findings.ts'

export interface Confirmation {
  key: string
  digest: string
  at: string
}

/** So many scopes are one transaction: a retry goes on where a failure left off. */
const BATCH = 1000

/**
 * Takes looks that saw exactly what the newest one saw, by digest alone. `needed`: scopes whose report must be
 * sent whole.
 */
export async function confirmScopes(
  deps: Deps,
  scanId: string,
  wanted: readonly Confirmation[],
  actor: Actor,
): Promise<{ confirmed: string[]; needed: string[] }> {
  const { orm } = deps.database
  const scan = await findScan(orm, scanId, actor)
  const taken = new Map<string, string>()
  for (const batch of batches(wanted))
    for (const [key, digest] of await inTransaction(orm, (tx) => confirmBatch(deps, tx, scan, batch, actor)))
      taken.set(key, digest)
  if (taken.size > 0) deps.reconciler.wake()
  const isTaken = ({ key, digest }: Confirmation) => taken.get(canonicalScopeKey(key)) === digest
  return {
    confirmed: wanted.filter(isTaken).map(({ key }) => key),
    needed: wanted.filter((one) => !isTaken(one)).map(({ key }) => key),
  }
}

/** By canonical key, each scope once, sorted. */
function* batches(wanted: readonly Confirmation[]): Generator<Confirmation[]> {
  const byKey = new Map<string, Confirmation>()
  for (const one of wanted) {
    const key = canonicalScopeKey(one.key)
    if (!byKey.has(key)) byKey.set(key, { ...one, key })
  }
  const sorted = [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
  for (let at = 0; at < sorted.length; at += BATCH) yield sorted.slice(at, at + BATCH)
}

/** A few statements, however many scopes. Gives the digest that each scope now has of this scan. */
async function confirmBatch(
  deps: Deps,
  tx: Transaction,
  scan: ScanRecord,
  wanted: readonly Confirmation[],
  actor: Actor,
): Promise<Map<string, string>> {
  const keys = wanted.map(({ key }) => key)
  await lockScopeRows(tx, scan.scanner, keys)
  const known = await readCandidates(tx, scan, keys)
  const now = deps.now().toISOString()
  const taken = new Map<string, string>()
  const looks: Decided[] = []
  for (const one of wanted) {
    const candidate = known.get(one.key)
    // Sent whole, a report of somebody else's scope is refused with the reason.
    if (candidate && !mayReportFor(actor, candidate.known.source)) continue
    if (candidate?.already) taken.set(one.key, candidate.already)
    else if (candidate) looks.push(...decide(scan, candidate, one, now))
  }
  if (looks.length === 0) return taken
  const last = await takePositions(tx, looks.length, deps.now())
  const placed = looks.map((look, i) => ({
    ...look,
    place: { position: last.position - looks.length + 1 + i, at: last.at },
  }))
  for (const { part, place } of placed) {
    await closeIntervals(tx, part.closes, place.position)
    await openIntervals(tx, part.opens, place.position)
  }
  await writeConfirmed(tx, placed)
  for (const { conclusion } of placed) taken.set(conclusion.look.scope.key, conclusion.look.digest)
  return taken
}

type Decided = Omit<ConfirmedLook, 'place'> & { part: LookPart }

/**
 * The look that an equal digest stands for. Findings that the newest look saw are seen again and cost nothing;
 * only those that it did not see can move (`missing` to `gone`), so only they are given to the core. None: the
 * report must be sent whole.
 */
function decide(scan: ScanRecord, candidate: Candidate, wanted: Confirmation, now: string): Decided[] {
  const { known, notSeen } = candidate
  const { newest } = known
  if (known.held || newest.digest !== wanted.digest) return []
  const at = notAfter(wanted.at, now)
  const head = { ...newest, finishedAt: at }
  const plan = planLook(known.standing, head, { scan: scan.id, now })
  if (plan.look.outcome !== 'recorded') return []
  const pairs = notSeen.map((from) => ({ key: from.key, from, seen: null, deleted: false }))
  const part = decidePairs(plan, pairs)
  const change = part.opens.length > 0 ? withPart(noChange, part.summary, newest.saw) : null
  return [{ conclusion: concludeLook(plan, false), part, change, known, source: scan.source, startedAt: at }]
}
