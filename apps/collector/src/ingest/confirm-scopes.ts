import type { Transaction } from '@ai-census/db'
import { canonicalScopeKey, recordReport, type ScopeChange } from '@ai-census/inventory'
import type { Deps } from '../deps.ts'
import type { Actor } from '../http/auth.ts'
import { lockScope } from './put-report.ts'
import { findScan, mayReportFor, type ScanRecord } from './scans.ts'
import { type KnownScope, readScopeState } from './scope-state.ts'
import { writeLook } from './write-look.ts'

export interface Confirmation {
  key: string
  digest: string
  at: string
}

/**
 * Takes looks that saw exactly what the newest one saw, by digest alone. `needed`: scopes whose report must be
 * sent whole. Each is a transaction of its own, so that a retry goes on where a failure left off.
 */
export async function confirmScopes(
  deps: Deps,
  scanId: string,
  wanted: readonly Confirmation[],
  actor: Actor,
): Promise<{ confirmed: string[]; needed: string[] }> {
  const { orm } = deps.database
  const scan = await findScan(orm, scanId, actor)
  const confirmed: string[] = []
  const needed: string[] = []
  for (const one of wanted) {
    const taken = await orm.transaction((tx) => confirm(deps, tx, scan, one, actor))
    if (taken) confirmed.push(one.key)
    else needed.push(one.key)
  }
  if (confirmed.length > 0) deps.reconciler.wake()
  return { confirmed, needed }
}

async function confirm(
  deps: Deps,
  tx: Transaction,
  scan: ScanRecord,
  wanted: Confirmation,
  actor: Actor,
): Promise<boolean> {
  const address = { scopeKey: canonicalScopeKey(wanted.key), scanner: scan.scanner }
  await lockScope(tx, address)
  const known = await readScopeState(tx, address, scan.id)
  // Sent whole, a report of somebody else's scope is refused with the reason.
  if (!known || !mayReportFor(actor, known.source)) return false
  if (known.already) return known.already.digest === wanted.digest
  if (known.held || known.newest.digest !== wanted.digest || known.newest.finishedAt > instantOf(wanted.at))
    return false
  const change = sameAgain(known, scan, instantOf(wanted.at))
  await writeLook(tx, {
    change,
    known,
    startedAt: wanted.at,
    source: scan.source,
    unknowns: null,
    unknownCount: known.newest.unknownCount,
    report: null,
    now: deps.now(),
  })
  return true
}

const instantOf = (at: string): string => new Date(at).toISOString()

/**
 * The look that an equal digest stands for. Findings that the newest look saw are seen again and cost nothing;
 * only those that it did not see can move (`missing` to `gone`), so only they are given to the core.
 */
function sameAgain({ state, newest }: KnownScope, scan: ScanRecord, at: string): ScopeChange {
  const odd = state.open.filter((interval) => interval.lastSeen !== null)
  const report = {
    scanner: state.scanner,
    version: newest.version,
    catalogue: newest.catalogue,
    scope: newest.scope,
    startedAt: at,
    finishedAt: at,
    coverage: newest.coverage,
    findings: [],
    unknowns: [],
  }
  const brakeOff = { brakeShare: 1, brakeLeast: Number.MAX_SAFE_INTEGER }
  const change = recordReport({ ...state, open: odd }, report, { scan: scan.id, settings: brakeOff })
  const look = { ...change.look, digest: newest.digest, saw: newest.saw }
  const { sequence, version, catalogue } = look
  const saw = newest.saw > 0 || newest.coverage.status === 'complete'
  return {
    ...change,
    look,
    state: { ...change.state, newest: look, sight: saw ? { sequence, at, version, catalogue } : state.sight },
    summary: { ...change.summary, unchanged: newest.saw },
  }
}
