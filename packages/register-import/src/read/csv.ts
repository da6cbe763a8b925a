import { breather } from '../breathe.ts'
import { csvRecords } from './csv-records.ts'
import { guessDelimiter, nameOf } from './delimiter.ts'
import { RowCollector, told } from './rows.ts'
import type { RegisterTable } from './table.ts'
import { decodeText } from './text.ts'

/** RFC 4180 and what spreadsheets make of it: other separators, other line ends, quotes inside plain fields. */
export async function readCsv(bytes: Uint8Array): Promise<RegisterTable> {
  const { text, assumed } = decodeText(bytes)
  const declared = /^sep=(.)\r?\n/.exec(text)
  const body = declared ? text.slice(declared[0].length) : text
  const { delimiter, isSure } = declared
    ? { delimiter: declared[1] ?? ',', isSure: true }
    : guessDelimiter(body)
  const rows = new RowCollector()
  const breath = breather()
  // A line that names the separator is a row of its own for whoever counts rows.
  let row = declared ? 1 : 0
  const widths: Width[] = []
  for (const record of csvRecords(body, delimiter)) {
    row += 1
    if (rows.add(row, record.cells, record.faults)) widths.push({ row, width: record.cells.length })
    await breath()
  }
  return {
    format: 'csv',
    sheets: [],
    sheet: null,
    rows: rows.rows,
    notes: [
      ...(assumed ? [assumed] : []),
      ...(isSure ? [] : [`Fields are taken to be separated by ${nameOf(delimiter)}.`]),
      ...raggedNotes(widths),
      ...rows.notes(),
    ],
  }
}

interface Width {
  readonly row: number
  readonly width: number
}

/** Rows with more cells than the header are faults of their own; those with fewer may be meant. */
function raggedNotes(widths: readonly Width[]): string[] {
  const times = new Map<number, number>()
  for (const { width } of widths) times.set(width, (times.get(width) ?? 0) + 1)
  const [usual] = [...times].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0])
  const short = widths.filter(({ width }) => width < usual).map(({ row }) => String(row))
  return told(
    short,
    (rows) =>
      `Fewer cells than in the other rows (${usual}) in row ${rows}: what is missing counts as empty.`,
  )
}
