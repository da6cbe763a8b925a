import { ScopeFailure } from '@ai-census/scanner-kit'
import type { Aws } from '../aws.ts'

interface ReportPage {
  readonly JobStatus?: string | undefined
  readonly IsTruncated?: boolean | undefined
  readonly Marker?: string | undefined
}

/** IAM works on a report for seconds, on one of a whole organisation for a minute or two. */
const ASK_MS = 2000
const MOST_ASKS = 60

/** A report that IAM was asked to make, page by page, once it is ready. */
export async function* readReport<Page extends ReportPage>(
  aws: Aws,
  what: string,
  ask: (page: { Marker?: string }) => Promise<Page>,
): AsyncGenerator<Page, void, undefined> {
  const used = new Set<string>()
  let marker: string | undefined
  for (let asked = 0; asked < MOST_ASKS; ) {
    const page = await ask(marker ? { Marker: marker } : {})
    if (page.JobStatus === 'IN_PROGRESS') {
      asked++
      await aws.pause(ASK_MS)
      continue
    }
    if (page.JobStatus === 'FAILED')
      throw new ScopeFailure('failed', 'report-failed', `IAM could not make its report on ${what}.`)
    yield page
    marker = page.IsTruncated ? page.Marker : undefined
    if (!marker) return
    if (used.has(marker))
      throw new ScopeFailure(
        'failed',
        'pagination-loop',
        `IAM gave the same page of its report on ${what} twice.`,
      )
    used.add(marker)
  }
  throw new ScopeFailure('failed', 'unavailable', `IAM’s report on ${what} was not ready in two minutes.`)
}
