import { type CellFault, cellName, limits, UnreadableFile } from './table.ts'

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
