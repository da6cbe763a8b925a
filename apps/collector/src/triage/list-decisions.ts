import type { DecisionQuery } from '@ai-census/api'
import { decisions } from '@ai-census/db'
import { objectOf, rowsOf, type SQL, sql, type Write } from '@ai-census/db/query'
import type { Decision } from '@ai-census/schema'
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
type Row = typeof decisions.$inferSelect
const decisionRows = rowsOf(decisions)
const { position: _position, requestId: _requestId, ...decisionFields } = decisionRows.json
/** As `decisionOf`. */
const decisionJson: Write<Decision> = objectOf(decisionFields)

const bySequence = {
  by: sql`${decisions.sequence}`,
  type: 'int',
  id: sql`${decisions.sequence}`,
  idType: 'int',
  idFollows: true,
  value: (row: Row) => row.sequence,
  key: (row: Row) => String(row.sequence),
} as const

export const listDecisions = (deps: Deps, query: Query): Promise<Written<Page<Decision>>> =>
  writePage(listOf(deps, query))

function listOf(deps: Deps, query: Query, ...more: SQL[]) {
  return {
    database: deps.database,
    rows: decisionRows,
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
): Promise<Written<Page<Decision>>> {
  const found = await writePage(listOf(deps, { ...page, system, sort: '-sequence' }, isSystem(system)))
  // One row tells that there is the system.
  if (found.isEmpty) await assertSystem(deps.database.orm, system)
  return found
}
