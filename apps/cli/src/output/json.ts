import type { ScanOutput } from '@ai-census/schema'
import type { ScanView } from './view.ts'

/** Everything, also what was known before: the output can serve as the next baseline. */
export function renderJson({ reports, comparison }: ScanView): string {
  const output: ScanOutput = { reports: [...reports] }
  if (comparison) {
    const { stayed, gone, unseen } = comparison
    const added = reports.flatMap((report) =>
      report.findings
        .filter((finding) => comparison.isNew(report, finding))
        .map(({ key }) => ({ scope: report.scope.key, key })),
    )
    output.comparison = { added, stayed, gone: [...gone], unseen: [...unseen] }
  }
  return `${JSON.stringify(output, null, 2)}\n`
}

/** One report a line. */
export const renderNdjson = ({ reports }: ScanView): string =>
  reports.map((report) => `${JSON.stringify(report)}\n`).join('')
