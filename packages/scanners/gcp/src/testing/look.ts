import { collectReports, quickClock } from '@ai-census/scanner-kit/testing'
import type { CoverageCell, ScanReport } from '@ai-census/schema'
import { createGcpScanner } from '../index.ts'
import { NUMBER } from './names.ts'
import { type GcpCall, type GcpStandInOptions, startGcpStandIn } from './stand-in.ts'

export const NOW = new Date('2026-11-20T12:00:00Z')

export interface Look {
  /** By what stands behind the project in the scope's key: `europe-west4/aiplatform`. */
  readonly reports: Readonly<Record<string, ScanReport>>
  readonly calls: readonly GcpCall[]
  readonly waited: number
}

/** One scan of a stand-in. */
export async function look(options: GcpStandInOptions, config: object = {}): Promise<Look> {
  await using gcp = await startGcpStandIn(options)
  const clock = quickClock()
  const reports = await collectReports(
    createGcpScanner(clock),
    { endpoint: gcp.url, allowInsecure: true, ...config },
    { now: () => NOW, source: 'gcp:test' },
  )
  return {
    reports: Object.fromEntries(
      reports.map((report) => [report.scope.key.replace(`gcp:${NUMBER}/`, ''), report]),
    ),
    calls: [...gcp.calls],
    waited: clock.waited(),
  }
}

export const cell = (report: ScanReport | undefined, type: string): CoverageCell | undefined =>
  report?.coverage.cells?.find((one) => one.type === type)
