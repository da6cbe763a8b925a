import { type Finding, isSuppressed, portableKey, type ScanReport } from '@ai-census/schema'
import type { Baseline } from './baseline.ts'

/** A scan beside what was known before it. Suppressed findings are on neither side. */
export interface Comparison {
  isNew(report: ScanReport, finding: Finding): boolean
  readonly added: number
  readonly stayed: number
  /** Known before, and not in a whole look at the same scope. */
  readonly gone: readonly Known[]
  /** Known before, of scopes that this scan did not read whole or not at all: nobody knows of them. */
  readonly unseen: readonly Known[]
  /** Scopes of which the baseline knows nothing. */
  readonly unknownScopes: readonly string[]
}

export interface Known {
  readonly scope: string
  readonly key: string
}

export function compare(reports: readonly ScanReport[], baseline: Baseline): Comparison {
  const known = (scope: string, key: string) => Object.hasOwn(baseline.scopes[scope] ?? {}, key)
  const isNew = (report: ScanReport, finding: Finding) =>
    !isSuppressed(finding) && !known(report.scope.key, portableKey(finding))
  const counts = { added: 0, stayed: 0 }
  for (const report of reports)
    for (const finding of report.findings)
      if (!isSuppressed(finding)) counts[isNew(report, finding) ? 'added' : 'stayed'] += 1
  const looks = new Map(reports.map((report) => [report.scope.key, report]))
  const gone: Known[] = []
  const unseen: Known[] = []
  for (const [scope, keys] of Object.entries(baseline.scopes)) {
    const look = looks.get(scope)
    const seen = new Set(look?.findings.map(portableKey))
    const into = look?.coverage.status === 'complete' ? gone : unseen
    for (const key of Object.keys(keys)) if (!seen.has(key)) into.push({ scope, key })
  }
  const unknownScopes = [...looks.keys()].filter((scope) => !Object.hasOwn(baseline.scopes, scope))
  return { isNew, ...counts, gone, unseen, unknownScopes }
}

/** One sentence for people. */
export function comparisonSentence({ added, stayed, gone, unseen }: Comparison): string {
  const parts = [`${added} new`, `${stayed} known before`, `${gone.length} gone`]
  if (unseen.length > 0) parts.push(`${unseen.length} not looked at whole this time`)
  return `Against the baseline: ${parts.join(', ')}.`
}
