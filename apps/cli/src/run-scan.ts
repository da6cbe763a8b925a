import { runScanner } from '@ai-census/scanner-kit'
import type { CoverageStatus, ScanReport } from '@ai-census/schema'
import { createProgress } from './progress.ts'
import { type AnyScanner, loadScanner, type ScannerName } from './scanners.ts'

export interface ScanRequest {
  scanner: ScannerName
  config: (scanner: AnyScanner) => Record<string, unknown>
  source: string
  fingerprintKey: string
  quiet: boolean
  signal?: AbortSignal
  /** Called with each report as it is done, in the order in which scopes finish. */
  onReport?: (report: ScanReport) => void
}

/** Runs one scanner over one source and gives its reports sorted by scope. */
export async function runScan(request: ScanRequest): Promise<ScanReport[]> {
  const scanner = await loadScanner(request.scanner)
  const progress = createProgress({ quiet: request.quiet })
  const reports: ScanReport[] = []
  try {
    const run = runScanner(scanner, {
      config: request.config(scanner),
      source: request.source,
      fingerprintKey: request.fingerprintKey,
      onEvent: progress.onEvent,
      ...(request.signal ? { signal: request.signal } : {}),
    })
    for await (const found of run) {
      const report: ScanReport = found.scope.source
        ? found
        : { ...found, scope: { ...found.scope, source: request.source } }
      reports.push(report)
      request.onReport?.(report)
    }
  } finally {
    progress.end()
  }
  return reports.sort((a, b) => (a.scope.key < b.scope.key ? -1 : 1))
}

/** Worst first: what a whole scan's coverage is when its scopes differ. */
const WORST: readonly CoverageStatus[] = ['failed', 'denied', 'throttled', 'partial', 'complete']

/** A region without the service, or a service that is off, is a whole answer; everything else that is not complete is a gap. */
export const isGap = (report: ScanReport): boolean =>
  !['complete', 'unsupported', 'not-enabled'].includes(report.coverage.status)

export function coverageOfScan(reports: readonly ScanReport[]): ScanReport['coverage'] {
  const gaps = reports.filter(isGap)
  if (gaps.length === 0) return { status: 'complete' }
  const worst = WORST.find((status) => gaps.some((report) => report.coverage.status === status)) ?? 'failed'
  const status = gaps.length === reports.length ? worst : 'partial'
  return {
    status,
    reason: 'incomplete-scopes',
    detail: `${gaps.length} of ${reports.length} scopes were not read whole`,
  }
}
