import { findingContents, type Transaction } from '@ai-census/db'
import { sql } from '@ai-census/db/query'
import type { Interval } from '@ai-census/inventory'
import { rowsOf } from '../sql-rows.ts'
import type { ScopeAddress } from './scope-state.ts'
import type { SeenRow } from './sorted-rows.ts'

// One statement for as many rows as it is given: a few thousand are as quick as any number.

/** What findings say, once for each hash. In order of hashes, so that two reports seldom wait for each other. */
export async function writeContents(tx: Transaction, contents: ReadonlyMap<string, string>): Promise<void> {
  if (contents.size === 0) return
  const sorted = [...contents].sort(([a], [b]) => (a < b ? -1 : 1))
  await tx.execute(sql`
    insert into ${findingContents} (hash, finding)
    select new.hash, new.finding::jsonb
    from ${rowsOf({ hash: sorted.map(([hash]) => hash), finding: sorted.map(([, text]) => text) })} as new
    on conflict do nothing`)
}

/** `last_seen` stays as it was while the row held: a replay of an earlier position must find it so. */
export async function closeIntervals(
  tx: Transaction,
  closes: readonly Interval[],
  position: number,
): Promise<void> {
  const [first] = closes
  if (!first) return
  await tx.execute(sql`
    update finding set to_position = ${position}, closed = ${JSON.stringify(first.closed)}::jsonb
    from ${rowsOf({ key: closes.map((row) => row.key) })} as ended
    where finding.scope_key = ${first.scope} and finding.scanner = ${first.scanner}
      and finding.key = ended.key and finding.to_position is null`)
}

export async function openIntervals(
  tx: Transaction,
  opens: readonly Interval[],
  position: number,
): Promise<void> {
  const [first] = opens
  if (!first) return
  const column = (read: (row: Interval) => string | null) => opens.map(read)
  const rows = rowsOf({
    key: column((row) => row.key),
    kind: column((row) => row.kind),
    hash: column((row) => row.hash),
    presence: column((row) => row.presence),
    last_seen: column((row) => row.lastSeen && JSON.stringify(row.lastSeen)),
    first_seen_at: column((row) => row.firstSeenAt),
    changed_at: column((row) => row.changedAt),
    essence: column((row) => row.essence),
    essence_at: column((row) => row.essenceAt),
    created_at: column((row) => row.createdAt),
  })
  await tx.execute(sql`
    insert into finding (scope_key, scanner, key, from_position, kind, hash, presence, opened, last_seen,
      first_seen_at, changed_at, essence, essence_at, created_at)
    select ${first.scope}, ${first.scanner}, key, ${position}, kind, hash, presence,
      ${JSON.stringify(first.opened)}::jsonb, last_seen::jsonb,
      first_seen_at::timestamptz, changed_at::timestamptz, essence, essence_at::timestamptz, created_at
    from ${rows} as new`)
}

/** What a held look saw; one scope and scanner hold one look at most. */
export async function holdRows(
  tx: Transaction,
  { scopeKey, scanner }: ScopeAddress,
  rows: readonly SeenRow[],
): Promise<void> {
  const column = (read: (row: SeenRow) => string | null) => rows.map(read)
  await tx.execute(sql`
    insert into held_key (scope_key, scanner, key, hash, kind, essence, created_at)
    select ${scopeKey}, ${scanner}, key, hash, kind, essence, created_at
    from ${rowsOf({
      key: column((row) => row.key),
      hash: column((row) => row.hash),
      kind: column((row) => row.kind),
      essence: column((row) => row.essence),
      created_at: column((row) => row.createdAt),
    })} as new`)
}

export async function holdDeleted(
  tx: Transaction,
  { scopeKey, scanner }: ScopeAddress,
  keys: readonly string[],
): Promise<void> {
  if (keys.length === 0) return
  await tx.execute(sql`
    insert into held_key (scope_key, scanner, key)
    select ${scopeKey}, ${scanner}, key from ${rowsOf({ key: keys })} as new`)
}

export async function dropHeld(tx: Transaction, { scopeKey, scanner }: ScopeAddress): Promise<void> {
  await tx.execute(sql`delete from held_key where scope_key = ${scopeKey} and scanner = ${scanner}`)
}
