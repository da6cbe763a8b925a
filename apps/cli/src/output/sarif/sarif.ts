import type { ScanReport } from '@ai-census/schema'
import type { Log, Notification, Result, Run } from 'sarif'
import { VERSION } from '../../version.ts'
import { safe } from '../safe.ts'
import { lapsedSuppressions, type ScanView } from '../view.ts'
import { physicalLocation, ROOT, resultOf } from './results.ts'
import { ruleIdOf, ruleOf } from './rules.ts'

/** Code scanning refuses a run with more results than this. */
const MOST_RESULTS = 25_000
const MOST_NOTIFICATIONS = 200

/** SARIF 2.1.0, one run a scope, laid out for code scanning. */
export function renderSarif(view: ScanView): string {
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: view.reports.map((report) => runOf(report, view)),
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function runOf(report: ScanReport, view: ScanView): Run {
  const { scope, coverage } = report
  // Where there are too many to be shown, the worst are kept.
  const all = report.findings.map((finding) => resultOf(report, finding, view)).sort(byWeight)
  const results = all.slice(0, MOST_RESULTS)
  const rules = new Map(report.findings.map((finding) => [ruleIdOf(finding), finding]))
  const ids = [...rules.keys()].sort()
  return {
    tool: {
      driver: {
        name: 'AI Census',
        semanticVersion: VERSION,
        rules: ids.flatMap((id) => {
          const finding = rules.get(id)
          return finding ? [ruleOf(finding)] : []
        }),
      },
    },
    // Two runs of one tool in one file must differ in this.
    automationDetails: { id: `ai-census/${scope.key}/` },
    ...(scope.url && scope.key.startsWith('git:')
      ? {
          versionControlProvenance: [
            {
              repositoryUri: scope.url,
              ...(scope.revision ? { revisionId: scope.revision } : {}),
              mappedTo: { uriBaseId: ROOT },
            },
          ],
        }
      : {}),
    originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the repository.' } } },
    invocations: [
      {
        executionSuccessful: ['complete', 'not-enabled', 'unsupported'].includes(coverage.status),
        startTimeUtc: report.startedAt,
        endTimeUtc: report.finishedAt,
        toolExecutionNotifications: notifications(report, all.length),
      },
    ],
    results: results.map((result) => ({ ...result, ruleIndex: ids.indexOf(result.ruleId ?? '') })),
    columnKind: 'utf16CodeUnits',
  }
}

const weight = { error: 0, warning: 1, note: 2, none: 3 } as const
const byWeight = (a: Result, b: Result) => weight[a.level ?? 'none'] - weight[b.level ?? 'none']

function notifications(report: ScanReport, results: number): Notification[] {
  const { coverage, unknowns } = report
  const said: Notification[] = []
  if (coverage.status !== 'complete')
    said.push(
      warning(
        `Not read whole: ${coverage.status}, ${coverage.detail ?? coverage.reason ?? 'no reason given'}`,
      ),
    )
  if (results > MOST_RESULTS)
    said.push(
      warning(`${results - MOST_RESULTS} findings are left out: code scanning takes ${MOST_RESULTS}.`),
    )
  for (const sentence of lapsedSuppressions(report)) said.push(warning(sentence))
  for (const { place, reason, detail } of unknowns.slice(0, MOST_NOTIFICATIONS))
    said.push({
      ...warning(`Could not be read: ${place}: ${reason}, ${detail}`),
      ...(report.scanner === 'code'
        ? { locations: [{ physicalLocation: physicalLocation(report, { path: place }) }] }
        : {}),
    })
  if (unknowns.length > MOST_NOTIFICATIONS)
    said.push(warning(`${unknowns.length - MOST_NOTIFICATIONS} more places could not be read.`))
  return said
}

const warning = (text: string): Notification => ({ level: 'warning', message: { text: safe(text) } })
