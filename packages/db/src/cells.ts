import type { SQL } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import pg from 'pg'
import { asInstant } from './tables/columns.ts'

/** A value of a row as JSON, made of PostgreSQL's text without a value in between; null where there is none. */
export type Cell = string | null
/** The values of one row in the order of its columns. */
export type Cells = readonly Cell[]

/** Reads rows as JSON, for lists that are answered in it. */
export type ReadCells = (query: SQL) => Promise<Cells[]>

const { builtins } = pg.types
/** Of `text[]`, which the driver's list of names leaves out. */
const TEXT_ARRAY: number = 1009
const readTextArray: (text: string) => unknown = pg.types.getTypeParser(TEXT_ARRAY)

const quoted = (text: string): string => JSON.stringify(text)
const asItIs = (text: string): string => text

/** Neither quoted, escaped nor empty. PostgreSQL quotes whatever else could be taken for something else. */
const PLAIN_ARRAY = /^\{[^"\\{}]+\}$/
function arrayOf(text: string): string {
  if (text === '{}') return '[]'
  const items = PLAIN_ARRAY.test(text) ? text.slice(1, -1).split(',') : null
  if (!items || items.includes('NULL')) return JSON.stringify(readTextArray(text))
  return `[${items.map(quoted).join(',')}]`
}

/** By the type's number. A type that is not here is text, as the driver has it. */
const WRITERS = new Map<number, (text: string) => string>([
  [builtins.BOOL, (text) => (text === 't' ? 'true' : 'false')],
  [builtins.INT2, asItIs],
  [builtins.INT4, asItIs],
  // Positions of the ledger, which no JSON number is too small for.
  [builtins.INT8, asItIs],
  [builtins.JSON, asItIs],
  [builtins.JSONB, asItIs],
  [builtins.TIMESTAMPTZ, (text) => quoted(asInstant(text))],
  [TEXT_ARRAY, arrayOf],
])
const types: pg.CustomTypesConfig = { getTypeParser: (oid: number) => WRITERS.get(oid) ?? quoted }

const dialect = new PgDialect({ casing: 'snake_case' })

/** `prepares`: statements that are asked for often are parsed once for each connection. */
export function cellReader(pool: pg.Pool, { prepares }: { prepares: boolean }): ReadCells {
  const statements = new Statements()
  return async (query) => {
    const { sql: text, params: values } = dialect.sqlToQuery(query)
    const name = prepares ? statements.nameOf(text) : undefined
    const { rows } = await pool.query<Cell[]>({
      text,
      values,
      types,
      rowMode: 'array',
      ...(name && { name }),
    })
    return rows
  }
}

/** A name for each statement that is asked for often, as far as there is room: the server keeps each until the end. */
export class Statements {
  static readonly OFTEN = 3
  static readonly MOST = 100
  readonly #names = new Map<string, string>()
  #asked = new Map<string, number>()

  nameOf(text: string): string | undefined {
    const name = this.#names.get(text)
    if (name !== undefined || this.#names.size >= Statements.MOST) return name
    const times = (this.#asked.get(text) ?? 0) + 1
    if (times < Statements.OFTEN) {
      // Texts that nobody asks for again would else gather here.
      if (this.#asked.size >= 10 * Statements.MOST) this.#asked = new Map()
      this.#asked.set(text, times)
      return undefined
    }
    this.#asked.delete(text)
    const given = `list_${this.#names.size}`
    this.#names.set(text, given)
    return given
  }
}
