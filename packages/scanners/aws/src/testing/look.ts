import { collectReports, quickClock } from '@ai-census/scanner-kit/testing'
import type { ScanReport } from '@ai-census/schema'
import { createAwsScanner } from '../index.ts'
import { standInEnvironment } from './estate.ts'
import { type AwsCall, type AwsStandInOptions, startAwsStandIn } from './stand-in.ts'

export const NOW = new Date('2026-11-20T12:00:00Z')

export interface Look {
  /** By what stands behind `aws:111122223333/` in the scope's key, where it is of that account. */
  readonly reports: Readonly<Record<string, ScanReport>>
  readonly calls: readonly AwsCall[]
  readonly waited: number
}

/** One scan of a stand-in, in its own environment. */
export async function look(
  options: AwsStandInOptions,
  config: object = {},
  stub: (name: string, value: string) => void = stubEnvironment,
): Promise<Look> {
  await using aws = await startAwsStandIn(options)
  for (const [name, value] of Object.entries(standInEnvironment(aws.url))) stub(name, value)
  const clock = quickClock()
  const reports = await collectReports(createAwsScanner(clock), config, {
    now: () => NOW,
    source: 'aws:test',
  })
  return {
    reports: Object.fromEntries(
      reports.map((report) => [report.scope.key.replace(/^aws:111122223333\//, ''), report]),
    ),
    calls: [...aws.calls],
    waited: clock.waited(),
  }
}

/** A test file has a process of its own, and one environment. */
const stubEnvironment = (name: string, value: string): void => {
  process.env[name] = value
}
