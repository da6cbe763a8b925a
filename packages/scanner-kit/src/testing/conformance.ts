import { FindingKind, type ScanReport, ScanReport as ScanReportSchema } from '@ai-census/schema'
import { z } from 'zod'
import type { Scanner } from '../scanner.ts'

/** `capabilities.yaml` of a scanner, parsed: what it claims, in words for people and for machines. */
export const Capabilities = z.strictObject({
  scanner: z.string(),
  title: z.string().min(1),
  /** Each kind that it can find, with what it means here. */
  kinds: z.partialRecord(FindingKind, z.string().min(1)),
  /** What it needs: permissions, programs; empty for none. */
  needs: z.array(z.string()),
  /** What it can not see, though one might think so. */
  blind: z.array(z.string()),
})
export type Capabilities = z.infer<typeof Capabilities>

/**
 * Where a scanner, its `capabilities.yaml` and the reports of its fixture runs disagree, one sentence each;
 * empty where they agree.
 */
export function conformanceProblems(
  scanner: Pick<Scanner<unknown>, 'id' | 'kinds'>,
  capabilities: Capabilities,
  reports: readonly ScanReport[],
): string[] {
  const problems: string[] = []
  const claimed = new Set<string>(Object.keys(capabilities.kinds))
  if (capabilities.scanner !== scanner.id)
    problems.push(`capabilities.yaml is of "${capabilities.scanner}", the scanner is "${scanner.id}"`)
  for (const kind of FindingKind.options) {
    if (scanner.kinds.includes(kind) === claimed.has(kind)) continue
    const where = claimed.has(kind) ? 'capabilities.yaml alone' : 'the scanner alone'
    problems.push(`the kind "${kind}" is claimed by ${where}`)
  }
  for (const report of reports) {
    const parsed = ScanReportSchema.safeParse(report)
    if (!parsed.success) problems.push(`${report.scope.key}: ${z.prettifyError(parsed.error)}`)
    for (const { key, kind } of report.findings)
      if (!claimed.has(kind))
        problems.push(`${report.scope.key}: "${key}" has the kind "${kind}", not claimed`)
  }
  return problems
}
