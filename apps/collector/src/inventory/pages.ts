import { type SQL, sql } from '@ai-census/db/query'
import { HttpProblem } from '../http/problem.ts'

/** How a list is sorted: a column, then what makes the order total. */
export interface Order {
  by: SQL
  /** The type that a cursor's text is read back as. */
  type: 'text' | 'int' | 'timestamptz'
  descending: boolean
  /** Breaks ties; unique. */
  id: SQL
}

export interface Page<T> {
  rows: T[]
  next: string | null
  total: number | null
}

/** Keyset pagination: a page costs the same wherever it is, and rows that come and go shift nothing. */
export function afterCursor(order: Order, cursor: string | undefined): SQL {
  if (cursor === undefined) return sql`true`
  const [value, id] = readCursor(cursor)
  const by = keyOf(order)
  const later = sql`${order.id} collate "C" > ${id}`
  // Nulls stand last in either direction.
  if (value === null) return sql`(${by} is null and ${later})`
  const typed = sql`${value}::${sql.raw(order.type)}`
  return sql`(${by} ${order.descending ? sql`<` : sql`>`} ${typed} or (${by} = ${typed} and ${later}) or ${by} is null)`
}

export const orderBy = (order: Order): SQL =>
  sql`${keyOf(order)} ${order.descending ? sql`desc` : sql`asc`} nulls last, ${order.id} collate "C" asc`

/** Text is sorted by its code points, the same on every database whatever its language. */
const keyOf = ({ by, type }: Order): SQL => (type === 'text' ? sql`${by} collate "C"` : by)

export const cursorOf = (value: string | number | null, id: string): string =>
  Buffer.from(JSON.stringify([value === null ? null : String(value), id])).toString('base64url')

function readCursor(cursor: string): [string | null, string] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(value) && value.length === 2) {
      const [key, id]: unknown[] = value
      if ((key === null || typeof key === 'string') && typeof id === 'string') return [key, id]
    }
  } catch {
    // Falls through to the refusal.
  }
  throw new HttpProblem(400, 'The cursor is not one of ours.', [
    { place: 'query.cursor', message: 'unknown cursor' },
  ])
}

/** One row more than asked for tells whether there is a next page. */
export function pageOf<R, T>(
  rows: R[],
  limit: number,
  show: (row: R) => T,
  cursor: (row: R) => string,
): Omit<Page<T>, 'total'> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown.map(show), next: rows.length > limit && last ? cursor(last) : null }
}

/** `%` and `_` in what a person typed mean themselves. */
export const contains = (column: SQL, text: string): SQL =>
  sql`${column} like ${`%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`}`

export const allOf = (conditions: (SQL | undefined)[]): SQL =>
  sql.join(
    conditions.filter((condition) => condition !== undefined),
    sql` and `,
  )

const FARTHEST = 10_000_000

/** For lists inside one thing, which are short and have no key of their own: how many rows to pass over. */
export function readOffset(cursor: string | undefined): number {
  if (cursor === undefined) return 0
  const offset = Number(readCursor(cursor)[0])
  if (Number.isInteger(offset) && offset >= 0 && offset <= FARTHEST) return offset
  throw new HttpProblem(400, 'The cursor is not one of ours.', [
    { place: 'query.cursor', message: 'unknown cursor' },
  ])
}
