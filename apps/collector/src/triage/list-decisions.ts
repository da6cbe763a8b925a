import type { DecisionQuery, LoggedDecision } from '@ai-census/api'
import { decisions } from '@ai-census/db'
import {
  getTableColumns,
  objectOf,
  type RowOf,
  rowsFrom,
  type SQL,
  sql,
  type Write,
  writes,
} from '@ai-census/db/query'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import type { Written } from '../http/written.ts'
import { assertSystem, isSystem } from '../inventory/assert-there.ts'
import { isEqual, isOneOf, since, until } from '../inventory/filters.ts'
import { aboutSystem } from '../inventory/get-system.ts'
import { eitherWay, writePage } from '../inventory/list-page.ts'
import type { Page } from '../inventory/pages.ts'
import { narrowedBy } from '../inventory/totals.ts'
import { aboutSupplier } from './review-version.ts'

type Query = z.output<typeof DecisionQuery>
/** The newest that takes it back and holds itself, so that taking back what took it back makes the decision hold again. */
const revocation = sql`left join lateral (
  select newer.sequence, newer.at, newer.author from decision newer
  where newer.body ->> 'type' = 'revoke' and newer.body ->> 'sequence' = ${decisions.sequence}::text
    and newer.sequence > ${decisions.sequence} and decision_holds(newer.sequence)
  order by newer.sequence desc limit 1) revocation on true`

const { position: _position, requestId: _requestId, ...told } = getTableColumns(decisions)
const decisionRows = rowsFrom({
  table: decisions,
  joins: revocation,
  columns: {
    ...told,
    revokedBy: sql<number | null>`revocation.sequence`,
    revokedAt: sql<string>`revocation.at`,
    revoker: sql<string>`revocation.author`,
  },
  instants: ['revokedAt'],
})
const { revokedBy, revokedAt, revoker, ...decisionFields } = decisionRows.json
// Asked for only where there is one.
const revocationJson = objectOf({ sequence: revokedBy as Write<number>, at: revokedAt, author: revoker })
const decisionJson: Write<LoggedDecision> = objectOf({
  ...decisionFields,
  revokedBy: writes<LoggedDecision['revokedBy']>((cells) =>
    revokedBy(cells) === null ? 'null' : revocationJson(cells),
  ),
})
type Row = RowOf<typeof decisionRows>

const bySequence = {
  by: sql`${decisions.sequence}`,
  type: 'int',
  id: sql`${decisions.sequence}`,
  idType: 'int',
  idFollows: true,
  value: (row: Row) => row.sequence,
  key: (row: Row) => String(row.sequence),
} as const

export const listDecisions = (deps: Deps, query: Query): Promise<Written<Page<LoggedDecision>>> =>
  writePage(listOf(deps, query))

function listOf(deps: Deps, query: Query, ...more: SQL[]) {
  return {
    database: deps.database,
    rows: decisionRows,
    alone: sql`${decisions}`,
    ref: sql`${decisions.sequence}`,
    query,
    filters: [
      query.system ? aboutSystem(query.system) : undefined,
      query.supplier ? aboutSupplier(query.supplier) : undefined,
      isOneOf(sql`(${decisions.body} ->> 'type')`, query.type),
      isEqual(decisions.author, query.author),
      since(decisions.at, query.from),
      until(decisions.at, query.to),
      ...more,
    ],
    order: eitherWay(bySequence, query.sort),
    total: narrowedBy(query) ? null : lastSequence,
    write: decisionJson,
  }
}

/** They are numbered from one, without a gap. */
const lastSequence = sql`(select coalesce(max(${decisions.sequence}), 0)::int from ${decisions})`

export async function listSystemDecisions(
  deps: Deps,
  system: string,
  page: Pick<Query, 'cursor' | 'limit'>,
): Promise<Written<Page<LoggedDecision>>> {
  const found = await writePage(listOf(deps, { ...page, system, sort: '-sequence' }, isSystem(system)))
  // One row tells that there is the system.
  if (found.isEmpty) await assertSystem(deps.database.orm, system)
  return found
}
