import type { Proposal } from '@ai-census/api'
import { heads, systems } from '@ai-census/db'
import { eq, inArray } from '@ai-census/db/query'
import { mergeProposals, rowsOf } from '@ai-census/inventory'
import type { Deps } from '../deps.ts'
import { cursorOf, type Page, readOffset } from '../inventory/pages.ts'
import { systemRowOf } from '../inventory/shown.ts'
import { loadFacts } from '../reconcile/load-facts.ts'

/** Told from the ledger as far as the inventory has followed it, so that every system named is there. */
export async function listProposals(
  deps: Deps,
  query: { cursor?: string | undefined; limit: number; system?: string | undefined },
): Promise<Page<Proposal>> {
  const offset = readOffset(query.cursor)
  const end = offset + query.limit
  return deps.database.orm.transaction(
    async (tx) => {
      const [head] = await tx.select().from(heads).where(eq(heads.name, 'inventory'))
      if (!head) throw new Error('the inventory has no head')
      const rows = rowsOf(await loadFacts(deps, tx, { run: 0, ...head }))
      const all = mergeProposals(rows.systems, rows.sharings).filter(
        ({ systems: pair }) => query.system === undefined || pair.includes(query.system),
      )
      const shown = all.slice(offset, end)
      const ids = [...new Set(shown.flatMap((proposal) => proposal.systems))]
      const found = ids.length > 0 ? await tx.select().from(systems).where(inArray(systems.id, ids)) : []
      const byId = new Map(found.map((row) => [row.id, systemRowOf(row)]))
      return {
        rows: shown.flatMap(({ systems: [a, b], reasons }) => {
          const [one, two] = [byId.get(a), byId.get(b)]
          return one && two ? [{ systems: [one, two], reasons: [...reasons] }] : []
        }),
        next: end < all.length ? cursorOf(end, '') : null,
        total: all.length,
      }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}
