import { type SQL, sql } from '@ai-census/db/query'
import { HttpProblem } from '../http/problem.ts'
import { isStorable } from '../http/storable.ts'

/** How a list is sorted: a column, then what makes the order total. */
export interface Order {
  by: SQL
  /** The type that a cursor's text is read back as. */
  type: KeyType
  descending: boolean
  /** Whether `by` may be null; then those rows stand last in either direction. */
  nullable?: boolean
  /** Breaks ties; unique. */
  id: SQL
  /** Default text. */
  idType?: KeyType
  /** True: ties run the way of the order; else they always go up. */
  idFollows?: boolean
}

type KeyType = 'text' | 'int' | 'timestamptz' | 'uuid'

export interface Page<T> {
  rows: T[]
  next: string | null
  total: number | null
  /** True: there are more than `total`. */
  capped?: boolean
}

/** A row of a list, by what it is sorted by. */
export interface Cursor {
  value: string | null
  id: string
}

/** A part of a list that an index gives in its order; the parts follow each other. */
export interface Stretch {
  where: SQL
  order: SQL
}

/**
 * Keyset pagination: a page costs the same wherever it is, and rows that come and go shift nothing. Rows without a value
 * are a stretch of their own, since no index goes from the last value on to them.
 */
export function stretchesOf(order: Order, cursor: Cursor | null): Stretch[] {
  const by = keyOf(order.by, order.type)
  const id = keyOf(order.id, order.idType ?? 'text')
  const without: Stretch = {
    where: allOf([sql`${order.by} is null`, cursor?.value === null ? beyondId(order, cursor.id) : undefined]),
    order: sql`${id} ${direction(idDescends(order))}`,
  }
  if (cursor?.value === null) return order.nullable ? [without] : []
  const valued: Stretch = {
    where: allOf([
      order.nullable ? sql`${order.by} is not null` : undefined,
      cursor ? beyond(order, { value: cursor.value, id: cursor.id }) : sql`true`,
    ]),
    order: sql`${by} ${direction(order.descending)}, ${id} ${direction(idDescends(order))}`,
  }
  return order.nullable ? [valued, without] : [valued]
}

/** What an order compares, under names of its own, and the same order by these; within one stretch. */
export const keysOf = (order: Order): SQL =>
  sql`${keyOf(order.by, order.type)} as key, ${keyOf(order.id, order.idType ?? 'text')} as id`
export const byKeysOf = (order: Order, table: SQL): SQL =>
  sql`${table}.key ${direction(order.descending)}, ${table}.id ${direction(idDescends(order))}`

const idDescends = (order: Order): boolean => order.idFollows === true && order.descending

const direction = (descending: boolean): SQL => (descending ? sql`desc` : sql`asc`)

/** Text is sorted by its code points, the same on every database whatever its language. */
const keyOf = (by: SQL, type: KeyType): SQL => (type === 'text' ? sql`${by} collate "C"` : by)

/** What comes behind a value, said so that an index starts there. */
function beyond(order: Order, { value, id }: { value: string; id: string }): SQL {
  const by = keyOf(order.by, order.type)
  const [typed, typedId] = [typedAs(value, order.type), typedAs(id, order.idType ?? 'text')]
  const sign = order.descending ? sql`<` : sql`>`
  if (idDescends(order) === order.descending)
    return sql`(${by}, ${keyOf(order.id, order.idType ?? 'text')}) ${sign} (${typed}, ${typedId})`
  return sql`(${by} ${sign}= ${typed} and (${by} ${sign} ${typed} or ${beyondId(order, id)}))`
}

function beyondId(order: Order, id: string): SQL {
  const type = order.idType ?? 'text'
  return sql`${keyOf(order.id, type)} ${idDescends(order) ? sql`<` : sql`>`} ${typedAs(id, type)}`
}

const typedAs = (value: string, type: KeyType): SQL => sql`${value}::${sql.raw(type)}`

/** For short lists: the rows behind a cursor in one condition, to be sorted by `orderBy`. */
export const afterCursor = (order: Order, cursor: string | undefined): SQL =>
  behind(order, readCursorOf(order, cursor))

/** The same of a cursor that was read, for few rows that no index has to walk. */
export const behind = (order: Order, cursor: Cursor | null): SQL => {
  if (cursor === null) return sql`true`
  if (cursor.value === null) return sql`(${order.by} is null and ${beyondId(order, cursor.id)})`
  const after = beyond(order, { value: cursor.value, id: cursor.id })
  return order.nullable ? sql`(${after} or ${order.by} is null)` : after
}

export const orderBy = (order: Order): SQL =>
  sql`${keyOf(order.by, order.type)} ${direction(order.descending)} nulls last,
    ${keyOf(order.id, order.idType ?? 'text')} ${direction(idDescends(order))}`

export const cursorOf = (value: string | number | null, id: string): string =>
  Buffer.from(JSON.stringify([value === null ? null : String(value), id])).toString('base64url')

/** Null where none was sent. Throws a problem for one of a list that is sorted in another way. */
export function readCursorOf(order: Order, text: string | undefined): Cursor | null {
  if (text === undefined) return null
  const [value, id] = readCursor(text)
  if (value === null ? !order.nullable : !readsAs[order.type](value)) throw foreignCursor()
  if (!readsAs[order.idType ?? 'text'](id)) throw foreignCursor()
  return { value, id }
}

/** A cursor of a list with a form of its own: two texts. */
export function readPoint(cursor: string): [string, string] {
  const [value, id] = readCursor(cursor)
  if (value === null) throw foreignCursor()
  return [value, id]
}

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
export const foreignCursor = () =>
  new HttpProblem(400, 'The cursor is not one of this list.', [
    { place: 'query.cursor', message: 'unknown cursor' },
  ])

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/
const readsAs: Record<KeyType, (value: string) => boolean> = {
  text: () => true,
  int: (value) => /^-?\d{1,9}$/.test(value),
  uuid: (value) => UUID.test(value),
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

export const allOf = (conditions: readonly (SQL | undefined)[]): SQL => {
  const said = conditions.filter((condition) => condition !== undefined)
  return said.length === 0 ? sql`true` : sql.join(said, sql` and `)
}

const FARTHEST = 10_000_000

/** For lists inside one thing that are counted by their rows: how many to pass over. */
export function readOffset(cursor: string | undefined): number {
  if (cursor === undefined) return 0
  const offset = Number(readCursor(cursor)[0])
  if (Number.isInteger(offset) && offset >= 0 && offset <= FARTHEST) return offset
  throw foreignCursor()
}
