import { readFileSync } from 'node:fs'
import { isSuppressed, portableKey, ScanOutput, type ScanReport } from '@ai-census/schema'
import { z } from 'zod'
import { UsageError } from '../exit-codes.ts'
import { isCode, reasonOf } from '../state.ts'

/** What was known before: of each scope the keys of its findings, and whose they are. */
export const Baseline = z.strictObject({
  aiCensusBaseline: z.literal(1),
  scopes: z.record(z.string(), z.record(z.string(), z.string().nullable())),
})
export type Baseline = z.infer<typeof Baseline>

/** Sorted and without dates, so that a baseline in a repository changes only when what is known does. */
export function baselineOf(reports: readonly ScanReport[]): Baseline {
  const scopes = reports.map((report) => {
    const counted = report.findings.filter((finding) => !isSuppressed(finding))
    const keys = counted.map((finding): [string, string | null] => [portableKey(finding), finding.supplier])
    return [report.scope.key, Object.fromEntries(keys.sort(byKey))] as const
  })
  return { aiCensusBaseline: 1, scopes: Object.fromEntries(scopes.sort(byKey)) }
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) =>
  a < b ? -1 : a > b ? 1 : 0

export const renderBaseline = (reports: readonly ScanReport[]): string =>
  `${JSON.stringify(baselineOf(reports), null, 2)}\n`

/** From a file of `--write-baseline`, or from an earlier `--format json` output. */
export function readBaseline(file: string): Baseline {
  let parsed: unknown
  try {
    parsed = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (isCode(error, 'ENOENT'))
      throw new UsageError(`--baseline ${file}: no such file; make it with \`scan --write-baseline ${file}\``)
    throw new UsageError(`--baseline ${file}: ${reasonOf(error)}`)
  }
  const compact = Baseline.safeParse(parsed)
  if (compact.success) return compact.data
  const output = ScanOutput.safeParse(parsed)
  if (output.success) return baselineOf(output.data.reports)
  const isCompact = typeof parsed === 'object' && parsed !== null && 'aiCensusBaseline' in parsed
  const issue = (isCompact ? compact : output).error.issues[0]
  throw new UsageError(
    `--baseline ${file} is neither a file of --write-baseline nor an output of \`scan --format json\`: ${issue?.path.join('.')}: ${issue?.message}`,
  )
}
