/** A table as a spreadsheet shows it: rows by their number there, cells as text. */

/** Something about one cell that keeps its row from being used. */
export interface CellFault {
  /** Counts from 0. */
  readonly column: number
  readonly message: string
}

export interface TableRow {
  /** As the spreadsheet numbers it, from 1. */
  readonly row: number
  readonly cells: readonly string[]
  readonly faults?: readonly CellFault[]
}

export interface SheetInfo {
  readonly name: string
  readonly hidden: boolean
}

export interface RegisterTable {
  readonly format: 'csv' | 'xlsx'
  /** Those of the workbook; none in a text file. */
  readonly sheets: readonly SheetInfo[]
  /** The one that was read; null in a text file. */
  readonly sheet: string | null
  /** Rows that hold anything, in order. */
  readonly rows: readonly TableRow[]
  /** What was assumed or left out while reading, each a sentence for the person who made the file. */
  readonly notes: readonly string[]
}

/** A file that cannot be read, or only in part: nothing of it is taken. The message says what to do. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
}

/** A register has hundreds of rows; these keep a file that is none from costing more than a moment. */
export const limits = {
  fileBytes: 16 * 1024 * 1024,
  rows: 100_000,
  columns: 256,
  /** Over all cells. */
  characters: 64 * 1024 * 1024,
  /** A spreadsheet's own limit for one cell. */
  cellCharacters: 32_767,
  /** Of an archive's parts that are read, once inflated. */
  inflatedBytes: 128 * 1024 * 1024,
  archiveEntries: 10_000,
} as const

/** `0` → `A`, `27` → `AB`: as people name a column. */
export function columnLetter(column: number): string {
  let letters = ''
  for (let n = column; n >= 0; n = Math.floor(n / 26) - 1)
    letters = String.fromCharCode(65 + (n % 26)) + letters
  return letters
}

export const cellName = (row: number, column: number): string => `${columnLetter(column)}${row}`
