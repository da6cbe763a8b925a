import type { Proposal } from '@ai-census/api'
import { mergeProposals, type Queryable, systems } from '@ai-census/db'
import { readRows, rowsOf, sql } from '@ai-census/db/query'
import type { Deps } from '../deps.ts'
import { listPage, type RowOrder } from '../inventory/list-page.ts'
import type { Page } from '../inventory/pages.ts'
import { type StoredSystem, systemRowOf, systemRows } from '../inventory/shown.ts'
import { countOf } from '../inventory/totals.ts'

type Pair = typeof mergeProposals.$inferSelect
const pairRows = rowsOf(mergeProposals)

const inOrder: RowOrder<Pair> = {
  by: sql`${mergeProposals.one}`,
  type: 'text',
  descending: false,
  id: sql`${mergeProposals.other}`,
  value: ({ one }) => one,
  key: ({ other }) => other,
}

/** Systems that may be one, and why. */
export async function listProposals(
  deps: Deps,
  query: { cursor?: string | undefined; limit: number; system?: string | undefined },
): Promise<Page<Proposal>> {
  const { orm } = deps.database
  const { one, other } = mergeProposals
  const { system } = query
  const page = await listPage({
    db: orm,
    rows: pairRows,
    ref: sql`${one}`,
    filters: [system === undefined ? undefined : sql`(${one} = ${system} or ${other} = ${system})`],
    order: inOrder,
    query,
    total: system === undefined ? countOf(mergeProposals) : null,
    show: (pair) => pair,
  })
  return { ...page, rows: await withSystems(orm, page.rows) }
}

/** A pair of which one went away meanwhile is no proposal any more. */
async function withSystems(db: Queryable, pairs: readonly Pair[]): Promise<Proposal[]> {
  if (pairs.length === 0) return []
  const ids = [...new Set(pairs.flatMap(({ one, other }) => [one, other]))]
  const found = await readRows(db, systemRows, sql`where ${systems.id} = any(${sql.param(ids)}::text[])`)
  const byId = new Map<string, StoredSystem>(found.map((row) => [row.id, row]))
  return pairs.flatMap(({ one, other, reasons }) => {
    const [a, b] = [byId.get(one), byId.get(other)]
    return a && b ? [{ systems: [systemRowOf(a), systemRowOf(b)], reasons }] : []
  })
}
