import type { SystemQuery, SystemRow } from '@ai-census/api'
import { componentFindings, components, scopes, systems } from '@ai-census/db'
import { type SQL, sql, type Write } from '@ai-census/db/query'
import type { SystemField } from '@ai-census/schema'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import type { Written } from '../http/written.ts'
import { settingsInForce } from '../reconcile/settings-in-force.ts'
import { contains, hasOne, hasValue, holds, isEqual, isOneOf, since, until } from './filters.ts'
import { lastSeenOrder } from './last-seen.ts'
import { eitherWay, type Glance, type ListOf, listPage, type RowOrder, writePage } from './list-page.ts'
import { allOf, type Page } from './pages.ts'
import { byRisk } from './risk-order.ts'
import { type StoredSystem, systemRowJson, systemRowOf, systemRows } from './shown.ts'
import { countSystems, narrowedBy } from './totals.ts'

type Query = z.output<typeof SystemQuery>
type Row = StoredSystem

export const listSystems = async (deps: Deps, query: Query): Promise<Page<SystemRow>> =>
  listPage({ ...(await listOf(deps, query)), show: systemRowOf })

/** The same as an answer. */
export const writeSystems = (deps: Deps, query: Query): Promise<Written<Page<SystemRow>>> =>
  writeSystemsAs(deps, query, systemRowJson)

/** The same, with what `write` makes of each. */
export const writeSystemsAs = async <T extends SystemRow>(
  deps: Deps,
  query: Query,
  write: Write<T>,
): Promise<Written<Page<T>>> => writePage({ ...(await listOf(deps, query)), write })

async function listOf(deps: Deps, query: Query): Promise<ListOf<Row>> {
  const today = dayOf(deps.now().toISOString())
  return {
    database: deps.database,
    rows: systemRows,
    ref: sql`${systems.id}`,
    words: sql`${systems}`,
    glance: glanceOf(query, today),
    filters: [...filtersOf(query, today), await isFoundIn(deps, query.source)],
    order: await orderOf(deps, query.sort),
    query,
    total: countSystems(query, today),
  }
}

const id = { id: sql`${systems.id}`, key: (row: Row) => row.id }
type Sort = 'name' | 'lastSeenAt' | 'firstSeenAt'
const orders: Record<Sort, Omit<RowOrder<Row>, 'descending'>> = {
  name: { ...id, by: sql`${systems.sortName}`, type: 'text', value: (row) => row.sortName },
  lastSeenAt: lastSeenOrder(systems),
  firstSeenAt: {
    ...id,
    by: sql`${systems.firstSeenAt}`,
    type: 'timestamptz',
    nullable: true,
    value: (row) => row.firstSeenAt,
  },
}
const byAttention: RowOrder<Row> = {
  ...id,
  by: sql`${systems.attention}`,
  type: 'int',
  descending: true,
  value: (row) => row.attention,
}

async function orderOf(deps: Deps, sort: Query['sort']): Promise<RowOrder<Row>> {
  if (sort === 'attention') return byAttention
  const name = sort.replace('-', '') as Sort | 'risk' // a sign and a name, by the contract
  if (name !== 'risk') return eitherWay(orders[name], sort)
  const { riskLevels } = await settingsInForce(deps, deps.database.orm)
  return byRisk(riskLevels, sort)
}

export const dayOf = (instant: string): string => instant.slice(0, 10)

/** What a field answers; a field's name is a constant of the schema. */
const answer = (field: SystemField): SQL => sql.raw(`(ai_system.fields #>> '{${field},value}')`)

export const NOBODY = 'none'
export const isPerson = (said: SQL, wanted: string | undefined): SQL | undefined =>
  wanted === undefined
    ? undefined
    : wanted === NOBODY
      ? sql`${said} is null`
      : sql`lower(${said}) = lower(${wanted})`

/** `owners`: who owns it, for its purpose and for its running. */
export function isOwnedBy(owners: readonly [SQL, SQL], wanted: string | undefined): SQL | undefined {
  const [one, other] = owners.map((owner) => isPerson(owner, wanted))
  if (!one || !other) return undefined
  return wanted === NOBODY ? sql`(${one} and ${other})` : sql`(${one} or ${other})`
}

const hasRisk = (levels: readonly string[] | undefined): SQL | undefined =>
  levels && sql`coalesce(${answer('riskLevel')}, ${NOBODY}) = any(${sql.param(levels)}::text[])`

/** Of a field with a closed list of answers. */
export function isAnswered(said: SQL, values: readonly string[] | undefined): SQL | undefined {
  if (!values) return undefined
  const isOne = sql`${said} = any(${sql.param(values.filter((value) => value !== NOBODY))}::text[])`
  return values.includes(NOBODY) ? sql`(${isOne} or ${said} is null)` : isOne
}

export const isBefore = (day: SQL, end: string | undefined): SQL | undefined =>
  end === undefined ? undefined : sql`${day} < ${end}`

/** The share of all scopes from which on a source counts as one with many. */
const MANY_SCOPES = 0.01

/**
 * Whether any of its findings lies in a scope of that source. Of a source with many scopes a page is full after few
 * systems, so each is asked in the page's order; what a small one has is gathered first.
 */
async function isFoundIn(deps: Deps, source: string | undefined): Promise<SQL | undefined> {
  if (source === undefined) return undefined
  const [found] = await deps.database.orm
    .select({ share: sql<number>`coalesce(avg((${scopes.source} = ${source})::int), 0)::float` })
    .from(scopes)
  // The planner takes one way for all of them, and misjudges how much is of one source: LIMIT and OFFSET bind it.
  return (found?.share ?? 0) < MANY_SCOPES
    ? sql`${systems.id} = any(array(
        select part.system_id from ${scopes}
        cross join lateral (select component_id from ${componentFindings}
          where ${componentFindings.scope} = ${scopes.scopeKey} offset 0) found
        cross join lateral (select system_id from ${components}
          where ${components.id} = found.component_id offset 0) part
        where ${scopes.source} = ${source}))`
    : sql`(select true from ${components}
        join ${componentFindings} on ${componentFindings.componentId} = ${components.id}
        join ${scopes} on ${scopes.scopeKey} = ${componentFindings.scope}
        where ${components.systemId} = ${systems.id} and ${scopes.source} = ${source} limit 1)`
}

const isSnoozed = (query: Query, today: string): SQL | undefined =>
  holds(sql`coalesce(${systems.snoozedUntil} > ${today}, false)`, query.snoozed)

/** The indexes of the order by attention have these columns too; the suppliers only of systems that have few. */
function glanceOf(query: Query, today: string): Glance | undefined {
  const { sort, supplier, state, live } = query
  if (sort !== 'attention' || !supplier || narrowedBy(query, 'supplier', 'state', 'live', 'snoozed'))
    return undefined
  const few = systems.fewSuppliers
  const where = allOf([
    isOneOf(systems.state, state),
    sql`(${hasValue(few, supplier)} or ${few} is null)`,
    holds(sql`${systems.live}`, live),
    isSnoozed(query, today),
  ])
  return { table: sql`${systems}`, where }
}

const filtersOf = (query: Query, today: string): (SQL | undefined)[] => [
  contains(systems.search, query.search),
  isOneOf(systems.state, query.state),
  hasOne(systems.flags, query.flag),
  hasValue(systems.suppliers, query.supplier),
  hasOne(systems.contexts, query.context),
  isOneOf(systems.grade, query.grade),
  hasValue(systems.models, query.model),
  hasRisk(query.risk),
  isAnswered(answer('userImpact'), query.userImpact),
  isAnswered(answer('lifecycle'), query.lifecycle),
  isBefore(answer('nextReview'), query.reviewBefore),
  isOwnedBy([answer('businessOwner'), answer('technicalOwner')], query.owner),
  isPerson(answer('businessOwner'), query.businessOwner),
  isPerson(answer('technicalOwner'), query.technicalOwner),
  isPerson(sql`${systems.assignee}`, query.assignee),
  isSnoozed(query, today),
  isEqual(systems.dismissedByRule, query.rule),
  holds(sql`${systems.live}`, query.live),
  since(systems.firstSeenAt, query.firstSeenAfter),
  until(systems.firstSeenAt, query.firstSeenBefore),
]
