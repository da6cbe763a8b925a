import type { ColumnMapping, ImportMapping } from '@ai-census/schema'
import type { RegisterTable, TableRow } from '../read/table.ts'
import { type Column, mapColumns } from './guess.ts'
import { findHeaderRow } from './header-row.ts'

export interface Layout {
  readonly headerRow: number
  readonly headerReason: string
  readonly columns: readonly ColumnMapping[]
  /** The rows below the header. */
  readonly rows: readonly TableRow[]
  /** Names that the mapping speaks of and that no column has. */
  readonly unknownColumns: readonly string[]
}

export type Tabular = Pick<RegisterTable, 'format' | 'rows'>

/** Finds the header and says what each column is taken for. Null: the table has no such row. */
export function layOut(table: Tabular, mapping: ImportMapping, riskLevels: readonly string[]): Layout | null {
  const header =
    mapping.headerRow === undefined
      ? findHeaderRow(table.rows)
      : { row: mapping.headerRow, reason: `You said that row ${mapping.headerRow} is the header.` }
  const headerCells = table.rows.find(({ row }) => row === header?.row)?.cells
  if (!header || !headerCells) return null
  const rows = table.rows.filter(({ row }) => row > header.row)
  const columns = columnsOf(table, headerCells, rows)
  const chosen = mapping.columns ?? {}
  const mapped = mapColumns(columns, { riskLevels, chosen })
  const known = new Set(mapped.flatMap(({ column, header: name }) => [column, name]))
  return {
    headerRow: header.row,
    headerReason: header.reason,
    columns: mapped,
    rows,
    unknownColumns: Object.keys(chosen).filter((name) => !known.has(name)),
  }
}

const SAMPLE_ROWS = 200

/** In a text file a cell beyond the header is a fault of its row; in a sheet it is a column without a name. */
function columnsOf(table: Tabular, header: readonly string[], rows: readonly TableRow[]): Column[] {
  const widths = table.format === 'xlsx' ? rows.map(({ cells }) => cells.length) : []
  const width = widths.reduce((a, b) => Math.max(a, b), header.length)
  const sample = rows.slice(0, SAMPLE_ROWS)
  const columns: Column[] = []
  for (let index = 0; index < width; index++) {
    const values = sample.map(({ cells }) => cells[index] ?? '')
    const name = (header[index] ?? '').replace(/\s+/g, ' ')
    columns.push({ index, header: name, values })
  }
  return columns
}
