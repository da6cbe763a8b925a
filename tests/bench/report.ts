import type { BenchResult, CaseResult } from './measure.ts'

/** The results for a person: a table, and below it what each figure is and is not. */
export function asTable(results: readonly BenchResult[]): string {
  return results.map(benchTable).join('\n\n')
}

function benchTable({ title, setting, cases, notMeasured }: BenchResult): string {
  const rows = [
    ['case', 'A ÷ B', 'of rounds', 'bar', '', 'A ms', 'B ms', 'A MB/s', 'B MB/s'],
    ...cases.map(row),
  ]
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((cells) => cells[column]!.length)))
  const lines = rows.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  )
  return [
    title,
    ...Object.entries(setting).map(([name, value]) => `  ${name}: ${value}`),
    '',
    ...lines,
    '',
    'Ratios of median times, or of 95th percentiles where a line says p95, both sides in turns in one run; milliseconds are this machine at this moment.',
    ...explained(cases),
    ...notMeasured.map((line) => `- Not measured: ${line}`),
  ].join('\n')
}

function row({ name, ratio, spread, bar, held, bytes, a, b }: CaseResult): string[] {
  return [
    name,
    ratio.toFixed(3),
    `${spread[0].toFixed(2)}–${spread[1].toFixed(2)}`,
    bar === null ? '' : `${bar.id}: ≤ ${bar.most.toFixed(3)}${bar.plus ? ` + ${bar.plus} ms` : ''}`,
    bar === null ? '' : held ? 'held' : 'MISSED',
    short(a.milliseconds),
    short(b.milliseconds),
    ...[a, b].map(({ milliseconds }) => (bytes === null ? '' : (bytes / 1000 / milliseconds).toFixed(0))),
  ]
}

const short = (milliseconds: number): string => milliseconds.toFixed(milliseconds < 10 ? 1 : 0)

/** What many cases say alike is said once. */
function explained(cases: readonly CaseResult[]): string[] {
  const alike = Map.groupBy(cases, ({ a, b, measures }) => `${a.label} against ${b.label}. ${measures}`)
  return [...alike].map(([text, group]) => {
    const names = group.length > 5 ? `all ${group.length} cases` : group.map(({ name }) => name).join('; ')
    return `- ${names}: ${text}`
  })
}
