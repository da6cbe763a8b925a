import { type Finding, gradeRank, isCodeLocation, type ScanReport } from '@ai-census/schema'
import { loadCatalogue } from '@ai-census/signatures'
import { placeOf } from './place.ts'
import { safe } from './safe.ts'
import { lapsedSuppressions, retirement, type ScanView, shownFindings, suppressedFindings } from './view.ts'

/** A comment has room for 65,536 characters; nobody reads more rows than these. */
const MOST_ROWS = 25
const MOST_DETAILS = 100

/** For a pull request's comment: what is new (or all, without a baseline) first, the rest folded away. */
export function renderMarkdown(view: ScanView): string {
  const rows = view.reports.flatMap((report) =>
    shownFindings(report, view).map((finding): Row => ({ report, finding })),
  )
  const sorted = rows.sort((a, b) => weightOf(a) - weightOf(b))
  const first = sorted.filter(comesFirst).slice(0, MOST_ROWS)
  const later = sorted.slice(first.length).filter(comesFirst)
  const aside = sorted.filter((row) => !comesFirst(row))
  const lines = [`### AI Census: ${headline(rows.length, view)}`, '']
  if (first.length > 0) lines.push(...table(first, view), '')
  if (later.length > 0) lines.push(...folded(`${later.length} more`, more(later, view)))
  if (aside.length > 0)
    lines.push(...folded(`${aside.length} only in tests, examples or documentation`, more(aside, view)))
  lines.push(...beside(view))
  return `${lines.join('\n').trimEnd()}\n`
}

interface Row {
  readonly report: ScanReport
  readonly finding: Finding
}

function headline(count: number, { comparison, reports }: ScanView): string {
  const what = `${count === 0 ? 'no' : count} ${comparison ? 'new ' : ''}finding${count === 1 ? '' : 's'}`
  const where = reports.length === 1 ? '' : ` in ${reports.length} scopes`
  const known = comparison ? `, ${comparison.stayed} known before, ${comparison.gone.length} gone` : ''
  return `${what}${where}${known}`
}

/** A key is a key wherever it is written. */
const comesFirst = ({ finding: { kind, context } }: Row): boolean =>
  kind === 'credential' || !['test', 'example', 'documentation'].includes(context)

/** Keys first, then what production uses, strongest first. */
function weightOf({ finding }: Row): number {
  if (finding.kind === 'credential') return 0
  const aside = finding.context === 'production' ? 0 : 100
  return 10 + aside - gradeRank(finding.grade) * 2 - (finding.kind === 'service' ? 1 : 0)
}

function table(rows: readonly Row[], { reports }: ScanView): string[] {
  const many = reports.length > 1
  const head = ['', 'Supplier', 'What', 'How sure', ...(many ? ['Scope'] : []), 'First evidence']
  return [
    `| ${head.join(' | ')} |`,
    `|${head.map(() => ' --- ').join('|')}|`,
    ...rows.map(({ report, finding }) => {
      const cells = [
        alarm(finding, report),
        supplier(finding),
        `${finding.kind} ${inTable(finding.name)}`,
        `${finding.grade}, ${finding.context}`,
        ...(many ? [inTable(report.scope.title)] : []),
        evidence(finding),
      ]
      return `| ${cells.join(' | ')} |`
    }),
  ]
}

function alarm(finding: Finding, report: ScanReport): string {
  const retires = retirement(finding, report)
  return finding.kind === 'credential' ? '**key**' : retires ? `**${retires}**` : ''
}

function supplier({ supplier: slug, supplierName }: Finding): string {
  const known = slug === null ? undefined : loadCatalogue().suppliers.get(slug)
  return known ? known.name.replaceAll('|', '\\|') : inTable(slug ?? supplierName ?? 'not known')
}

function evidence(finding: Finding): string {
  const [first] = finding.evidence
  const shown = inTable(placeOf(first))
  const url = first && isCodeLocation(first.location) ? first.location.url : undefined
  const link =
    url && /^https?:\/\//.test(url) ? `[${shown}](<${url.replace(/[<>|\s\\]/g, encodeURIComponent)}>)` : shown
  const others = finding.evidence.length - 1
  return others > 0 ? `${link} and ${others} more` : link
}

function more(rows: readonly Row[], view: ScanView): string[] {
  const rest = rows.slice(0, MOST_DETAILS)
  const left = rows.length - rest.length
  return [...table(rest, view), ...(left > 0 ? ['', `and ${left} more, which \`--format json\` lists.`] : [])]
}

/** What is not to be looked at first, and must not be forgotten. */
function beside({ reports, comparison }: ScanView): string[] {
  const lines: string[] = []
  const gone = comparison?.gone ?? []
  if (gone.length > 0) lines.push(...folded(`${gone.length} gone`, bullets(gone.map(({ key }) => code(key)))))
  const unseen = comparison?.unseen.length ?? 0
  if (unseen > 0) lines.push(`${unseen} known before could not be looked for this time.`, '')
  const suppressed = reports.flatMap(suppressedFindings)
  if (suppressed.length > 0)
    lines.push(
      ...folded(
        `${suppressed.length} suppressed`,
        bullets(
          suppressed.map(
            ({ key, suppression }) =>
              `${code(key)}: ${code(suppression?.reason ?? 'no reason given')} (${code(suppression?.place ?? '')}${suppression?.expires ? `, until ${suppression.expires}` : ''})`,
          ),
        ),
      ),
    )
  for (const sentence of reports.flatMap(lapsedSuppressions))
    lines.push(`- **Lapsed**: ${code(sentence)}`, '')
  for (const { scope, coverage, unknowns } of reports)
    if (!['complete', 'not-enabled', 'unsupported'].includes(coverage.status))
      lines.push(
        ...folded(
          `Not read whole: ${coverage.status}`,
          bullets([code(scope.title), ...unknowns.map(({ place, reason }) => `${code(place)}: ${reason}`)]),
        ),
      )
  return lines
}

const bullets = (texts: readonly string[]): string[] => [
  ...texts.slice(0, MOST_DETAILS).map((text) => `- ${text}`),
  ...(texts.length > MOST_DETAILS ? [`- and ${texts.length - MOST_DETAILS} more`] : []),
]

/** Only our own words and numbers go into a summary: HTML is not Markdown, and no code span protects in it. */
const folded = (title: string, body: readonly string[]): string[] => [
  `<details><summary>${title}</summary>`,
  '',
  ...body,
  '',
  '</details>',
  '',
]

const LONGEST = 160

/**
 * Text of a repository, as a code span: there neither markup nor HTML, links, mentions or references are read. The
 * fence is longer than any run of back-ticks in the text.
 */
function code(text: string): string {
  const plain = safe(text).replace(/\s+/g, ' ').trim()
  const short = plain.length > LONGEST ? `${plain.slice(0, LONGEST).toWellFormed()}…` : plain
  if (short === '') return '–'
  const fence = '`'.repeat(Math.max(0, ...[...short.matchAll(/`+/g)].map(([run]) => run.length)) + 1)
  const edge = short.startsWith('`') || short.endsWith('`') ? ' ' : ''
  return `${fence}${edge}${short}${edge}${fence}`
}

/** In a table a bar ends the cell, in a code span too, unless it is escaped. */
const inTable = (text: string): string => code(text.replaceAll('\\', '\u2216')).replaceAll('|', '\\|')
