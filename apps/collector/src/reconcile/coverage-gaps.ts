import type { Transaction } from '@ai-census/db'
import { sql } from '@ai-census/db/query'
import { scopeDue, scopeFlags, type World } from '@ai-census/inventory'
import type { Writer } from './apply-changes.ts'
import { inBatches, texts } from './batches.ts'
import { keepDues, withoutDue } from './dues.ts'
import type { LedgerReader } from './ledger-reader.ts'
import { flagRow } from './projection-rows.ts'

/**
 * Brings the flags of scopes up to date. A scope that is looked at every day keeps the instant of its first look as its
 * due: it comes early, finds a newer look, and is put off until then.
 */
export async function updateCoverageGaps(
  tx: Transaction,
  writer: Writer,
  ledger: LedgerReader,
  scopes: { looked: readonly string[]; due: readonly string[] },
  world: World,
): Promise<void> {
  const due = new Set(scopes.due)
  const all = [...new Set([...scopes.looked, ...scopes.due])].sort()
  await inBatches(all, async (batch) => {
    const facts = Map.groupBy(await ledger.scopes(batch), ({ scope }) => scope.key)
    const flags = batch.flatMap((key) => scopeFlags(facts.get(key) ?? [], world))
    await writer.replace(
      'flag',
      sql`subject_type = 'scope' and subject_id = any(${texts(batch)})`,
      flags.map(flagRow),
    )
    const open = new Set(await withoutDue(tx, batch))
    const moved = batch.filter((key) => due.has(key) || open.has(key))
    const dues = moved.flatMap((key): [string, string][] => {
      const at = scopeDue(facts.get(key) ?? [], world)
      return at === null ? [] : [[key, at]]
    })
    await keepDues(tx, 'scope', moved, new Map(dues))
  })
}
