import { csvText } from '../csv-text.ts'
import type { Exporter } from '../exporter.ts'
import { type SystemColumnId, systemColumns } from '../system-columns.ts'

/** One line a system: what a register is kept as in a spreadsheet. RFC 4180, UTF-8 with a mark for Excel. */
export const csv: Exporter = {
  title: 'CSV: one line a system, for spreadsheets',
  mediaType: 'text/csv; charset=utf-8',
  extension: 'csv',
  write: ({ systems }) => {
    // `Object.keys` forgets that the keys are the columns.
    const ids = Object.keys(systemColumns) as SystemColumnId[]
    const lines = [ids.map((id) => systemColumns[id].title)]
    for (const system of systems) lines.push(ids.map((id) => systemColumns[id].read(system)))
    return csvText(lines)
  },
}
