import type { ReportChange } from '@ai-census/api'
import type { Transaction } from '@ai-census/db'
import { sql } from '@ai-census/db/query'
import {
  canonicalScopeKey,
  ReportRefused,
  recordReport,
  type ScopeChange,
  type Settings,
} from '@ai-census/inventory'
import type { ScanReport } from '@ai-census/schema'
import type { Deps } from '../deps.ts'
import type { Actor } from '../http/auth.ts'
import { HttpProblem } from '../http/problem.ts'
import { settingsInForce } from '../reconcile/settings-in-force.ts'
import { assertCovers, assertMayTakeOver, findScan, type ScanRecord } from './scans.ts'
import { type KnownScope, readScopeState, type ScopeAddress } from './scope-state.ts'
import { writeLook } from './write-look.ts'

export interface PutReport {
  digest: string
  repeated: boolean
  change: ReportChange
}

/**
 * Takes one scope's report into the ledger; once this returns it is kept. The same scan's second report of a
 * scope changes nothing and gets the first one's answer.
 */
export async function putReport(
  deps: Deps,
  scanId: string,
  report: ScanReport,
  actor: Actor,
): Promise<PutReport> {
  const answer = await deps.database.orm.transaction(async (tx) => {
    const scan = await findScan(tx, scanId, actor)
    checkReport(scan, report, actor)
    return record(deps, tx, scan, report, actor)
  })
  deps.metrics.reports.add({
    outcome: answer.repeated ? 'repeated' : answer.change.held ? 'held' : 'recorded',
  })
  deps.events.publish({ type: 'scan', data: { scan: scanId, scope: report.scope.key } })
  if (!answer.repeated) deps.reconciler.wake()
  return answer
}

function checkReport(scan: ScanRecord, report: ScanReport, actor: Actor): void {
  if (report.scanner !== scan.scanner)
    throw new HttpProblem(
      409,
      `This scan is of the scanner ${scan.scanner}, the report of ${report.scanner}.`,
    )
  if (report.scope.source !== undefined) assertCovers(actor, report.scope.source)
}

async function record(
  deps: Deps,
  tx: Transaction,
  scan: ScanRecord,
  report: ScanReport,
  actor: Actor,
): Promise<PutReport> {
  const address = { scopeKey: canonicalScopeKey(report.scope.key), scanner: report.scanner }
  await lockScope(tx, address)
  const known = await readScopeState(tx, address, scan.id)
  if (known) assertMayTakeOver(actor, known, report.scope.key)
  const settings = await settingsInForce(deps, tx)
  const change = decide(settings, known, report, scan.id)
  if (change.outcome === 'repeated' && known?.already)
    return { digest: known.already.digest, repeated: true, change: known.already.change }
  const written = await writeLook(tx, {
    change,
    known,
    startedAt: report.startedAt,
    source: scan.source,
    unknowns: report.unknowns,
    unknownCount: report.unknowns.length,
    report,
    now: deps.now(),
  })
  return { digest: written.digest, repeated: false, change: written.change }
}

function decide(settings: Settings, known: KnownScope | null, report: ScanReport, scan: string): ScopeChange {
  try {
    return recordReport(known?.state ?? null, report, { scan, settings })
  } catch (error) {
    if (!(error instanceof ReportRefused)) throw error
    throw new HttpProblem(422, `${error.place}: ${error.message}`, [
      { place: error.place, message: error.message },
    ])
  }
}

/** Two reports of one scope take turns; reports of others do not wait. */
export async function lockScope(tx: Transaction, { scopeKey, scanner }: ScopeAddress): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(7420, hashtext(${`${scanner} ${scopeKey}`}))`)
}
