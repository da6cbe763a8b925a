import { type SQL, sql } from '@ai-census/db/query'

// What a query asks for, as conditions; what it does not ask for is undefined and narrows nothing.

type Column = Parameters<typeof sql>[1]

/** One value alone is said as such: an index that is sorted by more behind it then keeps its order. */
export const isOneOf = (column: Column, values: readonly string[] | undefined): SQL | undefined =>
  values &&
  (values.length === 1 ? sql`${column} = ${values[0]}` : sql`${column} = any(${sql.param(values)}::text[])`)
export const isEqual = (column: Column, value: string | undefined): SQL | undefined =>
  value === undefined ? undefined : sql`${column} = ${value}`
export const since = (column: Column, at: string | undefined): SQL | undefined =>
  at === undefined ? undefined : sql`${column} >= ${at}::timestamptz`
export const until = (column: Column, at: string | undefined): SQL | undefined =>
  at === undefined ? undefined : sql`${column} <= ${at}::timestamptz`
export const holds = (condition: SQL, wanted: boolean | undefined): SQL | undefined =>
  wanted === undefined ? undefined : wanted ? sql`(${condition})` : sql`not (${condition})`
/** Of a column that is an array. */
export const hasOne = (column: Column, values: readonly string[] | undefined): SQL | undefined =>
  values && sql`${column} && ${sql.param(values)}::text[]`
export const hasValue = (column: Column, value: string | undefined): SQL | undefined =>
  value === undefined ? undefined : sql`${column} @> array[${value}]::text[]`

/** `%` and `_` in what a person typed mean themselves. */
export const contains = (column: Column, text: string | undefined): SQL | undefined =>
  text ? sql`${column} like ${`%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`}` : undefined
