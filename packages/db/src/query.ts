// The one copy of drizzle's operators. A package with its own could get another copy by its peers, whose values
// this one's tables would not understand.
export {
  aliasedTable,
  and,
  asc,
  type Column,
  count,
  desc,
  eq,
  getTableColumns,
  gt,
  inArray,
  isNotNull,
  isNull,
  lte,
  ne,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
export type { PgTable } from 'drizzle-orm/pg-core'
export type { Cells, ReadCells } from './cells.ts'
export { type RowOf, type Rows, readRows, rowsFrom, rowsOf, type View } from './rows.ts'
export { asInstant } from './tables/columns.ts'
export { ifAny, type MayWrite, type ObjectOf, objectOf, type Write, writes } from './write.ts'
