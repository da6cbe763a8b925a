import type { Proposal } from '@ai-census/api'
import { mergeProposals, type Queryable, systems } from '@ai-census/db'
import { inArray, type SQL, sql } from '@ai-census/db/query'
import type { Deps } from '../deps.ts'
import { listPage, type RowOrder } from '../inventory/list-page.ts'
import type { Page } from '../inventory/pages.ts'
import { type StoredSystem, selectSystems, systemRowOf } from '../inventory/shown.ts'

interface Row {
  one: StoredSystem
  other: StoredSystem
  reasons: string[]
}

const inOrder: RowOrder<Row> = {
  by: sql`${mergeProposals.one}`,
  type: 'text',
  descending: false,
  id: sql`${mergeProposals.other}`,
  value: ({ one }) => one.id,
  key: ({ other }) => other.id,
}

/** Systems that may be one, and why. */
export async function listProposals(
  deps: Deps,
  query: { cursor?: string | undefined; limit: number; system?: string | undefined },
): Promise<Page<Proposal>> {
  const { one, other } = mergeProposals
  const { system } = query
  return deps.database.orm.transaction(
    async (tx) =>
      listPage({
        db: tx,
        from: sql`${mergeProposals}`,
        ref: { column: sql`${one}`, type: 'text' },
        filters: [system === undefined ? undefined : sql`(${one} = ${system} or ${other} = ${system})`],
        order: inOrder,
        query,
        read: (where, order, limit) => readPairs(tx, where, order, limit),
        total: system === undefined ? () => tx.$count(mergeProposals) : null,
        show: ({ one, other, reasons }): Proposal => ({
          systems: [systemRowOf(one), systemRowOf(other)],
          reasons,
        }),
      }),
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

async function readPairs(db: Queryable, where: SQL, order: SQL, limit: number): Promise<Row[]> {
  const pairs = await db.select().from(mergeProposals).where(where).orderBy(order).limit(limit)
  const ids = [...new Set(pairs.flatMap(({ one, other }) => [one, other]))]
  const found = ids.length > 0 ? await selectSystems(db).where(inArray(systems.id, ids)) : []
  const byId = new Map(found.map((row) => [row.id, row]))
  const named = (id: string): StoredSystem => {
    const system = byId.get(id)
    if (!system) throw new Error(`a proposal names the system ${id}, which is not there`)
    return system
  }
  return pairs.map(({ one, other, reasons }) => ({ one: named(one), other: named(other), reasons }))
}
