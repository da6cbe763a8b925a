import type { Proposal, SystemRow } from '@ai-census/api'
import { mergeProposals, type Transaction } from '@ai-census/db'
import { readRows, rowsOf, sql } from '@ai-census/db/query'
import type { Deps } from '../deps.ts'
import { listPage, type RowOrder } from '../inventory/list-page.ts'
import type { Page } from '../inventory/pages.ts'
import { areSystems, systemRowOf, systemRows } from '../inventory/shown.ts'
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
  const { one, other } = mergeProposals
  const { system } = query
  return deps.database.orm.transaction(
    async (tx) => {
      const page = await listPage({
        db: tx,
        rows: pairRows,
        ref: sql`${one}`,
        filters: [system === undefined ? undefined : sql`(${one} = ${system} or ${other} = ${system})`],
        order: inOrder,
        query,
        total: system === undefined ? countOf(mergeProposals) : null,
        show: (pair) => pair,
      })
      return { ...page, rows: await withSystems(tx, page.rows) }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

async function withSystems(tx: Transaction, pairs: readonly Pair[]): Promise<Proposal[]> {
  const ids = [...new Set(pairs.flatMap(({ one, other }) => [one, other]))]
  const found = ids.length > 0 ? await readRows(tx, systemRows, areSystems(ids)) : []
  const byId = new Map(found.map((row) => [row.id, systemRowOf(row)]))
  const named = (id: string): SystemRow => {
    const system = byId.get(id)
    if (!system) throw new Error(`a proposal names the system ${id}, which is not there`)
    return system
  }
  return pairs.map(({ one, other, reasons }) => ({ systems: [named(one), named(other)], reasons }))
}
