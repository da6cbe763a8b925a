import { type Context, type Finding, isSuppressed, type ScanReport } from '@ai-census/schema'
import { comparisonSentence } from '../baseline/compare.ts'
import { isGap } from '../run-scan.ts'
import { renderCells } from './cells.ts'
import { placeOf } from './place.ts'
import { safe } from './safe.ts'
import { type Style, styleFor } from './style.ts'
import {
  lapsedSuppressions,
  type ScanView,
  shownFindings,
  sinceOf,
  suppressedFindings,
  suppressedSentence,
  type Style as ViewStyle,
} from './view.ts'

const ASIDE: ReadonlySet<Context> = new Set(['test', 'example', 'documentation'])

export function renderTerminal(view: ScanView, { color }: ViewStyle): string {
  const style = styleFor(color)
  // A cloud or a code host has hundreds of scopes that hold nothing; one line says so.
  const [empty, telling] = partition(view.reports)
  const lines = telling.flatMap((report) => [...renderReport(report, view, style), ''])
  if (empty.length > 0) lines.push(style.dim(`No AI found in ${count(empty.length, 'other scope')}.`), '')
  lines.push(...renderCells(view.reports, style))
  if (view.comparison) lines.push(comparisonSentence(view.comparison))
  return `${[...lines, summary(view.reports)].join('\n')}\n`
}

/** With more scopes than this, a line for each that holds nothing hides what there is. */
const MANY = 20

/**
 * Of many scopes, those that hold nothing and were read whole, and the others: what was not read whole comes last, where
 * nobody has to look for it.
 */
function partition(reports: readonly ScanReport[]): [empty: ScanReport[], telling: ScanReport[]] {
  if (reports.length <= MANY && !reports.some(({ coverage }) => coverage.cells)) return [[], [...reports]]
  const isWhole = (report: ScanReport) => report.unknowns.length === 0 && !isGap(report)
  const [whole, parts] = [reports.filter(isWhole), reports.filter((report) => !isWhole(report))]
  const holds = ({ findings }: ScanReport) => findings.length > 0
  return [whole.filter((report) => !holds(report)), [...whole.filter(holds), ...parts]]
}

function renderReport(report: ScanReport, view: ScanView, style: Style): string[] {
  const title = report.scope.title === report.scope.key ? '' : style.dim(`  ${safe(report.scope.key)}`)
  const lines = [`${style.bold(safe(report.scope.title))}${title}`]
  const shown = shownFindings(report, view)
  const main = shown.filter((f) => !ASIDE.has(f.context))
  const aside = shown.filter((f) => ASIDE.has(f.context))
  if (shown.length === 0) lines.push(`  ${nothing(report, view)}`)
  lines.push(...bySupplier(main, style))
  if (aside.length > 0) {
    const suppliers = [...new Set(aside.map((f) => supplierOf(f)))].sort()
    lines.push(
      style.dim(
        `  Only in tests, examples or documentation: ${aside.length} findings (${safe(suppliers.join(', '))})`,
      ),
    )
  }
  const suppressed = suppressedSentence(suppressedFindings(report))
  if (suppressed) lines.push(style.dim(`  ${suppressed}; --format json lists them`))
  lines.push(...lapsedSuppressions(report).map((sentence) => style.warn(`  ${safe(sentence)}`)))
  return [...lines, ...gaps(report, style)]
}

function nothing(report: ScanReport, { comparison }: ScanView): string {
  if (report.coverage.status !== 'complete' || report.unknowns.length > 0)
    return 'Nothing found in what could be read.'
  if (report.findings.length === 0) return 'No AI found.'
  return comparison ? 'Nothing new.' : 'Nothing that is not suppressed.'
}

const supplierOf = (finding: Finding): string =>
  finding.supplier ?? finding.supplierName ?? 'no known supplier'

function bySupplier(findings: readonly Finding[], style: Style): string[] {
  const groups = Map.groupBy(findings, supplierOf)
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([supplier, group]) => {
      const width = Math.min(44, Math.max(...group.map((f) => label(f).length)))
      return [
        `  ${style.bold(safe(supplier))}`,
        ...group.map(
          (f) =>
            `    ${label(f).padEnd(width)}  ${f.grade.padEnd(10)}  ${safe(modelOf(f))}${style.dim(safe(placeAndTime(f)))}`,
        ),
      ]
    })
}

/** Where it shows first, and with which commit it came. */
const placeAndTime = (finding: Finding): string =>
  [placeOf(finding.evidence[0]), sinceOf(finding)].filter(Boolean).join('  ')

const label = (finding: Finding): string => safe(`${finding.kind} ${finding.name}`)

/** What answers behind a name that does not say it, and who makes it: `gpt-4o-mini by openai`. */
function modelOf({ name, model, supplier }: Finding): string {
  if (!model) return ''
  const id = name.includes(model.id) ? '' : model.id
  const maker = model.publisher && model.publisher !== supplier ? `by ${model.publisher}` : ''
  const said = [id, maker].filter(Boolean).join(' ')
  return said ? `${said}  ` : ''
}

const SHOWN_UNKNOWNS = 10
/** Where nothing was found at all, and the table of coverage says the same again. */
const SHOWN_OF_NOTHING = 3

function gaps(report: ScanReport, style: Style): string[] {
  const { status, detail, reason } = report.coverage
  if (status === 'complete' && report.unknowns.length === 0) return []
  // A complete look may still have met a file that could not be read.
  const why = [status === 'complete' ? null : status, detail ?? reason].filter(Boolean).join(', ')
  const lines = [style.warn(`  Not read whole${why ? `: ${safe(why)}` : ':'}`)]
  // The first one is often what the scope's own line says.
  const others = report.unknowns.filter((one) => !detail || one.detail !== detail)
  const most = report.findings.length === 0 ? SHOWN_OF_NOTHING : SHOWN_UNKNOWNS
  for (const unknown of others.slice(0, most)) {
    lines.push(
      style.warn(
        `    ${safe(unknown.place)}: ${unknown.reason}${unknown.detail ? `, ${safe(unknown.detail)}` : ''}`,
      ),
    )
  }
  if (others.length > most)
    lines.push(style.warn(`    … and ${others.length - most} more (--format json lists all)`))
  return lines
}

const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`

/** One sentence about the whole scan. */
export function summary(reports: readonly ScanReport[]): string {
  const all = reports.flatMap((report) => report.findings)
  const findings = all.filter((finding) => !isSuppressed(finding))
  const suppliers = new Set(findings.filter((f) => !ASIDE.has(f.context)).flatMap((f) => f.supplier ?? []))
  const models = new Set(findings.flatMap((f) => f.model?.id ?? []))
  const incomplete = reports.filter(
    (r) => !['complete', 'unsupported', 'not-enabled'].includes(r.coverage.status),
  ).length
  return `${count(findings.length, 'finding')}, ${count(suppliers.size, 'supplier')}, ${count(models.size, 'model')} in ${count(reports.length, 'scope')}${all.length > findings.length ? `, and ${all.length - findings.length} suppressed` : ''}${incomplete > 0 ? `; ${count(incomplete, 'scope')} not read whole` : ''}.`
}
