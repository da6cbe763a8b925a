import { createHash, randomUUID } from 'node:crypto'
import { registerImportRows, registerImports, type Transaction } from '@ai-census/db'
import { layOut, type RegisterTable, readRegister, UnreadableFile } from '@ai-census/register-import'
import type { Deps } from '../deps.ts'
import { HttpProblem } from '../http/problem.ts'
import type { ImportRecord } from './list-imports.ts'

const BATCH = 1000

/** Reads the file and keeps what it says as a draft. The file itself is not kept: its rows and its hash are. */
export async function uploadRegister(
  deps: Deps,
  bytes: Buffer,
  { fileName, sheet }: { fileName: string; sheet?: string | undefined },
  author: string,
): Promise<ImportRecord> {
  const table = await readTable(bytes, sheet)
  const layout = layOut(table, {}, deps.settings.riskLevels)
  if (!layout) throw new HttpProblem(422, 'The file has no row that could name its columns.')
  const { rows, ...named } = layout
  if (rows.length === 0)
    throw new HttpProblem(
      422,
      `The file has nothing below row ${layout.headerRow}, which is taken for the names of its columns.`,
    )
  const draft: ImportRecord = {
    id: randomUUID(),
    state: 'draft',
    fileName: fileName.toWellFormed().replaceAll('\0', ''),
    format: table.format,
    bytes: bytes.length,
    digest: createHash('sha256').update(bytes).digest('hex'),
    sheet: table.sheet,
    sheets: table.sheets.map(({ name, hidden }) => ({ name, hidden })),
    notes: [...table.notes],
    rowCount: rows.length,
    mapping: {},
    layout: { ...named, columns: [...named.columns], unknownColumns: [...named.unknownColumns] },
    version: 1,
    createdBy: author,
    createdAt: deps.now().toISOString(),
    confirmedBy: null,
    confirmedAt: null,
    result: null,
  }
  await deps.database.orm.transaction(async (tx) => {
    await tx.insert(registerImports).values(draft)
    await insertRows(tx, draft.id, table)
  })
  return draft
}

async function readTable(bytes: Buffer, sheet: string | undefined): Promise<RegisterTable> {
  try {
    return await readRegister(bytes, { sheet })
  } catch (error) {
    if (error instanceof UnreadableFile) throw new HttpProblem(422, error.message)
    throw error
  }
}

async function insertRows(tx: Transaction, importId: string, { rows }: RegisterTable): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH)
    await tx.insert(registerImportRows).values(
      rows.slice(from, from + BATCH).map(({ row, cells, faults }) => ({
        importId,
        row,
        cells: [...cells],
        faults: faults ? [...faults] : null,
      })),
    )
}
