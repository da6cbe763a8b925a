import { told } from '../rows.ts'
import { limits, type TableRow } from '../table.ts'

export interface MergedRange {
  readonly name: string
  readonly column: number
  readonly lastColumn: number
  readonly row: number
  readonly lastRow: number
}

export function parseRange(name: string): MergedRange | null {
  const parts = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/i.exec(name)
  if (!parts) return null
  const [, from = '', top, to = '', bottom] = parts
  return { name, column: indexOf(from), row: Number(top), lastColumn: indexOf(to), lastRow: Number(bottom) }
}

const indexOf = (letters: string): number =>
  [...letters.toUpperCase()].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1

const MOST_RANGES = 10_000

/**
 * A cell that is merged over several rows of one column says the same for each of them. One merged across columns is a
 * heading, and stays where it begins.
 */
export function fillMerged(
  rows: readonly TableRow[],
  ranges: readonly MergedRange[],
): { rows: readonly TableRow[]; notes: string[] } {
  const down = ranges
    .slice(0, MOST_RANGES)
    .filter((r) => r.column === r.lastColumn && r.column < limits.columns && r.lastRow > r.row)
  if (down.length === 0) return { rows, notes: [] }
  const byNumber = new Map(rows.map((row) => [row.row, row]))
  const filled = new Map<number, string[]>()
  const used: string[] = []
  for (const range of down) {
    const value = byNumber.get(range.row)?.cells[range.column] ?? ''
    if (value === '') continue
    used.push(range.name)
    for (const row of rowsBelow(range, byNumber)) {
      const cells = filled.get(row.row) ?? [...row.cells]
      while (cells.length <= range.column) cells.push('')
      cells[range.column] = value
      filled.set(row.row, cells)
    }
  }
  return {
    rows: rows.map((row) => ({ ...row, cells: filled.get(row.row) ?? row.cells })),
    notes: told(used, (places) => `Merged cells count for each of their rows: ${places}.`),
  }
}

function rowsBelow(range: MergedRange, byNumber: ReadonlyMap<number, TableRow>): TableRow[] {
  const below: TableRow[] = []
  const last = Math.min(range.lastRow, range.row + limits.rows)
  for (let number = range.row + 1; number <= last; number++) {
    const row = byNumber.get(number)
    if (row) below.push(row)
  }
  return below
}
