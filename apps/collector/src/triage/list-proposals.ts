import type { Proposal } from '@ai-census/api'
import { mergeProposals, systems } from '@ai-census/db'
import { inArray, sql } from '@ai-census/db/query'
import type { Deps } from '../deps.ts'
import { afterCursor, allOf, cursorOf, orderBy, type Page, pageOf } from '../inventory/pages.ts'
import { selectSystems, systemRowOf } from '../inventory/shown.ts'

/** Systems that may be one, and why. */
export async function listProposals(
  deps: Deps,
  query: { cursor?: string | undefined; limit: number; system?: string | undefined },
): Promise<Page<Proposal>> {
  const order = {
    by: sql`${mergeProposals.one}`,
    type: 'text',
    descending: false,
    id: sql`${mergeProposals.other}`,
  } as const
  const { one, other } = mergeProposals
  const where = query.system === undefined ? sql`true` : sql`${query.system} in (${one}, ${other})`
  return deps.database.orm.transaction(
    async (tx) => {
      const rows = await tx
        .select()
        .from(mergeProposals)
        .where(allOf([where, afterCursor(order, query.cursor)]))
        .orderBy(orderBy(order))
        .limit(query.limit + 1)
      const ids = [...new Set(rows.flatMap(({ one, other }) => [one, other]))]
      const found = ids.length > 0 ? await selectSystems(tx).where(inArray(systems.id, ids)) : []
      const byId = new Map(found.map((row) => [row.id, systemRowOf(row)]))
      const shownSystem = (id: string) => {
        const system = byId.get(id)
        if (!system) throw new Error(`a proposal names the system ${id}, which is not there`)
        return system
      }
      const page = pageOf(
        rows,
        query.limit,
        ({ one, other, reasons }): Proposal => ({ systems: [shownSystem(one), shownSystem(other)], reasons }),
        (row) => cursorOf(row.one, row.other),
      )
      return { ...page, total: await tx.$count(mergeProposals, where) }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}
