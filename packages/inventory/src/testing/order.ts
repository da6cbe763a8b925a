import type { ScanReport } from '@ai-census/schema'
import fc from 'fast-check'
import { at } from './estates.ts'

const lane = (report: ScanReport): string => `${report.scope.key} ${report.scanner}`

/** The looks in the given order, but each scope's and scanner's own in theirs. */
export function interleaved(looks: readonly ScanReport[], order: readonly number[]): ScanReport[] {
  const queues = Map.groupBy(looks, lane)
  return order.map((i) => queues.get(lane(looks[i]!))!.shift()!)
}

export function shuffle<T>(rows: readonly T[], seed: number): T[] {
  return fc.sample(fc.shuffledSubarray([...rows], { minLength: rows.length }), { seed, numRuns: 1 })[0]!
}

/** The report as the nth look of a test. */
export const timed = (report: ScanReport, n: number): ScanReport => ({
  ...report,
  startedAt: at(n),
  finishedAt: at(n),
})

/** What the source itself says was deleted is gone, whoever looks; these laws are about what was not seen. */
export const withoutDeletions = ({ deleted: _, ...report }: ScanReport): ScanReport => report
