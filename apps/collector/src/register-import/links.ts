import { type Queryable, registerLinks, type Transaction } from '@ai-census/db'
import { sql } from '@ai-census/db/query'
import type { Replay } from '@ai-census/inventory'
import type { ImportLink } from '@ai-census/register-import'
import { mergedInto } from './known-systems.ts'

export interface Links {
  readonly links: ReadonlyMap<string, ImportLink>
  /** What the sheet last said of a system. */
  readonly bases: ReadonlyMap<string, ImportLink['values']>
}

/** What earlier imports made of the register's rows, with systems as they are called now. */
export async function loadLinks(db: Queryable, decided: Replay): Promise<Links> {
  const rows = await db.select().from(registerLinks)
  const links = new Map<string, ImportLink>()
  const bases = new Map<string, ImportLink['values']>()
  for (const { key, systemId, keys, values } of rows) {
    const system = mergedInto(decided, systemId)
    links.set(key, { system, keys, values })
    // A system's own row says more of it than that of one that was merged into it.
    if (system === systemId || !bases.has(system)) bases.set(system, values)
  }
  return { links, bases }
}

export interface NewLink {
  readonly system: string
  readonly keys: readonly string[]
  readonly values: ImportLink['values']
  readonly row: number
}

const BATCH = 1000

/** A row's new keys replace its old ones, so that a name that another row takes over leads to that one. */
export async function writeLinks(
  tx: Transaction,
  importId: string,
  fresh: readonly NewLink[],
): Promise<void> {
  for (let from = 0; from < fresh.length; from += BATCH) {
    const batch = fresh.slice(from, from + BATCH)
    const systems = sql.param(batch.map(({ system }) => system))
    const keys = sql.param(batch.flatMap((link) => link.keys))
    await tx
      .delete(registerLinks)
      .where(
        sql`${registerLinks.systemId} = any(${systems}::text[]) or ${registerLinks.key} = any(${keys}::text[])`,
      )
  }
  for (let from = 0; from < fresh.length; from += BATCH) {
    const rows = fresh
      .slice(from, from + BATCH)
      .flatMap(({ system, keys, values, row }) =>
        keys.map((key) => ({ key, systemId: system, keys: [...keys], values, importId, row })),
      )
    if (rows.length > 0) await tx.insert(registerLinks).values(rows)
  }
}
