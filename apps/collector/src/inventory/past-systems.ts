import type { SystemQuery, SystemRow } from '@ai-census/api'
import { inventoryHistory } from '@ai-census/db'
import { rowsOf, type SQL, sql } from '@ai-census/db/query'
import type { AiSystem, SystemField } from '@ai-census/schema'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { HttpProblem } from '../http/problem.ts'
import { systemName } from '../reconcile/projection-rows.ts'
import { settingsInForce } from '../reconcile/settings-in-force.ts'
import { contains, holds, isEqual, isOneOf, since, until } from './filters.ts'
import { eitherWay, listPage, type RowOrder } from './list-page.ts'
import { dayOf, isAnswered, isBefore, isOwnedBy, isPerson, NOBODY } from './list-systems.ts'
import type { Page } from './pages.ts'
import { lastSeenThen } from './past-sights.ts'
import { placeOn } from './risk-order.ts'

type Query = z.output<typeof SystemQuery>
type Row = typeof inventoryHistory.$inferSelect
const historyRows = rowsOf(inventoryHistory)

/** The list of systems as the inventory was at an instant, told by the history of their states. */
export async function listPastSystems(deps: Deps, query: Query, instant: string): Promise<Page<SystemRow>> {
  if (query.source !== undefined)
    throw new HttpProblem(400, 'Which source things were found in is told of now, not of the past.', [
      { place: 'query.source', message: 'not together with asOf' },
    ])
  const page = await pageThen(deps, query, instant)
  const ids = page.rows.map(({ id }) => id)
  const seen = await lastSeenThen(deps.database, ids, instant)
  return {
    ...page,
    rows: page.rows.map((system) => ({
      ...system,
      name: systemName(system),
      lastSeenAt: seen.get(system.id) ?? system.lastSeenAt,
    })),
  }
}

async function pageThen(deps: Deps, query: Query, instant: string): Promise<Page<AiSystem>> {
  const asked = filtersOf(query, dayOf(instant))
  return listPage({
    database: deps.database,
    rows: historyRows,
    ref: sql`${inventoryHistory.subjectId}`,
    filters: [heldAt(instant), ...asked],
    leavesMost: asked.every((filter) => filter === undefined),
    order: await orderOf(deps, query.sort),
    query,
    total: null,
    show: bodyOf,
  })
}

/** The history keeps of a system what reconcile made. */
const bodyOf = ({ body }: Row): AiSystem => body as AiSystem

const heldAt = (instant: string): SQL => sql`(
  ${inventoryHistory.subjectType} = 'system' and ${inventoryHistory.validFrom} <= ${instant}::timestamptz
  and (${inventoryHistory.validTo} is null or ${inventoryHistory.validTo} > ${instant}::timestamptz))`

const body = sql`${inventoryHistory.body}`
/** A property of the system, whose name is a constant. */
const said = (property: keyof AiSystem): SQL => sql`(${body} ->> ${sql.raw(`'${property}'`)})`
const list = (property: keyof AiSystem): SQL => sql`(${body} -> ${sql.raw(`'${property}'`)})`
const answer = (field: SystemField): SQL => sql`(${body} #>> ${sql.raw(`'{fields,${field},value}'`)})`

const hasOne = (property: keyof AiSystem, values: readonly string[] | undefined): SQL | undefined =>
  values && sql`${list(property)} ?| ${sql.param(values)}::text[]`
const has = (property: keyof AiSystem, value: string | undefined): SQL | undefined =>
  value === undefined ? undefined : sql`${list(property)} ? ${value}`

const filtersOf = (query: Query, today: string): (SQL | undefined)[] => [
  contains(inventoryHistory.search, query.search),
  isOneOf(said('state'), query.state),
  hasOne('flags', query.flag),
  has('suppliers', query.supplier),
  hasOne('contexts', query.context),
  isOneOf(said('grade'), query.grade),
  has('models', query.model),
  isOneOf(sql`coalesce(${answer('riskLevel')}, ${NOBODY})`, query.risk),
  isAnswered(answer('userImpact'), query.userImpact),
  isAnswered(answer('lifecycle'), query.lifecycle),
  isBefore(answer('nextReview'), query.reviewBefore),
  isOwnedBy([answer('businessOwner'), answer('technicalOwner')], query.owner),
  isPerson(answer('businessOwner'), query.businessOwner),
  isPerson(answer('technicalOwner'), query.technicalOwner),
  isPerson(said('assignee'), query.assignee),
  holds(sql`coalesce(${said('snoozedUntil')} > ${today}, false)`, query.snoozed),
  isEqual(said('dismissedByRule'), query.rule),
  holds(sql`${said('live')}::boolean`, query.live),
  since(sql`${said('firstSeenAt')}::timestamptz`, query.firstSeenAfter),
  until(sql`${said('firstSeenAt')}::timestamptz`, query.firstSeenBefore),
]

const id = { id: sql`${inventoryHistory.subjectId}`, key: (row: Row) => row.subjectId }
const byName: Omit<RowOrder<Row>, 'descending'> = {
  ...id,
  by: sql`${inventoryHistory.sortName}`,
  type: 'text',
  value: (row) => row.sortName,
}
const byFirstSeen: Omit<RowOrder<Row>, 'descending'> = {
  ...id,
  by: sql`${said('firstSeenAt')}::timestamptz`,
  type: 'timestamptz',
  nullable: true,
  value: (row) => inUtc(bodyOf(row).firstSeenAt),
}
const byAttention: RowOrder<Row> = {
  ...id,
  by: sql`${inventoryHistory.attention}`,
  type: 'int',
  descending: true,
  value: (row) => row.attention,
}

const inUtc = (instant: string | null): string | null => instant && new Date(instant).toISOString()

async function orderOf(deps: Deps, sort: Query['sort']): Promise<RowOrder<Row>> {
  if (sort === 'attention') return byAttention
  if (sort.endsWith('name')) return eitherWay(byName, sort)
  if (sort.endsWith('firstSeenAt')) return eitherWay(byFirstSeen, sort)
  if (sort.endsWith('lastSeenAt'))
    throw new HttpProblem(400, 'When things were last seen is told of the past, but not sorted by.', [
      { place: 'query.sort', message: 'not together with asOf' },
    ])
  const { riskLevels } = await settingsInForce(deps, deps.database.orm)
  return eitherWay(
    {
      ...id,
      by: sql`array_position(${sql.param([...riskLevels])}::text[], ${answer('riskLevel')})`,
      type: 'int',
      nullable: true,
      value: (row) => placeOn(riskLevels, bodyOf(row).fields.riskLevel?.value),
    },
    sort,
  )
}
