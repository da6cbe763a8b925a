import type { ModelQuery, ModelRow } from '@ai-census/api'
import { models } from '@ai-census/db'
import { sql } from '@ai-census/db/query'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import type { Written } from '../http/written.ts'
import { contains, hasValue, isEqual } from './filters.ts'
import { eitherWay, type RowOrder, writePage } from './list-page.ts'
import type { Page } from './pages.ts'
import { modelRowJson, modelRows } from './shown.ts'
import { narrowedBy, sumOf } from './totals.ts'

type Query = z.output<typeof ModelQuery>
type Row = typeof models.$inferSelect

type Sort = 'id' | 'componentCount' | 'retiresOn' | 'nextEnd'
const nameOf = (sort: Query['sort']): Sort => sort.replace('-', '') as Sort // a sign and a name, by the contract

const rowKey = { id: sql`${models.rowKey}`, key: (row: Row) => row.rowKey }
const orders: Record<Exclude<Sort, 'nextEnd'>, Omit<RowOrder<Row>, 'descending'>> = {
  id: { ...rowKey, by: sql`${models.id}`, type: 'text', value: (row) => row.id },
  componentCount: {
    ...rowKey,
    by: sql`${models.componentCount}`,
    type: 'int',
    value: (row) => row.componentCount,
  },
  retiresOn: {
    ...rowKey,
    by: sql`${models.retiresOn}`,
    type: 'text',
    nullable: true,
    value: (row) => row.retiresOn,
  },
}

const DAY_MS = 24 * 60 * 60_000
/** More days than any end is away: what has ended comes behind all that will. */
const ENDED = 1_000_000

/** By the days that are left; on another day, another order. */
function byNextEnd(today: string): Omit<RowOrder<Row>, 'descending'> {
  const end = sql`${models.retiresOn}::date`
  return {
    ...rowKey,
    by: sql`case when ${models.retiresOn} >= ${today} then ${end} - ${today}::date
      else ${ENDED} + (${today}::date - ${end}) end`,
    type: 'int',
    nullable: true,
    value: ({ retiresOn }) => {
      if (retiresOn === null) return null
      const days = Math.round((Date.parse(retiresOn) - Date.parse(today)) / DAY_MS)
      return days >= 0 ? days : ENDED - days
    },
  }
}

export async function listModels(deps: Deps, query: Query): Promise<Written<Page<ModelRow>>> {
  const sort = nameOf(query.sort)
  const order = sort === 'nextEnd' ? byNextEnd(deps.now().toISOString().slice(0, 10)) : orders[sort]
  return writePage({
    database: deps.database,
    rows: modelRows,
    ref: sql`${models.rowKey}`,
    query,
    filters: [
      contains(sql`lower(${models.id})`, query.search),
      isEqual(models.publisher, query.publisher),
      hasValue(models.hosts, query.host),
      query.system === undefined
        ? undefined
        : sql`${models.id} in (select unnest(models) from ai_system where ai_system.id = ${query.system})`,
      query.retiringBefore === undefined ? undefined : sql`${models.retiresOn} < ${query.retiringBefore}`,
    ],
    order: eitherWay(order, query.sort),
    total: narrowedBy(query) ? null : sumOf('model', ['all']),
    write: modelRowJson(deps),
  })
}
