import type { ComponentQuery, FlagQuery, SystemFilter, SystemQuery } from '@ai-census/api'
import { counts, type Queryable, systems } from '@ai-census/db'
import { type PgTable, type SQL, sql } from '@ai-census/db/query'
import { ComponentState, FlagId, SystemState } from '@ai-census/schema'
import type { z } from 'zod'
import { hasValue, holds, isOneOf } from './filters.ts'
import { allOf } from './pages.ts'

// How long lists are, where reconciling keeps count (`counts` of the tables).

/** A number that a query can tell beside its rows; null where nothing keeps count. */
export type Total = SQL | null
type Counted = (typeof counts.$inferSelect)['subject']

/** The sum of what is counted under these names. */
export const sumOf = (subject: Counted, names: readonly string[]): SQL => sql`(
  select coalesce(sum(n), 0)::int from ${counts}
  where subject = ${sql.raw(`'${subject}'`)} and name = any(${namesIn(names)}::text[]))`

const PLAIN_NAME = /^[a-z:-]+$/
/** Plain ones stand in the statement's text, which then may have no parameters (`readCells` of the database). */
const namesIn = (names: readonly string[]): SQL =>
  names.every((name) => PLAIN_NAME.test(name))
    ? sql.raw(`'{${names.map((name) => `"${name}"`).join(',')}}'`)
    : sql`${sql.param([...names])}`

/** Of a short table, or of the few that an index finds. */
export const countOf = (table: PgTable, where: SQL = sql`true`): SQL =>
  sql`(select count(*)::int from ${table} where ${where})`

export async function readTotal(db: Queryable, total: SQL): Promise<number> {
  const { rows } = await db.execute<{ n: number }>(sql`select ${total} as n`)
  return rows[0]?.n ?? 0
}

/** What narrows a list besides these; a cursor, a page's size, an order and a day narrow nothing. */
export const narrowedBy = (query: object, ...others: string[]): boolean =>
  Object.entries(query).some(
    ([name, value]) => value !== undefined && !['cursor', 'limit', 'sort', 'asOf', ...others].includes(name),
  )

type Systems = z.output<typeof SystemQuery> | (z.output<typeof SystemFilter> & { state?: SystemState[] })

/** Known by state, life and supplier together, and by one other property alone. */
export function countSystems(query: Systems, today: string): Total {
  const { model, flag, context, grade, risk } = query
  // A system has one grade and one level, but may have several flags and contexts.
  for (const [name, values, isSingle] of [
    ['grade', grade, true],
    ['risk', risk, true],
    ['model', model === undefined ? undefined : [model], true],
    ['flag', flag, false],
    ['context', context, false],
  ] as const)
    if (values !== undefined && !narrowedBy(query, name) && (isSingle || values.length === 1))
      return sumOf(
        'system',
        [...new Set(values)].map((value) => `${name}:${value}`),
      )
  if (narrowedBy(query, 'state', 'live', 'snoozed', 'supplier') || query.snoozed === true) return null
  const standing = sumOf('system', standingNames(query))
  if (query.snoozed === undefined) return standing
  return sql`(${standing} - ${countSnoozed(query, today)})`
}

/** Where systems stand: what they are counted by together. */
export type Standing = Pick<Systems, 'state' | 'live' | 'supplier'>

/** The names that systems of these states and lives are counted under, all of them or those of a supplier. */
export const standingNames = ({ state = SystemState.options, live, supplier }: Standing): string[] => {
  const lives = live === undefined ? ['live', 'past'] : [live ? 'live' : 'past']
  const prefix = supplier === undefined ? 'state' : `supplier:${supplier}`
  return state.flatMap((one) => lives.map((life) => `${prefix}:${one}:${life}`))
}

/** How many are in triage: unregistered, and not snoozed. */
export function countWaiting(today: string): SQL {
  const waiting: Standing = { state: ['unregistered'] }
  return sql`(${sumOf('system', standingNames(waiting))} - ${countSnoozed(waiting, today)})`
}

/** Few, and which of them still wait depends on the day. */
const countSnoozed = ({ state, live, supplier }: Standing, today: string): SQL =>
  countOf(
    systems,
    allOf([
      sql`${systems.snoozedUntil} > ${today}`,
      isOneOf(systems.state, state),
      holds(sql`${systems.live}`, live),
      hasValue(systems.suppliers, supplier),
    ]),
  )

/** Known by one property alone. */
export function countComponents(query: z.output<typeof ComponentQuery>): Total {
  const { state, kind, grade, context, supplier, model } = query
  const one = (value: string | undefined) => (value === undefined ? undefined : [value])
  const count = (names: readonly string[]) => sumOf('component', names)
  if (!narrowedBy(query)) return count(ComponentState.options.map((value) => `state:${value}`))
  const properties = { state, kind, grade, context, supplier: one(supplier), model: one(model) }
  for (const [name, values] of Object.entries(properties))
    if (values !== undefined && !narrowedBy(query, name))
      return count([...new Set(values)].map((value) => `${name}:${value}`))
  return null
}

/** Known by id. */
export function countFlags(query: z.output<typeof FlagQuery>): Total {
  if (narrowedBy(query, 'id')) return null
  return sumOf(
    'flag',
    (query.id ?? FlagId.options).map((id) => `id:${id}`),
  )
}
