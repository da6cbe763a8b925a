import { Column, getTableColumns, is, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { PgDialect, type PgTable } from 'drizzle-orm/pg-core'
import type { SelectResultFields } from 'drizzle-orm/query-builders/select.types'
import type { Cells } from './cells.ts'
import type { Queryable } from './client.ts'
import { asInstant } from './tables/columns.ts'
import { type Write, writes } from './write.ts'

/** Columns, or expressions without parameters, by the names that a row gives them. */
type Chosen = Record<string, Column | SQL>

/** What a list reads: from where, which columns, and how a row of the driver becomes a value. */
export interface Rows<R> {
  /** The table with what is joined to it. */
  readonly from: SQL
  /** The same, to be joined to something else. */
  readonly joined: SQL
  readonly columns: SQL
  /** How many there are. */
  readonly width: number
  readonly decode: (row: Record<string, unknown>) => R
  /** What writes each column's value as JSON from the cells of a row. */
  readonly json: { readonly [K in keyof R]: Write<R[K]> }
  /** A row of cells by its names; a value is read when it is asked for. Cannot be spread: see `whole`. */
  readonly view: (cells: Cells) => View<R>
  readonly whole: (view: View<R>) => R
}

declare const viewed: unique symbol
/** A row whose values are read when they are asked for. */
export type View<R> = Readonly<R> & { readonly cells: Cells; readonly [viewed]: true }

export type RowOf<T> = T extends Rows<infer R> ? R : never

interface Source<C extends Chosen> {
  table: PgTable
  /** `left join … on …`, without parameters. */
  joins?: SQL
  columns: C
  /** Which of the expressions are instants; of columns it is known. */
  instants?: readonly (keyof C & string)[]
  /** Before each name in the driver's row, so that rows of several tables can be read beside each other. */
  prefix?: string
  /** How many columns of others stand before these in the cells of a row. */
  offset?: number
}

/**
 * Rows as drizzle's `select` gives them, for lists that are asked for often: their text is made once, and only what needs
 * it is decoded. That is half of what a page of fifty costs in this process.
 */
export function rowsFrom<C extends Chosen>({
  table,
  joins,
  columns,
  instants = [],
  prefix = '',
  offset = 0,
}: Source<C>): Rows<SelectResultFields<C>> {
  const name = constant(sql`${table}`)
  const names = Object.keys(columns).map((key) => [key, prefix + key] as const)
  const decoders = Object.entries(columns).flatMap(([key, column]) => {
    if (instants.includes(key)) return [[key, asInstant] as const]
    return is(column, Column) && !AS_DRIVEN.has(column.getSQLType())
      ? [[key, (value: unknown) => column.mapFromDriverValue(value)] as const]
      : []
  })
  return {
    from: joins ? constant(sql`${table} ${joins}`) : name,
    joined: joins ? constant(sql`(${table} ${joins})`) : name,
    columns: constant(
      sql.join(
        Object.entries(columns).map(([key, column]) => sql`${column} as ${sql.identifier(prefix + key)}`),
        sql`, `,
      ),
    ),
    decode(row) {
      const value: Record<string, unknown> = {}
      for (const [key, given] of names) value[key] = row[given]
      for (const [key, decode] of decoders) if (value[key] !== null) value[key] = decode(value[key])
      // Drizzle's own type of these columns; the driver gave one value for each.
      return value as SelectResultFields<C>
    },
    ...readingCells(Object.keys(columns), offset),
  }
}

/** Columns of these names, from the cell at `offset` on. */
function readingCells<R>(
  keys: readonly string[],
  offset: number,
): Pick<Rows<R>, 'width' | 'json' | 'view' | 'whole'> {
  class Viewed {
    readonly cells: Cells
    constructor(cells: Cells) {
      this.cells = cells
    }
  }
  const read = (cells: Cells, place: number): unknown => JSON.parse(cells[place] ?? 'null')
  keys.forEach((key, i) => {
    if (key === 'cells') throw new Error('no column may be named as the cells are')
    const get = function (this: Viewed) {
      return read(this.cells, offset + i)
    }
    Object.defineProperty(Viewed.prototype, key, { get })
  })
  const at = (place: number) => writes<unknown>((cells) => cells[place] ?? null)
  return {
    width: keys.length,
    // Their types are those of the columns, whose names these are.
    json: Object.fromEntries(keys.map((key, i) => [key, at(offset + i)])) as Rows<R>['json'],
    view: (cells) => new Viewed(cells) as unknown as View<R>,
    whole: ({ cells }) =>
      Object.fromEntries(keys.map((key, i) => [key, read(cells, offset + i)] as const)) as R,
  }
}

/** What the driver already gives as the columns' types say. */
const AS_DRIVEN: ReadonlySet<string> = new Set(['text', 'text[]', 'integer', 'boolean', 'uuid', 'jsonb'])

/** All columns of a table. */
export const rowsOf = <T extends PgTable>(table: T): Rows<T['$inferSelect']> =>
  // The compiler does not see that drizzle's two types of a row are one.
  rowsFrom({ table, columns: getTableColumns(table) }) as unknown as Rows<T['$inferSelect']>

/** `tail`: the query from its WHERE on. */
export async function readRows<R>(db: Queryable, rows: Rows<R>, tail: SQL): Promise<R[]> {
  const found = await db.execute<Record<string, unknown>>(
    sql`select ${rows.columns} from ${rows.from} ${tail}`,
  )
  return found.rows.map(rows.decode)
}

const dialect = new PgDialect({ casing: 'snake_case' })

/** Its text, so that it is not put together again for each query. */
function constant(wanted: SQLWrapper): SQL {
  const { sql: text, params } = dialect.sqlToQuery(sql`${wanted}`)
  if (params.length > 0) throw new Error(`what every query says must have no parameters: ${text}`)
  return sql.raw(text)
}
