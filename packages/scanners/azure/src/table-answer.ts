import { isJson, list, text } from './resource.ts'

/**
 * Resource Graph's older form of the same: the names of columns, and rows of values. Null where the answer is of no such
 * form.
 */
export function rowsOf(answer: unknown): unknown[] | null {
  if (!isJson(answer) || !Array.isArray(answer.columns) || !Array.isArray(answer.rows)) return null
  const columns = list(answer, 'columns').map((one) => text(one, 'name') ?? '')
  return answer.rows.map((row: unknown) =>
    Array.isArray(row) ? Object.fromEntries(columns.map((name, i) => [name, row[i]])) : row,
  )
}
