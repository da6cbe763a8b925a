import { type DifferenceRow, type getDifference as endpoint, StateSubject } from '@ai-census/api'
import { type SQL, sql } from '@ai-census/db/query'
import { differingProperties } from '@ai-census/inventory'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { HttpProblem } from '../http/problem.ts'
import { afterCursor, allOf, cursorOf, type Order, orderBy, pageOf } from '../inventory/pages.ts'
import { nameOf } from './name-of.ts'

type Query = z.output<typeof endpoint.query>
type Answer = z.input<typeof endpoint.response>
type Body = Record<string, unknown>

interface Row {
  subject_type: StateSubject
  subject_id: string
  change: DifferenceRow['change']
  before: Body | null
  after: Body | null
}

/**
 * What differs between two instants, told by the states that began or ended between them: the work follows what
 * changed meanwhile, not what there is.
 */
export async function getDifference(deps: Deps, query: Query): Promise<Answer> {
  const [from, to] = [new Date(query.from).toISOString(), new Date(query.to).toISOString()]
  if (from > to)
    throw new HttpProblem(400, 'The first instant lies behind the second.', [
      { place: 'query.from', message: 'later than to' },
    ])
  return deps.database.orm.transaction(
    async (tx) => {
      const changes = changesBetween(from, to)
      const counted = await tx.execute<{ subject_type: StateSubject; change: Row['change']; n: number }>(
        sql`${changes} select subject_type, change, count(*)::int as n from changes group by 1, 2`,
      )
      const wanted = [
        sql`subject_type = any(${sql.param(query.type)}::text[])`,
        query.change ? sql`change = any(${sql.param(query.change)}::text[])` : undefined,
        afterCursor(order, query.cursor),
      ]
      const { rows } = await tx.execute<Row & Record<string, unknown>>(sql`
        ${changes} select subject_type, subject_id, change, before, after from changes
        where ${allOf(wanted)} order by ${orderBy(order)} limit ${query.limit + 1}`)
      const counts = countsOf(counted.rows)
      return {
        ...pageOf(rows, query.limit, shown, (row) => cursorOf(row.subject_type, row.subject_id)),
        total: totalOf(counts, query),
        from,
        to,
        counts,
      }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

const order: Order = { by: sql`subject_type`, type: 'text', descending: false, id: sql`subject_id` }

const heldAt = (instant: string): SQL => sql`(
  h.valid_from <= ${instant}::timestamptz and (h.valid_to is null or h.valid_to > ${instant}::timestamptz))`

const stateAt = (instant: string): SQL => sql`(
  select h.body from inventory_history h
  where h.subject_type = touched.subject_type and h.subject_id = touched.subject_id and ${heldAt(instant)}
  order by h.run desc limit 1)`

/** A common table `changes`; what came and went in between, or changed and changed back, is in none. */
const changesBetween = (from: string, to: string): SQL => sql`
  with touched as (
    select subject_type, subject_id from inventory_history
    where subject_type = any(${sql.param(StateSubject.options)}::text[])
      and valid_from > ${from}::timestamptz and valid_from <= ${to}::timestamptz
    union
    select subject_type, subject_id from inventory_history
    where valid_to > ${from}::timestamptz and valid_to <= ${to}::timestamptz
  ), states as (
    select subject_type, subject_id, ${stateAt(from)} as before, ${stateAt(to)} as after from touched
  ), changes as (
    select *, case when before is null then 'added' when after is null then 'removed' else 'changed' end as change
    from states where (before - 'lastSeenAt') is distinct from (after - 'lastSeenAt')
  )`

const shown = ({ subject_type, subject_id, change, before, after }: Row): DifferenceRow => ({
  subjectType: subject_type,
  subjectId: subject_id,
  name: nameOf(subject_type, after ?? before ?? {}),
  change,
  properties: before && after ? differingProperties(before, after) : [],
  before,
  after,
})

type Counts = Answer['counts']

function countsOf(rows: readonly { subject_type: StateSubject; change: Row['change']; n: number }[]): Counts {
  const none = () => ({ added: 0, removed: 0, changed: 0 })
  const counts: Counts = {
    system: none(),
    component: none(),
    supplier: none(),
    model: none(),
    relationship: none(),
    flag: none(),
  }
  for (const { subject_type, change, n } of rows) counts[subject_type][change] = n
  return counts
}

const totalOf = (counts: Counts, { type, change }: Query): number =>
  type.reduce(
    (sum, subject) =>
      sum +
      (change ?? (['added', 'removed', 'changed'] as const)).reduce((n, one) => n + counts[subject][one], 0),
    0,
  )
