import type { ComponentQuery, FlagQuery, SystemFilter, SystemQuery } from '@ai-census/api'
import { counts, type Queryable, systems } from '@ai-census/db'
import { sql } from '@ai-census/db/query'
import { ComponentState, FlagId, SystemState } from '@ai-census/schema'
import type { z } from 'zod'
import { holds, isOneOf } from './filters.ts'
import { allOf } from './pages.ts'

// How long lists are, where reconciling keeps count (`counts` of the tables).

type Total = (() => Promise<number>) | null
type Counted = (typeof counts.$inferSelect)['subject']

/** The sum of what is counted under these names. */
export async function sumOf(db: Queryable, subject: Counted, names: readonly string[]): Promise<number> {
  const { rows } = await db.execute<{ n: number }>(sql`
    select coalesce(sum(n), 0)::int as n from ${counts}
    where subject = ${subject} and name = any(${sql.param([...names])}::text[])`)
  return rows[0]?.n ?? 0
}

/** What narrows a list besides these; a cursor, a page's size, an order and a day narrow nothing. */
export const narrowedBy = (query: object, ...others: string[]): boolean =>
  Object.entries(query).some(
    ([name, value]) => value !== undefined && !['cursor', 'limit', 'sort', 'asOf', ...others].includes(name),
  )

type Systems = z.output<typeof SystemQuery> | (z.output<typeof SystemFilter> & { state?: SystemState[] })

/** Known by state or by supplier, and by life. */
export function countSystems(db: Queryable, query: Systems, today: string): Total {
  const lives = query.live === undefined ? ['live', 'past'] : [query.live ? 'live' : 'past']
  if (query.supplier !== undefined && !narrowedBy(query, 'supplier', 'live'))
    return () =>
      sumOf(
        db,
        'system',
        lives.map((life) => `supplier:${query.supplier}:${life}`),
      )
  if (narrowedBy(query, 'state', 'live', 'snoozed') || query.snoozed === true) return null
  const states = query.state ?? SystemState.options
  const names = states.flatMap((state) => lives.map((life) => `state:${state}:${life}`))
  if (query.snoozed === undefined) return () => sumOf(db, 'system', names)
  return async () => {
    const [all, snoozed] = await Promise.all([sumOf(db, 'system', names), countSnoozed(db, query, today)])
    return all - snoozed
  }
}

/** Few, and which of them still wait depends on the day. */
const countSnoozed = (db: Queryable, { state, live }: Systems, today: string): PromiseLike<number> =>
  db.$count(
    systems,
    allOf([
      sql`${systems.snoozedUntil} > ${today}`,
      isOneOf(systems.state, state),
      holds(sql`${systems.live}`, live),
    ]),
  )

/** Known by state. */
export function countComponents(db: Queryable, query: z.output<typeof ComponentQuery>): Total {
  if (narrowedBy(query, 'state')) return null
  const names = (query.state ?? ComponentState.options).map((state) => `state:${state}`)
  return () => sumOf(db, 'component', names)
}

/** Known by id. */
export function countFlags(db: Queryable, query: z.output<typeof FlagQuery>): Total {
  if (narrowedBy(query, 'id')) return null
  const names = (query.id ?? FlagId.options).map((id) => `id:${id}`)
  return () => sumOf(db, 'flag', names)
}
