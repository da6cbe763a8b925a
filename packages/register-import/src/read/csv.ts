import { breather } from '../breathe.ts'
import { guessDelimiter, nameOf } from './delimiter.ts'
import { RowCollector, told } from './rows.ts'
import { type CellFault, cellName, limits, type RegisterTable, UnreadableFile } from './table.ts'
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

export interface CsvRecord {
  readonly cells: string[]
  readonly faults: CellFault[]
}

/** A quoted text longer than this was most likely never closed. */
const LONGEST_QUOTED = limits.cellCharacters * 4

/** Throws `UnreadableFile` where a quote is never closed: all that follows would be one cell. */
export function* csvRecords(text: string, delimiter: string): Generator<CsvRecord> {
  let at = 0
  let row = 0
  while (at < text.length) {
    row += 1
    const record: CsvRecord = { cells: [], faults: [] }
    for (;;) {
      const field = readField(text, at, delimiter, row, record)
      record.cells.push(field.value)
      at = field.end
      if (text[at] !== delimiter) break
      at += 1
    }
    if (text[at] === '\r') at += 1
    if (text[at] === '\n') at += 1
    yield record
  }
}

interface Field {
  readonly value: string
  /** Where the delimiter, the line end or the end of the text stands. */
  readonly end: number
}

function readField(text: string, start: number, delimiter: string, row: number, record: CsvRecord): Field {
  if (text[start] !== '"') return plain(text, start, delimiter)
  const column = record.cells.length
  let value = ''
  let from = start + 1
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote < 0 || quote - start > LONGEST_QUOTED)
      throw new UnreadableFile(
        `The quote that opens in ${cellName(row, column)} is never closed, so the rest of the file would be one cell. Close it, or write "" for a quote inside a text.`,
      )
    value += text.slice(from, quote)
    from = quote + 1
    if (text[from] !== '"') break
    value += '"'
    from += 1
  }
  const rest = plain(text, from, delimiter)
  if (rest.value.trim() !== '')
    record.faults.push({
      column,
      message: `Text stands behind the closing quote (“${rest.value.slice(0, 40)}”). Write "" for a quote inside a text.`,
    })
  return { value: value + rest.value, end: rest.end }
}

function plain(text: string, start: number, delimiter: string): Field {
  let end = start
  while (end < text.length) {
    const char = text[end]
    if (char === delimiter || char === '\n' || char === '\r') break
    end += 1
  }
  return { value: text.slice(start, end), end }
}
