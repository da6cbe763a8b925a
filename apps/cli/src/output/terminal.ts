import { type Context, type Evidence, type Finding, isCodeLocation, type ScanReport } from '@ai-census/schema'
import { type Style, safe, styleFor } from './style.ts'

const ASIDE: ReadonlySet<Context> = new Set(['test', 'example', 'documentation'])

export function renderTerminal(reports: readonly ScanReport[], { color }: { color: boolean }): string {
  const style = styleFor(color)
  const lines = reports.flatMap((report) => [...renderReport(report, style), ''])
  return `${[...lines, summary(reports)].join('\n')}\n`
}

function renderReport(report: ScanReport, style: Style): string[] {
  const title = report.scope.title === report.scope.key ? '' : style.dim(`  ${safe(report.scope.key)}`)
  const lines = [`${style.bold(safe(report.scope.title))}${title}`]
  const main = report.findings.filter((f) => !ASIDE.has(f.context))
  const aside = report.findings.filter((f) => ASIDE.has(f.context))
  if (report.findings.length === 0)
    lines.push(
      `  ${report.coverage.status === 'complete' ? 'No AI found.' : 'Nothing found in what could be read.'}`,
    )
  lines.push(...bySupplier(main, style))
  if (aside.length > 0) {
    const suppliers = [...new Set(aside.map((f) => supplierOf(f)))].sort()
    lines.push(
      style.dim(
        `  Only in tests, examples or documentation: ${aside.length} findings (${safe(suppliers.join(', '))})`,
      ),
    )
  }
  return [...lines, ...gaps(report, style)]
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
          (f) => `    ${label(f).padEnd(width)}  ${f.grade.padEnd(10)}  ${style.dim(place(f.evidence[0]))}`,
        ),
      ]
    })
}

const label = (finding: Finding): string => safe(`${finding.kind} ${finding.name}`)

function place(evidence: Evidence | undefined): string {
  if (!evidence) return ''
  const { location } = evidence
  if (!isCodeLocation(location)) return safe(`${location.api} ${location.operation} ${location.resource}`)
  return safe(`${location.path}:${location.startLine}${location.cell ? ` (cell ${location.cell})` : ''}`)
}

const SHOWN_UNKNOWNS = 10

function gaps(report: ScanReport, style: Style): string[] {
  const { status, detail, reason } = report.coverage
  if (status === 'complete' && report.unknowns.length === 0) return []
  const lines = [
    style.warn(`  Not read whole: ${status}${detail || reason ? `, ${safe(detail ?? reason ?? '')}` : ''}`),
  ]
  for (const unknown of report.unknowns.slice(0, SHOWN_UNKNOWNS)) {
    lines.push(
      style.warn(
        `    ${safe(unknown.place)}: ${unknown.reason}${unknown.detail ? `, ${safe(unknown.detail)}` : ''}`,
      ),
    )
  }
  if (report.unknowns.length > SHOWN_UNKNOWNS)
    lines.push(
      style.warn(`    … and ${report.unknowns.length - SHOWN_UNKNOWNS} more (--format json lists all)`),
    )
  return lines
}

/** One sentence about the whole scan. */
export function summary(reports: readonly ScanReport[]): string {
  const findings = reports.flatMap((report) => report.findings)
  const suppliers = new Set(findings.filter((f) => !ASIDE.has(f.context)).flatMap((f) => f.supplier ?? []))
  const models = new Set(findings.flatMap((f) => f.model?.id ?? []))
  const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`
  const incomplete = reports.filter(
    (r) => !['complete', 'unsupported', 'not-enabled'].includes(r.coverage.status),
  ).length
  return `${count(findings.length, 'finding')}, ${count(suppliers.size, 'supplier')}, ${count(models.size, 'model')} in ${count(reports.length, 'scope')}${incomplete > 0 ? `; ${count(incomplete, 'scope')} not read whole` : ''}.`
}
