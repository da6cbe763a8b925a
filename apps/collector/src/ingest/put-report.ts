import type { ReportChange } from '@ai-census/api'
import type { Transaction } from '@ai-census/db'
import { canonicalScopeKey, planLook } from '@ai-census/inventory'
import type { Deps } from '../deps.ts'
import type { Actor } from '../http/auth.ts'
import { HttpProblem } from '../http/problem.ts'
import { aliasesAfter } from './aliases.ts'
import { inTransaction, lockScope } from './locks.ts'
import type { ReceivedReport } from './receive.ts'
import { recordLook } from './record-look.ts'
import { assertCovers, assertMayTakeOver, findScan, type ScanRecord } from './scans.ts'
import { type LookRow, readScopeState } from './scope-state.ts'
import { changeOf } from './summary.ts'

export interface PutReport {
  digest: string
  repeated: boolean
  change: ReportChange
}

/**
 * Takes one scope's report into the ledger; once this returns it is kept. The same scan's second report of a
 * scope changes nothing and gets the first one's answer; with other content it is refused.
 */
export async function putReport(
  deps: Deps,
  scanId: string,
  report: ReceivedReport,
  actor: Actor,
): Promise<PutReport> {
  const answer = await inTransaction(deps.database.orm, async (tx) => {
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

function checkReport(scan: ScanRecord, report: ReceivedReport, actor: Actor): void {
  if (report.scanner !== scan.scanner)
    throw new HttpProblem(
      409,
      `This scan is of the scanner ${scan.scanner}, the report of ${report.scanner}.`,
    )
  assertCovers(actor, report.scope.source ?? scan.source)
}

async function record(
  deps: Deps,
  tx: Transaction,
  scan: ScanRecord,
  report: ReceivedReport,
  actor: Actor,
): Promise<PutReport> {
  const address = { scopeKey: canonicalScopeKey(report.scope.key), scanner: report.scanner }
  await lockScope(tx, address)
  const known = await readScopeState(tx, address, scan.id)
  if (known) assertMayTakeOver(actor, known, report.scope.key)
  if (known?.already) return answerAgain(known.already, report)
  const now = deps.now().toISOString()
  const head = { ...report, finishedAt: notAfter(report.finishedAt, now) }
  const plan = planLook(known?.standing ?? null, head, { scan: scan.id, now })
  const change = await recordLook(deps, tx, {
    plan,
    known,
    startedAt: notAfter(report.startedAt, now),
    source: scan.source,
    unknowns: report.unknowns,
    unknownCount: report.unknownCount,
    aliases:
      plan.look.outcome === 'late' ? null : await aliasesAfter(tx, address, report.aliases, report.coverage),
    deleted: report.deleted,
    rows: report.rows,
  })
  return { digest: report.digest, repeated: false, change }
}

/** An answer that was lost is given again; it is not given to another report. */
function answerAgain(already: LookRow, report: ReceivedReport): PutReport {
  if (already.digest !== report.digest)
    throw new HttpProblem(
      409,
      `This scan has reported ${report.scope.key} already, with other content; report it again in a new scan.`,
    )
  return { digest: already.digest, repeated: true, change: changeOf(already) }
}

/**
 * No look is later than its arrival. A scanner whose clock is ahead would otherwise make all that others see until
 * then count as late.
 */
export const notAfter = (at: string, now: string): string => {
  const instant = new Date(at).toISOString()
  return instant < now ? instant : now
}
