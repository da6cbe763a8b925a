import { registerImportRows, registerImports, type Transaction } from '@ai-census/db'
import { and, eq, sql } from '@ai-census/db/query'
import { layOut } from '@ai-census/register-import'
import type { ImportMapping, RowChoice } from '@ai-census/schema'
import type { Deps } from '../deps.ts'
import { HttpProblem } from '../http/problem.ts'
import type { ImportRecord } from './list-imports.ts'
import { loadTable } from './load-table.ts'

export function putMapping(deps: Deps, id: string, mapping: ImportMapping): Promise<ImportRecord> {
  return editDraft(deps, id, async (tx, draft) => {
    const layout = layOut(await loadTable(tx, draft), mapping, deps.settings.riskLevels)
    if (!layout)
      throw new HttpProblem(422, `Row ${mapping.headerRow} of the sheet is empty; name another one.`)
    const { rows, ...named } = layout
    return {
      mapping,
      rowCount: rows.length,
      layout: { ...named, columns: [...named.columns], unknownColumns: [...named.unknownColumns] },
    }
  })
}

export function putChoices(
  deps: Deps,
  id: string,
  choices: readonly { row: number; choice: RowChoice | null }[],
): Promise<ImportRecord> {
  return editDraft(deps, id, async (tx, draft) => {
    for (const { row, choice } of choices) {
      const found = await tx
        .update(registerImportRows)
        .set({ choice })
        .where(and(eq(registerImportRows.importId, id), eq(registerImportRows.row, row)))
        .returning({ row: registerImportRows.row })
      if (found.length === 0 || row <= draft.layout.headerRow)
        throw new HttpProblem(422, `The sheet has no row ${row} below its header.`)
    }
    return {}
  })
}

export async function deleteDraft(deps: Deps, id: string): Promise<void> {
  await deps.database.orm.transaction(async (tx) => {
    await lockDraft(tx, id)
    await tx.delete(registerImports).where(eq(registerImports.id, id))
  })
}

/** One person at a time; whoever saw an earlier version is told when confirming. */
async function editDraft(
  deps: Deps,
  id: string,
  edit: (tx: Transaction, draft: ImportRecord) => Promise<Partial<ImportRecord>>,
): Promise<ImportRecord> {
  return deps.database.orm.transaction(async (tx) => {
    const draft = await lockDraft(tx, id)
    const changed = await edit(tx, draft)
    const [row] = await tx
      .update(registerImports)
      .set({ ...changed, version: sql`${registerImports.version} + 1` })
      .where(eq(registerImports.id, id))
      .returning()
    if (!row) throw new Error('the draft went away under its lock')
    return row
  })
}

async function lockDraft(tx: Transaction, id: string): Promise<ImportRecord> {
  const row = await lockImport(tx, id)
  if (row.state !== 'draft') throw new HttpProblem(409, 'This import is confirmed; it stays as it is.')
  return row
}

export async function lockImport(tx: Transaction, id: string): Promise<ImportRecord> {
  const [row] = await tx.select().from(registerImports).where(eq(registerImports.id, id)).for('update')
  if (!row) throw new HttpProblem(404, 'No such import.')
  return row
}
