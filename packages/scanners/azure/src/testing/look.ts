import { collectReports, quickClock } from '@ai-census/scanner-kit/testing'
import type { ScanReport } from '@ai-census/schema'
import { createAzureScanner } from '../index.ts'
import { SUBSCRIPTION } from './ids.ts'
import { type ArmCall, type ArmStandInOptions, startArmStandIn } from './stand-in.ts'

export const NOW = new Date('2026-11-20T12:00:00Z')

export interface Look {
  /** By the service, where it is of the small subscription. */
  readonly reports: Readonly<Record<string, ScanReport>>
  readonly calls: readonly ArmCall[]
  readonly waited: number
}

/** One scan of a stand-in. */
export async function look(options: ArmStandInOptions, config: object = {}): Promise<Look> {
  await using arm = await startArmStandIn(options)
  const clock = quickClock()
  const settings = { endpoint: arm.url, allowInsecure: true, token: 'an-access-token', ...config }
  const reports = await collectReports(createAzureScanner(clock), settings, {
    now: () => NOW,
    source: 'azure:test',
  })
  return {
    reports: Object.fromEntries(
      reports.map((report) => [report.scope.key.replace(`azure:${SUBSCRIPTION}/`, ''), report]),
    ),
    calls: [...arm.calls],
    waited: clock.waited(),
  }
}
