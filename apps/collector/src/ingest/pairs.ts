import { findings, type Transaction } from '@ai-census/db'
import { and, eq, isNull, sql } from '@ai-census/db/query'
import { type Interval, isSteady, type Pair } from '@ai-census/inventory'
import { intervalOf, type ScopeAddress } from './scope-state.ts'
import { byCodePoint, type SeenRow } from './sorted-rows.ts'

/** Some keys of a look with what the ledger has under them. */
export interface PairBatch {
  readonly pairs: readonly Pair[]
  /** Their contents as JSON, by hash. */
  readonly contents: ReadonlyMap<string, string>
  /** How many more were seen just as they are open: nothing happens to them. */
  readonly steady: number
}

/** What of an open interval says whether anything happens to it. */
interface OpenRow {
  key: string
  hash: string
  presence: Interval['presence']
  /** Null: as the scope was. */
  lastSeen: true | null
}

interface Sides {
  readonly where: ScopeAddress
  /** Sorted by key. */
  readonly seen: AsyncGenerator<SeenRow[]>
  /** Whether the ledger has anything of this scope. */
  readonly known: boolean
  readonly deleted: ReadonlySet<string>
}

const BATCH = 2000

/**
 * Walks through what a look saw and what is open in the ledger side by side, both sorted by key. Neither is ever in
 * memory whole, and what did not change is never read whole.
 */
export async function* pairBatches(tx: Transaction, sides: Sides): AsyncGenerator<PairBatch> {
  const seen = walk(sides.seen)
  const open = walk(sides.known ? readOpen(tx, sides.where) : nothing())
  let batch = emptyBatch()
  for (;;) {
    if (seen.isEmpty()) await seen.fill()
    if (open.isEmpty()) await open.fill()
    const [row, from] = [seen.peek(), open.peek()]
    if (!row && !from) break
    const order = !from ? -1 : !row ? 1 : byCodePoint(row.key, from.key)
    if (row && order <= 0) seen.next()
    if (from && order >= 0) open.next()
    addTo(batch, order <= 0 ? row : undefined, order >= 0 ? from : undefined)
    if (batch.keys.size >= BATCH) {
      yield await complete(tx, sides, batch)
      batch = emptyBatch()
    }
  }
  if (batch.keys.size > 0 || batch.steady > 0) yield await complete(tx, sides, batch)
}

interface OpenBatch {
  readonly keys: Map<string, SeenRow | null>
  readonly known: string[]
  steady: number
}

const emptyBatch = (): OpenBatch => ({ keys: new Map(), known: [], steady: 0 })

function addTo(batch: OpenBatch, row: SeenRow | undefined, from: OpenRow | undefined): void {
  if (row && from && isSteady(from, row)) {
    batch.steady += 1
    return
  }
  const key = row?.key ?? from?.key ?? ''
  batch.keys.set(key, row ?? null)
  if (from) batch.known.push(key)
}

/** Reads the intervals to which something may happen. */
async function complete(tx: Transaction, { where, deleted }: Sides, batch: OpenBatch): Promise<PairBatch> {
  const intervals = await readIntervals(tx, where, batch.known)
  const contents = new Map<string, string>()
  const pairs = [...batch.keys].map(([key, row]): Pair => {
    if (!row) return { key, from: intervals.get(key) ?? null, seen: null, deleted: deleted.has(key) }
    const { content, place: _place, ...seen } = row
    if (content) contents.set(row.hash, content)
    return { key, from: intervals.get(key) ?? null, seen, deleted: false }
  })
  return { pairs, contents, steady: batch.steady }
}

async function readIntervals(
  tx: Transaction,
  { scopeKey, scanner }: ScopeAddress,
  keys: readonly string[],
): Promise<Map<string, Interval>> {
  if (keys.length === 0) return new Map()
  const rows = await tx
    .select()
    .from(findings)
    .where(
      and(
        eq(findings.scopeKey, scopeKey),
        eq(findings.scanner, scanner),
        isNull(findings.toPosition),
        sql`${findings.key} = any(${sql.param(keys)}::text[])`,
      ),
    )
  return new Map(rows.map((row) => [row.key, intervalOf(row)]))
}

const FETCH = 5000

async function* readOpen(tx: Transaction, { scopeKey, scanner }: ScopeAddress): AsyncGenerator<OpenRow[]> {
  await tx.execute(sql`
    declare open_findings no scroll cursor for
    select key, hash, presence, case when last_seen is not null then true end as "lastSeen" from finding
    where scope_key = ${scopeKey} and scanner = ${scanner}
      and to_position is null
    order by key collate "C"`)
  for (;;) {
    const { rows } = await tx.execute<OpenRow & Record<string, unknown>>(
      sql`fetch ${sql.raw(String(FETCH))} from open_findings`,
    )
    if (rows.length > 0) yield rows
    if (rows.length < FETCH) break
  }
  await tx.execute(sql`close open_findings`)
}

async function* nothing(): AsyncGenerator<never[]> {
  yield []
}

/** The next row of a side is at hand, or waited for when its batch is used up. */
function walk<T>(batches: AsyncGenerator<T[]>) {
  let batch: T[] = []
  let at = 0
  let done = false
  return {
    isEmpty: () => !done && at >= batch.length,
    async fill(): Promise<void> {
      while (!done && at >= batch.length) {
        const next = await batches.next()
        if (next.done) done = true
        else {
          batch = next.value
          at = 0
        }
      }
    },
    peek: (): T | undefined => batch[at],
    next(): void {
      at += 1
    },
  }
}
