import type { ComponentQuery } from '@ai-census/api'
import { components } from '@ai-census/db'
import { sql } from '@ai-census/db/query'
import type { Component } from '@ai-census/schema'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import {
  afterCursor,
  allOf,
  contains,
  cursorOf,
  holds,
  isOneOf,
  orderBy,
  type Page,
  pageOf,
} from './pages.ts'
import { componentLastSeen, componentOf, selectComponents } from './shown.ts'

type Query = z.output<typeof ComponentQuery>

export async function listComponents(deps: Deps, query: Query): Promise<Page<Component>> {
  const byName = query.sort.endsWith('name')
  const byFirst = query.sort.endsWith('firstSeenAt')
  const order = {
    by: byName ? sql`${components.sortName}` : byFirst ? sql`${components.firstSeenAt}` : componentLastSeen,
    type: byName ? ('text' as const) : ('timestamptz' as const),
    descending: query.sort.startsWith('-'),
    id: sql`${components.id}`,
  }
  const where = allOf([
    sql`true`,
    query.search ? contains(sql`${components.search}`, query.search) : undefined,
    query.system ? sql`${components.systemId} = ${query.system}` : undefined,
    query.supplier ? sql`${components.supplier} = ${query.supplier}` : undefined,
    query.model ? sql`${components.modelId} = ${query.model}` : undefined,
    query.kind ? sql`${components.kind} = any(${sql.param(query.kind)}::text[])` : undefined,
    query.state ? sql`${components.state} = any(${sql.param(query.state)}::text[])` : undefined,
    isOneOf(components.grade, query.grade),
    isOneOf(components.context, query.context),
    query.scope
      ? sql`exists (select 1 from component_finding cf where cf.component_id = ${components.id} and cf.scope = ${query.scope})`
      : undefined,
    query.identifier
      ? sql`${components.identifiers} @> ${JSON.stringify([{ value: query.identifier }])}::jsonb`
      : undefined,
    holds(sql`jsonb_array_length(${components.identifiers}) > 0`, query.hasIdentifier),
  ])
  const { orm } = deps.database
  const rows = await selectComponents(orm)
    .where(allOf([where, afterCursor(order, query.cursor)]))
    .orderBy(orderBy(order))
    .limit(query.limit + 1)
  const total = await orm.$count(components, where)
  const cursor = (row: (typeof rows)[number]) =>
    cursorOf(byName ? row.sortName : byFirst ? row.firstSeenAt : row.lastSeenAt, row.id)
  return { ...pageOf(rows, query.limit, componentOf, cursor), total }
}
