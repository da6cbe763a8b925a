import { findingContents, type Transaction } from '@ai-census/db'
import { sql } from '@ai-census/db/query'
import type { Interval } from '@ai-census/inventory'
import type { ScopeAddress } from './scope-state.ts'
import type { SeenRow } from './sorted-rows.ts'

// Rows go in by arrays, one statement for as many as it is given: a few thousand are as quick as any number.

const texts = (values: readonly (string | null)[]) => sql`${sql.param(values)}::text[]`

/** What findings say, once for each hash. In order of hashes, so that two reports seldom wait for each other. */
export async function writeContents(tx: Transaction, contents: ReadonlyMap<string, string>): Promise<void> {
  if (contents.size === 0) return
  const sorted = [...contents].sort(([a], [b]) => (a < b ? -1 : 1))
  await tx.execute(sql`
    insert into ${findingContents} (hash, finding)
    select new.hash, new.finding::jsonb
    from unnest(${texts(sorted.map(([hash]) => hash))}, ${texts(sorted.map(([, text]) => text))})
      as new (hash, finding)
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
    from unnest(${texts(closes.map((row) => row.key))}) as ended (key)
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
  const column = (read: (row: Interval) => string | null) => texts(opens.map(read))
  await tx.execute(sql`
    insert into finding (scope_key, scanner, key, from_position, kind, hash, presence, opened, last_seen,
      first_seen_at, changed_at, essence, essence_at, created_at)
    select ${first.scope}, ${first.scanner}, key, ${position}, kind, hash, presence,
      ${JSON.stringify(first.opened)}::jsonb, last_seen::jsonb,
      first_seen_at::timestamptz, changed_at::timestamptz, essence, essence_at::timestamptz, created_at
    from unnest(
      ${column((row) => row.key)}, ${column((row) => row.kind)}, ${column((row) => row.hash)},
      ${column((row) => row.presence)}, ${column((row) => row.lastSeen && JSON.stringify(row.lastSeen))},
      ${column((row) => row.firstSeenAt)}, ${column((row) => row.changedAt)}, ${column((row) => row.essence)},
      ${column((row) => row.essenceAt)}, ${column((row) => row.createdAt)}
    ) as new (key, kind, hash, presence, last_seen, first_seen_at, changed_at, essence, essence_at, created_at)`)
}

/** What a held look saw; one scope and scanner hold one look at most. */
export async function holdRows(
  tx: Transaction,
  { scopeKey, scanner }: ScopeAddress,
  rows: readonly SeenRow[],
): Promise<void> {
  const column = (read: (row: SeenRow) => string | null) => texts(rows.map(read))
  await tx.execute(sql`
    insert into held_key (scope_key, scanner, key, hash, kind, essence, created_at)
    select ${scopeKey}, ${scanner}, key, hash, kind, essence, created_at
    from unnest(
      ${column((row) => row.key)}, ${column((row) => row.hash)}, ${column((row) => row.kind)},
      ${column((row) => row.essence)}, ${column((row) => row.createdAt)}
    ) as new (key, hash, kind, essence, created_at)`)
}

export async function holdDeleted(
  tx: Transaction,
  { scopeKey, scanner }: ScopeAddress,
  keys: readonly string[],
): Promise<void> {
  if (keys.length === 0) return
  await tx.execute(sql`
    insert into held_key (scope_key, scanner, key)
    select ${scopeKey}, ${scanner}, key from unnest(${texts(keys)}) as new (key)`)
}

export async function dropHeld(tx: Transaction, { scopeKey, scanner }: ScopeAddress): Promise<void> {
  await tx.execute(sql`delete from held_key where scope_key = ${scopeKey} and scanner = ${scanner}`)
}
