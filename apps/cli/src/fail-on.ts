import { readFileSync } from 'node:fs'
import { ScanOutput, type ScanReport } from '@ai-census/schema'
import { UsageError } from './exit-codes.ts'
import { reasonOf } from './state.ts'

/** What an earlier `--format json` output knew. */
export function readBaseline(file: string): ScanReport[] {
  let parsed: unknown
  try {
    parsed = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new UsageError(`--baseline ${file}: ${reasonOf(error)}`)
  }
  const output = ScanOutput.safeParse(parsed)
  if (output.success) return output.data.reports
  const issue = output.error.issues[0]
  throw new UsageError(
    `--baseline ${file} is no output of \`scan --format json\`: ${issue?.path.join('.')}: ${issue?.message}`,
  )
}

const suppliersOf = (reports: readonly ScanReport[]) =>
  new Set(reports.flatMap((report) => report.findings.flatMap((finding) => finding.supplier ?? [])))

/** One line for each thing that the named conditions find; none when the build may go on. */
export function failures(
  reports: readonly ScanReport[],
  conditions: readonly string[],
  baseline: readonly ScanReport[] | null,
): string[] {
  const lines: string[] = []
  if (conditions.includes('key')) {
    for (const { scope, findings } of reports) {
      for (const finding of findings) {
        // A key that a provider's own API lists is no leak; one in a file is.
        if (finding.kind === 'credential' && finding.evidence.some((e) => 'path' in e.location))
          lines.push(`fail-on key: ${scope.key}: ${finding.name}`)
      }
    }
  }
  if (conditions.includes('new-supplier') && baseline) {
    const known = suppliersOf(baseline)
    for (const supplier of [...suppliersOf(reports)].sort())
      if (!known.has(supplier)) lines.push(`fail-on new-supplier: ${supplier}`)
  }
  if (conditions.includes('model-retiring')) {
    for (const { scope, findings } of reports) {
      for (const finding of findings) {
        const date = finding.attributes.retiresOn
        if (typeof date === 'string')
          lines.push(`fail-on model-retiring: ${scope.key}: ${finding.name} (${date})`)
      }
    }
  }
  return lines
}
