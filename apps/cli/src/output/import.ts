import type { ImportPlan, RegisterImport } from '@ai-census/api'
import type { ColumnMapping, PlannedRow, RowOutcome } from '@ai-census/schema'
import { safe } from './safe.ts'
import type { Style } from './style.ts'

const SHOWN_ROWS = 20

const MEANINGS: Readonly<Record<RowOutcome, string>> = {
  create: 'new: nothing that was discovered is like it',
  match: 'discovered, and registered by this',
  update: 'registered, and gets other answers',
  unchanged: 'registered, and says the same',
  duplicate: 'speak of the same as another row',
  undecided: 'may be more than one system: say which under “rows”',
  error: 'have faults, and are left out',
  skip: 'left out by you',
}

/** The mapping, the dry run, what needs a person, and what would change. */
export function renderImport(draft: RegisterImport, plan: ImportPlan, style: Style): string {
  const sections = [
    heading(draft, style),
    section('Columns', columns(draft.columns, style), style),
    section('Dry run', summary(plan), style),
    section(
      'Rows that speak of one thing',
      limited(plan.duplicates.map(({ reason }) => safe(reason))),
      style,
    ),
    section('Needs you', limited(plan.rows.flatMap((row) => attention(row, style))), style),
    section(
      'Changes',
      limited(plan.rows.filter(({ writes }) => writes).map((row) => change(row, style))),
      style,
    ),
  ]
  return `${sections.filter(Boolean).join('\n\n')}\n\n`
}

const section = (title: string, lines: readonly string[], style: Style): string =>
  lines.length === 0
    ? ''
    : [style.bold(title), ...lines.map((line) => `  ${line.replaceAll('\n', '\n  ')}`)].join('\n')

function limited(lines: readonly string[]): string[] {
  const more = lines.length - SHOWN_ROWS
  return more > 0 ? [...lines.slice(0, SHOWN_ROWS), `… and ${more} more (--format json has all)`] : [...lines]
}

function heading(
  { file, sheet, rowCount, headerReason, notes, unknownColumns }: RegisterImport,
  style: Style,
): string {
  const where = sheet === null ? '' : `, sheet “${safe(sheet)}”`
  const lines = [
    `${style.bold(safe(file.name))}${where}: ${rowCount} ${rowCount === 1 ? 'row' : 'rows'}. ${headerReason}`,
    ...notes.map((note) => `  ${safe(note)}`),
    ...unknownColumns.map((name) =>
      style.warn(`  The mapping names “${safe(name)}”, which no column is called.`),
    ),
  ]
  return lines.join('\n')
}

function columns(all: readonly ColumnMapping[], style: Style): string[] {
  const width = Math.min(30, Math.max(...all.map(({ header }) => safe(header).length)))
  const targetWidth = Math.max(...all.map(({ target }) => (target ?? NOWHERE).length))
  return all.map(({ column, header, target, confidence, reason }) => {
    const name = safe(header).slice(0, width).padEnd(width)
    const to = (target ?? NOWHERE).padEnd(targetWidth)
    return `${column.padEnd(2)} ${name}  ${to}  ${confidence.padEnd(7)}  ${style.dim(safe(reason))}`
  })
}

const NOWHERE = '(kept)'

function summary({ summary: { outcomes, conflicts } }: ImportPlan): string[] {
  // `Object.entries` forgets that the keys are outcomes.
  const lines = (Object.entries(outcomes) as [RowOutcome, number][]).map(
    ([outcome, count]) => `${String(count).padStart(5)}  ${outcome.padEnd(9)}  ${MEANINGS[outcome]}`,
  )
  return conflicts === 0
    ? lines
    : [
        ...lines,
        `${String(conflicts).padStart(5)}  conflict   a person set another value since, which is kept`,
      ]
}

const title = ({ row, name }: PlannedRow): string => `row ${row}  ${safe(name ?? '(no name)')}`

/** Faults with column and value; what is undecided; what a person set since. */
function attention(row: PlannedRow, style: Style): string[] {
  const lines = [
    ...row.problems.map(
      ({ column, header, value, message }) =>
        `${column ? `${column}${header ? ` (${safe(header)})` : ''} ` : ''}${value ? `“${safe(value)}” ` : ''}${safe(message)}`,
    ),
    ...(row.outcome === 'undecided' || (row.outcome === 'duplicate' && !row.writes)
      ? row.reasons.map(safe)
      : []),
    ...row.conflicts.map(
      ({ field, sheet, current, by, at }) =>
        `${field}: the sheet says “${safe(sheet)}”, ${safe(by)} set “${safe(current)}” on ${at.slice(0, 10)}, which is kept`,
    ),
    ...(row.outcome === 'create'
      ? row.candidates.map(
          ({ name, system, reasons }) =>
            `may be “${safe(name)}” (${system}): ${reasons.map(safe).join(', ')}`,
        )
      : []),
  ]
  return lines.length === 0 ? [] : [[title(row), ...lines.map((line) => style.warn(`  ${line}`))].join('\n')]
}

function change(row: PlannedRow, style: Style): string {
  const to = row.system ? ` = ${safe(row.system.name)} (${row.system.id})` : ''
  return [
    `${title(row)}  ${row.outcome}${to}`,
    style.dim(`  ${row.reasons.map((reason) => safe(reason).replace(/\.$/, '')).join('; ')}`),
    ...row.changes.map(
      ({ field, from, to: value }) =>
        `  ${field}: ${from === null ? '' : `${short(from)} → `}${short(value)}`,
    ),
    ...row.repositories.map((key) => `  repository: ${safe(key)}`),
  ].join('\n')
}

const short = (text: string): string => {
  const line = safe(text.replace(/\s+/g, ' '))
  return line.length > 80 ? `${line.slice(0, 79)}…` : line
}
