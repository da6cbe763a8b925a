import type { ComponentQuery } from '@ai-census/api'
import { components } from '@ai-census/db'
import { type SQL, sql } from '@ai-census/db/query'
import type { Component } from '@ai-census/schema'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import type { Written } from '../http/written.ts'
import { contains, holds, isEqual, isOneOf } from './filters.ts'
import { lastSeenOrder } from './last-seen.ts'
import { eitherWay, type ListOf, listPage, type RowOrder, writePage } from './list-page.ts'
import type { Page } from './pages.ts'
import { componentJson, componentOf, componentRows, type StoredComponent } from './shown.ts'
import { countComponents } from './totals.ts'

type Query = z.output<typeof ComponentQuery>
type Row = StoredComponent

export const listComponents = async (deps: Deps, query: Query): Promise<Page<Component>> =>
  listPage({ ...listOf(deps, query), show: componentOf })

/** The same as an answer. */
export const writeComponents = async (deps: Deps, query: Query): Promise<Written<Page<Component>>> =>
  writePage({ ...listOf(deps, query), write: componentJson })

const listOf = ({ database }: Deps, query: Query): ListOf<Row> => ({
  database,
  rows: componentRows,
  ref: sql`${components.id}`,
  words: sql`${components}`,
  filters: filtersOf(query),
  order: eitherWay(orders[nameOf(query.sort)], query.sort),
  query,
  total: countComponents(query),
})

type Sort = 'name' | 'lastSeenAt' | 'firstSeenAt'
const nameOf = (sort: Query['sort']): Sort => sort.replace('-', '') as Sort // a sign and a name, by the contract

const id = { id: sql`${components.id}`, key: (row: Row) => row.id }
const orders: Record<Sort, Omit<RowOrder<Row>, 'descending'>> = {
  name: { ...id, by: sql`${components.sortName}`, type: 'text', value: (row) => row.sortName },
  lastSeenAt: lastSeenOrder(components),
  firstSeenAt: {
    ...id,
    by: sql`${components.firstSeenAt}`,
    type: 'timestamptz',
    value: (row) => row.firstSeenAt,
  },
}

const filtersOf = (query: Query): (SQL | undefined)[] => [
  contains(components.search, query.search),
  isEqual(components.systemId, query.system),
  isEqual(components.supplier, query.supplier),
  isEqual(components.modelId, query.model),
  isOneOf(components.kind, query.kind),
  isOneOf(components.state, query.state),
  isOneOf(components.grade, query.grade),
  isOneOf(components.context, query.context),
  query.scope === undefined
    ? undefined
    : sql`${components.id} in (select component_id from component_finding where scope = ${query.scope})`,
  query.identifier === undefined
    ? undefined
    : sql`${components.identifiers} @> ${JSON.stringify([{ value: query.identifier }])}::jsonb`,
  holds(sql`${components.identifiers} <> '[]'::jsonb`, query.hasIdentifier),
]
