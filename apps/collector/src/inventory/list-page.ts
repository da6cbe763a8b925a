import type { Database } from '@ai-census/db'
import { type Cells, type Rows, type SQL, sql, type View, type Write } from '@ai-census/db/query'
import { Written } from '../http/written.ts'
import { cappedAt, countUpTo, MOST_COUNTED, numberUpTo } from './count-up-to.ts'
import {
  allOf,
  behind,
  byKeysOf,
  type Cursor,
  cursorOf,
  keysOf,
  type Order,
  orderBy,
  type Page,
  pageOf,
  readCursorOf,
  type Stretch,
  stretchesOf,
} from './pages.ts'
import { readTotal, type Total } from './totals.ts'

/** An order with what of a row it compares, so that a row can be pointed at. */
export interface RowOrder<R> extends Order {
  value: (row: R) => string | number | null
  /** As `id`. */
  key: (row: R) => string
  /** Where no one index gives the order: reads up to `limit` rows in it, behind the cursor. */
  walk?: <V extends R>(read: Read<V>, where: SQL, cursor: Cursor | null, limit: number) => Promise<V[]>
}

/** `table`: the one that the index is of, alone: joined to another, PostgreSQL reads its rows after all. */
export interface Glance {
  table: SQL
  where: SQL
}

export type Read<R> = (where: SQL, order: SQL, limit: number) => Promise<R[]>

export interface ListOf<R> {
  database: Database
  rows: Rows<R>
  /** The table alone, where filters and order need nothing of what is joined to it and every row of it is joined. */
  alone?: SQL | undefined
  /** A column with an index by which rows are fetched again; best a unique one. */
  ref: SQL
  /** Conditions that the query asks for; what is undefined narrows nothing. */
  filters: readonly (SQL | undefined)[]
  /**
   * What the index of the order tells by itself: holds wherever the filters do, and hardly anywhere else. Rows that they
   * leave out are then not even read.
   */
  glance?: Glance | undefined
  /** True where they leave most rows, so that the page fills at once: they are counted beside it. */
  leavesMost?: boolean
  /** The table whose words an index finds; without it, a search is a filter like others. */
  words?: SQL
  order: RowOrder<R>
  query: { cursor?: string | undefined; limit: number; search?: string | undefined }
  /** How many rows there are, where that is known without counting what the filters leave. */
  total: Total
}

/**
 * One page of a list, with the number of all its rows, which beyond some hundred is told only where something keeps count.
 *
 * Filters that leave little are answered from what they leave; where they leave more, the rows are walked in the order of
 * the list until the page is full. Which of the two it is decides the count, and not an estimate of the database's, which
 * for words and for filters that hang together is often wrong by far. Count and page come by one query wherever they can.
 */
async function readPage<R>(list: ListOf<R>): Promise<Page<View<R>>> {
  const { order, query, filters } = list
  const cursor = readCursorOf(order, query.cursor)
  const isNarrowed = filters.some((filter) => filter !== undefined)
  const { rows, ...counted } = isNarrowed ? await readNarrowed(list, cursor) : await readWhole(list, cursor)
  const pointAt = (row: R) => cursorOf(order.value(row), order.key(row))
  return { ...pageOf(rows, query.limit, (row) => row, pointAt), ...counted }
}

/** One page of values that are used here. */
export async function listPage<R, T>(list: ListOf<R> & { show: (row: R) => T }): Promise<Page<T>> {
  const page = await readPage(list)
  return { ...page, rows: page.rows.map((row) => list.show(list.rows.whole(row))) }
}

/** One page as an answer. */
export async function writePage<R, T>(list: ListOf<R> & { write: Write<T> }): Promise<WrittenPage<T>> {
  const page = await readPage(list)
  return writtenPage({ ...page, rows: page.rows.map(({ cells }) => cells) }, list.write)
}

/** What the database gave is cut and joined to the answer as text, without values in between. */
export function writtenPage<T>({ rows, next, total, capped }: Page<Cells>, write: Write<T>): WrittenPage<T> {
  const rest = `"next":${JSON.stringify(next)},"total":${total}${capped ? ',"capped":true' : ''}`
  return new WrittenPage(`{"rows":[${rows.map(write).join(',')}],${rest}}`, rows.length === 0)
}

class WrittenPage<T> extends Written<Page<T>> {
  readonly isEmpty: boolean

  constructor(text: string, isEmpty: boolean) {
    super(text)
    this.isEmpty = isEmpty
  }
}

type Found<R> = Pick<Page<View<R>>, 'rows' | 'total' | 'capped'>

async function readViews<R>({ database, rows }: ListOf<R>, query: SQL): Promise<View<R>[]> {
  return (await database.readCells(query)).map(rows.view)
}
/** What a query has beside its rows, in the column of that number behind theirs. */
const numberBeside = <R>({ rows }: ListOf<R>, cells: Cells, n = 0): number => Number(cells[rows.width + n])

async function readWhole<R>(list: ListOf<R>, cursor: Cursor | null): Promise<Found<R>> {
  const { database, total } = list
  if (!total) return { rows: await walk(list, cursor), total: null }
  if (list.order.walk) {
    const [rows, known] = await Promise.all([walk(list, cursor), readTotal(database.orm, total)])
    return { rows, total: known }
  }
  const { rows, beside } = await walkBeside(list, cursor, total)
  return { rows, total: beside ?? (await readTotal(database.orm, total)) }
}

async function readNarrowed<R>(list: ListOf<R>, cursor: Cursor | null): Promise<Found<R>> {
  const { database, total, query } = list
  const { orm } = database
  const most = Math.max(MOST_COUNTED, query.limit)
  if (total && list.order.walk) {
    const known = await readTotal(orm, total)
    if (known > most) return { rows: await walk(list, cursor), total: known }
  } else if (total) {
    const { rows, beside } = await walkBeside(list, cursor, total, sql`${total} > ${most}`)
    if (beside !== null) return { rows, total: beside }
  }
  if (list.leavesMost && !list.order.walk) {
    const { rows, beside } = await walkBeside(list, cursor, numberUpTo(fromFiltered(list)))
    return { rows, ...(beside === null ? await countUpTo(orm, fromFiltered(list)) : cappedAt(beside)) }
  }
  const hasWords = list.words !== undefined && query.search !== undefined && query.search !== ''
  const found = hasWords ? await readFrequent(list, cursor, most) : null
  if (found) return { rows: found, total: most, capped: true }
  const gathered = hasWords && !list.order.walk ? MOST_GATHERED : most
  const { rows, count } = await readFew(list, cursor, gathered)
  if (count <= most) return { rows, total: count }
  if (count <= gathered) return { rows, total: most, capped: true }
  // Nothing was found behind the cursor, or its rows are not all of those that are kept count of.
  if (total && !list.order.walk) return { rows: [], total: await readTotal(orm, total) }
  const next = hasWords ? await seek(list, cursor) : await walk(list, cursor)
  return { rows: next, total: most, capped: true }
}

/** So many rows are looked through for words before all that have them are gathered. */
const MOST_LOOKED_THROUGH = 3000
/** So many that have the words are gathered at once: an index gives them together, at less than what looking through costs. */
const MOST_GATHERED = 2 * MOST_LOOKED_THROUGH

/** So many rows are looked at for words that very many have, wherever these stand, until it is clear that they do. */
const MOST_SAMPLED = 20_000

/**
 * A page of words that so many rows have that the first rows looked at tell: gathering all that have them would cost
 * more than anything else. Null where the database does not think so, or where they do not fill the page.
 */
async function readFrequent<R>(
  list: ListOf<R>,
  cursor: Cursor | null,
  most: number,
): Promise<View<R>[] | null> {
  const { database, order, query, words = sql``, filters } = list
  if (order.walk || (await estimate(list)) <= MOST_GATHERED) return null
  const [counted] = await database.readCells(sql`
    select count(*)::int from (
      select 1 from (select * from ${words} limit ${MOST_SAMPLED}) as ${words}
      where ${allOf(filters)} limit ${most + 1}) as counted`)
  if (Number(counted?.[0]) <= most) return null
  const limit = query.limit + 1
  const [next] = stretchesOf(order, cursor)
  const found = next ? await readNear(list, next, limit) : []
  return found.length === limit ? found : null
}

/** How many rows the database thinks that the filters leave. Costs no look at them, and may be wrong by far. */
async function estimate<R>({ database, words = sql``, filters }: ListOf<R>): Promise<number> {
  const [row] = await database.readCells(
    sql`explain (format json) select 1 from ${words} where ${allOf(filters)}`,
  )
  const [plan] = JSON.parse(row?.[0] ?? '[]')
  return Number(plan?.Plan?.['Plan Rows'] ?? 0)
}

/**
 * Words often go with the order: all that have them may stand at its end, behind a million others. So a page is looked for
 * among the next rows, and where those do not fill it, it is made of all that have the words, which an index finds.
 */
async function seek<R>(list: ListOf<R>, cursor: Cursor | null): Promise<View<R>[]> {
  const { order, query } = list
  if (order.walk) return walk(list, cursor)
  const limit = query.limit + 1
  const [next] = stretchesOf(order, cursor)
  const found = next ? await readNear(list, next, limit) : []
  return found.length === limit ? found : (await readFew(list, cursor, null)).rows
}

/** The database stops at the last row that the page needs, since it joins in the order in which it looks through. */
function readNear<R>(list: ListOf<R>, next: Stretch, limit: number): Promise<View<R>[]> {
  const { order, rows, ref, filters } = list
  return readViews(
    list,
    sql`
    select ${rows.columns} from (
      select ${keysOf(order)}, ${ref} as ref from ${rows.from}
      where ${next.where} order by ${next.order} limit ${MOST_LOOKED_THROUGH}
    ) as near join ${rows.joined} on ${ref} = near.ref
    where ${allOf(filters)} order by ${byKeysOf(order, sql`near`)} limit ${limit}`,
  )
}

/**
 * How many rows the filters leave, at most one more than `most`, and where that is all, the page of them.
 * `most` null: whatever there is.
 */
async function readFew<R>(
  list: ListOf<R>,
  cursor: Cursor | null,
  most: number | null,
): Promise<{ count: number; rows: View<R>[] }> {
  const { rows, alone = rows.from, ref, filters, order, query } = list
  const few: Order = { ...order, by: sql`few.key`, id: sql`few.id` }
  const limit = query.limit + 1
  const isAll = most === null ? sql`true` : sql`(select n from counted) <= ${most}`
  const found = await readViews(
    list,
    sql`
    with few as materialized (
      select ${order.by} as key, ${order.id} as id, ${ref} as ref
      from ${alone} where ${allOf(filters)} ${most === null ? sql`` : sql`limit ${most + 1}`}
    ), counted as materialized (select count(*)::int as n from few)
    select ${rows.columns}, counted.n, case when ${ref} is null then 0 else 1 end
    from counted left join ${rows.joined} on ${allOf([
      sql`${ref} = any(array(
        select ref from few where ${isAll} and ${behind(few, cursor)} order by ${orderBy(few)} limit ${limit}))`,
      ...filters,
      behind(order, cursor),
    ])}
    order by ${orderBy(order)} limit ${limit}`,
  )
  const [first] = found
  if (!first) throw new Error('a count gave no row')
  const isFound = ({ cells }: View<R>) => numberBeside(list, cells, 1) === 1
  return { count: numberBeside(list, first.cells), rows: found.filter(isFound) }
}

async function walk<R>(list: ListOf<R>, cursor: Cursor | null): Promise<View<R>[]> {
  const { rows, order, query, filters } = list
  const limit = query.limit + 1
  const read: Read<View<R>> = (where, by, most) =>
    readViews(list, sql`select ${rows.columns} from ${rows.from} ${tailOf(where, by, most)}`)
  if (order.walk) return order.walk(read, allOf(filters), cursor, limit)
  return readStretches(read, allOf(filters), stretchesOf(order, cursor), limit)
}

const tailOf = (where: SQL, order: SQL, limit: number): SQL =>
  sql`where ${where} order by ${order} limit ${constant(limit)}`

/** A number in a statement's text, so that one without parameters is planned once (`readCells`). */
function constant(number: number): SQL {
  if (!Number.isSafeInteger(number)) throw new Error(`${number} is no whole number`)
  return sql.raw(String(number))
}

/** The same with a number beside its rows; null where there are none. `only`: reads nothing where that does not hold. */
async function walkBeside<R>(
  list: ListOf<R>,
  cursor: Cursor | null,
  number: SQL,
  only?: SQL,
): Promise<{ rows: View<R>[]; beside: number | null }> {
  const { rows, order, query, filters, glance } = list
  const [limit, stretches] = [query.limit + 1, stretchesOf(order, cursor)]
  let beside: number | null = null
  const read = async (source: SQL): Promise<View<R>[]> => {
    const found = await readViews(list, sql`select ${rows.columns}, ${number} from ${source}`)
    const [first] = found
    if (first) beside = numberBeside(list, first.cells)
    return found
  }
  if (glance) {
    const seen = await readStretches(
      (where, by, most) => read(glancedAt(list, glance.table, allOf([only, glance.where, where]), by, most)),
      sql`true`,
      stretches,
      limit,
    )
    if (seen.length === limit) return { rows: seen, beside }
  }
  const where = allOf([only, ...filters])
  const walked: Read<View<R>> = (all, by, most) => read(sql`${rows.from} ${tailOf(all, by, most)}`)
  return { rows: await readStretches(walked, where, stretches, limit), beside }
}

/** What a glance at the index finds, read by what it refers to. It may promise too much, so the filters are asked again. */
function glancedAt<R>(
  { rows, ref, filters, order }: ListOf<R>,
  table: SQL,
  where: SQL,
  by: SQL,
  limit: number,
): SQL {
  return sql`(
    select ${keysOf(order)}, ${ref} as ref from ${table} ${tailOf(where, by, limit)}
  ) as seen join ${rows.joined} on ${ref} = seen.ref
  where ${allOf(filters)} order by ${byKeysOf(order, sql`seen`)}`
}

const fromFiltered = <R>({ rows, filters }: ListOf<R>): SQL => sql`from ${rows.from} where ${allOf(filters)}`

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
