import { type SQL, sql } from '@ai-census/db/query'
import { HttpProblem } from '../http/problem.ts'
import { isStorable } from '../http/storable.ts'

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
  if (value !== null && !readsAs[order.type](value)) throw foreignCursor()
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
      const isKey = key === null || (typeof key === 'string' && isStorable(key))
      if (isKey && typeof id === 'string' && isStorable(id)) return [key, id]
    }
  } catch {
    // Falls through to the refusal.
  }
  throw foreignCursor()
}

/** A cursor of a list that is sorted in another way, or that somebody made up. */
const foreignCursor = () =>
  new HttpProblem(400, 'The cursor is not one of this list.', [
    { place: 'query.cursor', message: 'unknown cursor' },
  ])

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const readsAs: Record<Order['type'], (value: string) => boolean> = {
  text: () => true,
  int: (value) => /^-?\d{1,9}$/.test(value),
  timestamptz: (value) => INSTANT.test(value) && Date.parse(value) > 0,
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

/** An order with what of a row it compares, so that a row can be pointed at. */
export interface RowOrder<R> extends Order {
  value: (row: R) => string | number | null
  /** As `id`. */
  key: (row: R) => string
}

export interface ListOf<R, T> {
  /** Conditions that the query asks for; what is undefined narrows nothing. */
  filters: readonly (SQL | undefined)[]
  order: RowOrder<R>
  query: { cursor?: string | undefined; limit: number }
  read: (where: SQL, order: SQL, limit: number) => Promise<R[]>
  count: (where: SQL) => PromiseLike<number>
  show: (row: R) => T
}

/** One page of a list, with the number of all its rows. */
export async function listPage<R, T>({ filters, order, query, ...list }: ListOf<R, T>): Promise<Page<T>> {
  const where = allOf([sql`true`, ...filters])
  const after = allOf([where, afterCursor(order, query.cursor)])
  const rows = await list.read(after, orderBy(order), query.limit + 1)
  const cursor = (row: R) => cursorOf(order.value(row), order.key(row))
  return { ...pageOf(rows, query.limit, list.show, cursor), total: await list.count(where) }
}

/** An order that may run either way. */
export const eitherWay = <R>(order: Omit<RowOrder<R>, 'descending'>, sort: string): RowOrder<R> => ({
  ...order,
  descending: sort.startsWith('-'),
})

type Column = Parameters<typeof sql>[1]

export const isOneOf = (column: Column, values: readonly string[] | undefined): SQL | undefined =>
  values && sql`${column} = any(${sql.param(values)}::text[])`
export const isEqual = (column: Column, value: string | undefined): SQL | undefined =>
  value === undefined ? undefined : sql`${column} = ${value}`
export const since = (column: Column, at: string | undefined): SQL | undefined =>
  at === undefined ? undefined : sql`${column} >= ${at}::timestamptz`
export const until = (column: Column, at: string | undefined): SQL | undefined =>
  at === undefined ? undefined : sql`${column} <= ${at}::timestamptz`
export const holds = (condition: SQL, wanted: boolean | undefined): SQL | undefined =>
  wanted === undefined ? undefined : wanted ? sql`(${condition})` : sql`not (${condition})`

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
  throw foreignCursor()
}
