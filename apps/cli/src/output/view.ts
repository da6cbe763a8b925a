import { type Finding, isSuppressed, type ScanReport } from '@ai-census/schema'
import type { Comparison } from '../baseline/compare.ts'

/** All that a format may show of a scan. */
export interface ScanView {
  readonly reports: readonly ScanReport[]
  /** Null without a baseline. */
  readonly comparison: Comparison | null
}

export interface Style {
  readonly color: boolean
}

/** What people are to look at: not suppressed, and new where there is a baseline. */
export const shownFindings = (report: ScanReport, { comparison }: ScanView): Finding[] =>
  report.findings.filter((finding) => !isSuppressed(finding) && (comparison?.isNew(report, finding) ?? true))

export const suppressedFindings = (report: ScanReport): Finding[] => report.findings.filter(isSuppressed)

/** `retires 2027-01-14`, or `retired` where the day was past when the scope was read; null for any other finding. */
export function retirement({ attributes }: Finding, { finishedAt }: ScanReport): string | null {
  const { retiresOn } = attributes
  if (typeof retiresOn !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(retiresOn)) return null
  return `${retiresOn <= finishedAt.slice(0, 10) ? 'retired' : 'retires'} ${retiresOn}`
}

/** `since 2024-03, commit abc1234`; `by` where a history that is not whole says no more; null where none was read. */
export function sinceOf({ attributes }: Finding): string | null {
  const { firstCommit, firstCommitAt, firstCommitExact } = attributes
  if (typeof firstCommit !== 'string' || typeof firstCommitAt !== 'string') return null
  const word = firstCommitExact === false ? 'at or before' : 'since'
  return `${word} ${firstCommitAt.slice(0, 7)}, commit ${firstCommit.slice(0, 7)}`
}

/** One sentence for each acceptance that no longer holds, and each comment that gives no reason. */
export function lapsedSuppressions(report: ScanReport): string[] {
  const sentences = report.findings.flatMap((finding) => {
    const lapsed: string[] = []
    const { suppression } = finding
    if (suppression?.status === 'expired')
      lapsed.push(
        `${finding.key} was accepted until ${suppression.expires ?? 'some day'} and counts again (${suppression.place})`,
      )
    for (const { suppression: said } of finding.evidence)
      if (said?.status === 'unexplained')
        lapsed.push(
          `${said.place}: ai-census-ignore without a reason ignores nothing (write \`: why\` behind it)`,
        )
    return lapsed
  })
  return [...new Set(sentences)]
}

const words = { path: 'by .ai-censusignore', comment: 'by comments', acceptance: 'accepted' } as const

/** `3 suppressed (2 by .ai-censusignore, 1 accepted)`; null where nothing is. */
export function suppressedSentence(findings: readonly Finding[]): string | null {
  if (findings.length === 0) return null
  const by = Map.groupBy(findings, ({ suppression }) => suppression?.by ?? 'path')
  const parts = [...by]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([how, group]) => `${group.length} ${words[how]}`)
  return `${findings.length} suppressed (${parts.join(', ')})`
}
