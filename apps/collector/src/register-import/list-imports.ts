import type { RegisterImport } from '@ai-census/api'
import { type Queryable, registerImports } from '@ai-census/db'
import { eq, sql } from '@ai-census/db/query'
import type { Deps } from '../deps.ts'
import { HttpProblem } from '../http/problem.ts'
import { afterCursor, cursorOf, type Order, orderBy, type Page, pageOf } from '../inventory/pages.ts'

export type ImportRecord = typeof registerImports.$inferSelect

export const getImport = (deps: Deps, id: string): Promise<ImportRecord> => findImport(deps.database.orm, id)

export async function findImport(db: Queryable, id: string): Promise<ImportRecord> {
  const [row] = await db.select().from(registerImports).where(eq(registerImports.id, id))
  if (!row) throw new HttpProblem(404, 'No such import.')
  return row
}

const newestFirst: Order = {
  by: sql`${registerImports.createdAt}`,
  type: 'timestamptz',
  descending: true,
  id: sql`${registerImports.id}::text`,
}

export async function listImports(
  deps: Deps,
  query: { cursor?: string | undefined; limit: number },
): Promise<Page<RegisterImport>> {
  const { orm } = deps.database
  const rows = await orm
    .select()
    .from(registerImports)
    .where(afterCursor(newestFirst, query.cursor))
    .orderBy(orderBy(newestFirst))
    .limit(query.limit + 1)
  const total = await orm.$count(registerImports)
  return { ...pageOf(rows, query.limit, importOf, (row) => cursorOf(row.createdAt, row.id)), total }
}

export function importOf(row: ImportRecord): RegisterImport {
  const { id, state, sheet, sheets, notes, rowCount, mapping, layout } = row
  const { createdAt, createdBy, confirmedAt, confirmedBy } = row
  return {
    id,
    state,
    file: { name: row.fileName, format: row.format, bytes: row.bytes, digest: row.digest },
    sheet,
    sheets,
    notes,
    rowCount,
    mapping,
    ...layout,
    createdAt,
    createdBy,
    confirmedAt,
    confirmedBy,
    decisions: row.result?.decisions ?? null,
  }
}
