import type { Queryable } from '@ai-census/db'
import { type SQL, sql } from '@ai-census/db/query'
import { MOST_COUNTED } from './count-up-to.ts'
import {
  allOf,
  behind,
  type Cursor,
  cursorOf,
  type Order,
  orderBy,
  type Page,
  pageOf,
  readCursorOf,
  type Stretch,
  stretchesOf,
} from './pages.ts'

/** An order with what of a row it compares, so that a row can be pointed at. */
export interface RowOrder<R> extends Order {
  value: (row: R) => string | number | null
  /** As `id`. */
  key: (row: R) => string
  /** Where no one index gives the order: reads up to `limit` rows in it, behind the cursor. */
  walk?: (read: Read<R>, where: SQL, cursor: Cursor | null, limit: number) => Promise<R[]>
}

export type Read<R> = (where: SQL, order: SQL, limit: number) => Promise<R[]>

export interface ListOf<R, T> {
  db: Queryable
  /** What `read` reads from, as SQL. */
  from: SQL
  /** A column with an index by which rows are fetched again; best a unique one. */
  ref: { column: SQL; type: 'text' | 'int' | 'uuid' }
  /** Conditions that the query asks for; what is undefined narrows nothing. */
  filters: readonly (SQL | undefined)[]
  order: RowOrder<R>
  query: { cursor?: string | undefined; limit: number; search?: string | undefined }
  read: Read<R>
  /** How many rows there are, where that is known without counting what the filters leave. */
  total: (() => PromiseLike<number>) | null
  show: (row: R) => T
}

/**
 * One page of a list, with the number of all its rows, which beyond some hundred is told only where something keeps count.
 *
 * Filters that leave little are answered from what they leave; where they leave more, the rows are walked in the order of
 * the list until the page is full. Which of the two it is decides the count, and not an estimate of the database's, which
 * for words and for filters that hang together is often wrong by far.
 */
export async function listPage<R, T>(list: ListOf<R, T>): Promise<Page<T>> {
  const { order, query, filters } = list
  const cursor = readCursorOf(order, query.cursor)
  const isNarrowed = filters.some((filter) => filter !== undefined)
  const { rows, ...counted } = isNarrowed ? await readNarrowed(list, cursor) : await readWhole(list, cursor)
  const pointAt = (row: R) => cursorOf(order.value(row), order.key(row))
  return { ...pageOf(rows, query.limit, list.show, pointAt), ...counted }
}

type Found<R> = Pick<Page<R>, 'rows' | 'total' | 'capped'>

async function readWhole<R, T>(list: ListOf<R, T>, cursor: Cursor | null): Promise<Found<R>> {
  const [rows, total] = await Promise.all([walk(list, cursor), list.total?.()])
  return { rows, total: total ?? null }
}

async function readNarrowed<R, T>(list: ListOf<R, T>, cursor: Cursor | null): Promise<Found<R>> {
  const most = Math.max(MOST_COUNTED, list.query.limit)
  const known = await list.total?.()
  if (known !== undefined && known > most) return { rows: await walk(list, cursor), total: known }
  const { count, refs } = await readFew(list, cursor, most)
  if (count > most) {
    const rows = list.query.search ? await seek(list, cursor) : await walk(list, cursor)
    return { rows, total: most, capped: true }
  }
  return { rows: await readFound(list, cursor, refs), total: count }
}

async function readFound<R, T>(
  { ref, filters, order, query, read }: ListOf<R, T>,
  cursor: Cursor | null,
  refs: readonly string[],
): Promise<R[]> {
  if (refs.length === 0) return []
  const isFound = sql`${ref.column} = any(${sql.param([...refs])}::${sql.raw(ref.type)}[])`
  return read(allOf([isFound, ...filters, behind(order, cursor)]), orderBy(order), query.limit + 1)
}

/** So many rows are looked through for words before all that have them are gathered. */
const MOST_LOOKED_THROUGH = 3000

/**
 * Words often go with the order: all that have them may stand at its end, behind a million others. So a page is looked for
 * among the next rows, and where those do not fill it, it is made of all that have the words, which an index finds.
 */
async function seek<R, T>(list: ListOf<R, T>, cursor: Cursor | null): Promise<R[]> {
  const { order, from, ref, query, filters, read } = list
  if (order.walk) return walk(list, cursor)
  const limit = query.limit + 1
  const [next] = stretchesOf(order, cursor)
  const near =
    next &&
    sql`${ref.column} = any(array(
    select ${ref.column} from ${from} where ${next.where} order by ${next.order} limit ${MOST_LOOKED_THROUGH}))`
  const rows = near ? await read(allOf([near, ...filters]), orderBy(order), limit) : []
  return rows.length === limit ? rows : readFound(list, cursor, (await readFew(list, cursor, null)).refs)
}

/**
 * How many rows the filters leave, at most one more than is counted, and which of them are the page if that is all.
 * `most` null: all of them.
 */
async function readFew<R, T>(
  { db, from, ref, filters, order, query }: ListOf<R, T>,
  cursor: Cursor | null,
  most: number | null,
): Promise<{ count: number; refs: string[] }> {
  const few: Order = { ...order, by: sql`few.key`, id: sql`few.id` }
  const { rows } = await db.execute<{ count: number; refs: string[] }>(sql`
    with few as materialized (
      select ${order.by} as key, ${order.id} as id, ${ref.column} as ref
      from ${from} where ${allOf(filters)} ${most === null ? sql`` : sql`limit ${most + 1}`}
    )
    select (select count(*)::int from few) as count, array(
      select ref::text from few where ${behind(few, cursor)} order by ${orderBy(few)} limit ${query.limit + 1}
    ) as refs`)
  const [found] = rows
  if (!found) throw new Error('a count gave no row')
  return found
}

async function walk<R, T>(
  { order, query, filters, read }: ListOf<R, T>,
  cursor: Cursor | null,
): Promise<R[]> {
  const limit = query.limit + 1
  if (order.walk) return order.walk(read, allOf(filters), cursor, limit)
  return readStretches(read, allOf(filters), stretchesOf(order, cursor), limit)
}

/** One stretch after the other until there are enough. */
export async function readStretches<R>(
  read: Read<R>,
  where: SQL,
  stretches: readonly Stretch[],
  limit: number,
): Promise<R[]> {
  const rows: R[] = []
  for (const stretch of stretches) {
    if (rows.length >= limit) break
    rows.push(...(await read(allOf([where, stretch.where]), stretch.order, limit - rows.length)))
  }
  return rows
}

/** An order that may run either way. */
export const eitherWay = <R>(order: Omit<RowOrder<R>, 'descending'>, sort: string): RowOrder<R> => ({
  ...order,
  descending: sort.startsWith('-'),
})
