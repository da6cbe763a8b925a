import { type CellFault, cellName, limits, type TableRow, UnreadableFile } from './table.ts'

/** What no database keeps and nobody can see; line breaks and tabs stay. */
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\p{Cs}]/gu
const NAMED_PLACES = 5

/** Gathers rows within the limits, and what must be told about them. */
export class RowCollector {
  readonly rows: TableRow[] = []
  readonly #cleaned: string[] = []
  readonly #wide: number[] = []
  #characters = 0

  /** False where the row holds nothing. */
  add(row: number, raw: readonly string[], faults: readonly CellFault[] = []): boolean {
    const cells = raw.map((text, column) => this.#clean(text, row, column))
    while (cells.length > 0 && cells.at(-1) === '') cells.pop()
    if (cells.length === 0 && faults.length === 0) return false
    if (this.rows.length >= limits.rows)
      throw new UnreadableFile(`The file has more than ${limits.rows} rows; divide it into several.`)
    if (cells.length > limits.columns) {
      this.#wide.push(row)
      cells.length = limits.columns
    }
    this.rows.push(faults.length > 0 ? { row, cells, faults } : { row, cells })
    return true
  }

  notes(): string[] {
    return [
      ...told(this.#cleaned, (places) => `Left out control characters in ${places}.`),
      ...told(
        this.#wide.map(String),
        (places) => `Left out what stands beyond column ${limits.columns} in row ${places}.`,
      ),
    ]
  }

  #clean(text: string, row: number, column: number): string {
    const visible = text.replace(INVISIBLE, '')
    if (visible.length !== text.length) this.#cleaned.push(cellName(row, column))
    const cleaned = visible.trim()
    if (cleaned.length > limits.cellCharacters)
      throw new UnreadableFile(
        `The cell ${cellName(row, column)} holds ${cleaned.length} characters; a cell may hold ${limits.cellCharacters}.`,
      )
    this.#characters += cleaned.length
    if (this.#characters > limits.characters)
      throw new UnreadableFile('The file holds more text than a register has; divide it into several.')
    return cleaned
  }
}

/** One note that names the first places, or none. */
export function told(places: readonly string[], note: (places: string) => string): string[] {
  if (places.length === 0) return []
  const more = places.length > NAMED_PLACES ? ` and ${places.length - NAMED_PLACES} more` : ''
  return [note(`${places.slice(0, NAMED_PLACES).join(', ')}${more}`)]
}
