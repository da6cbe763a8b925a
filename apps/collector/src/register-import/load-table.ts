import { type Queryable, registerImportRows } from '@ai-census/db'
import { asc, eq } from '@ai-census/db/query'
import type { TableRow, Tabular } from '@ai-census/register-import'
import type { RowChoice } from '@ai-census/schema'
import type { ImportRecord } from './list-imports.ts'

export interface KeptTable extends Tabular {
  readonly choices: ReadonlyMap<number, RowChoice>
}

/** The sheet as it was read, with what a person said of its rows. */
export async function loadTable(db: Queryable, { id, format }: ImportRecord): Promise<KeptTable> {
  const kept = await db
    .select({
      row: registerImportRows.row,
      cells: registerImportRows.cells,
      faults: registerImportRows.faults,
      choice: registerImportRows.choice,
    })
    .from(registerImportRows)
    .where(eq(registerImportRows.importId, id))
    .orderBy(asc(registerImportRows.row))
  const choices = new Map<number, RowChoice>()
  const rows = kept.map(({ row, cells, faults, choice }): TableRow => {
    if (choice) choices.set(row, choice)
    return faults ? { row, cells, faults } : { row, cells }
  })
  return { format, rows, choices }
}
