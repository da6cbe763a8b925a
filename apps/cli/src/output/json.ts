import type { ScanOutput, ScanReport } from '@ai-census/schema'

export const renderJson = (reports: readonly ScanReport[]): string =>
  `${JSON.stringify({ reports: [...reports] } satisfies ScanOutput, null, 2)}\n`

/** One report a line. */
export const renderNdjson = (reports: readonly ScanReport[]): string =>
  reports.map((report) => `${JSON.stringify(report)}\n`).join('')
