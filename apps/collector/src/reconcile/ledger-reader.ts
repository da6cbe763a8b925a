import { findingContents, findings, looks, type Transaction } from '@ai-census/db'
import { eq, getTableColumns, inArray, sql } from '@ai-census/db/query'
import type { Interval, LedgerFinding, LedgerLook, LedgerLookup, ScopeFacts } from '@ai-census/inventory'
import { refKey } from '@ai-census/inventory'
import type { FindingRef } from '@ai-census/schema'
import { recordOf } from '../ingest/scope-record.ts'
import { intervalOf, type LookRow, lookOf } from '../ingest/scope-state.ts'

/**
 * The ledger as it was at a position: what is later is not looked at, so every position can be read again. Scopes are
 * read once for as long as the reader lives.
 */
export interface LedgerReader extends LedgerLookup {
  /** Every open finding of these scopes, of all their scanners. */
  findingsOfScopes(keys: readonly string[]): Promise<FindingRef[]>
}

export function readLedger(tx: Transaction, position: number): LedgerReader {
  const scopes = new Map<string, Promise<ScopeFacts[]>>()
  return {
    findings: (refs) => readFindings(tx, position, refs),
    carriers: (links, limit) => readCarriers(tx, position, links, limit),
    async scopes(keys) {
      const unknown = [...new Set(keys)].filter((key) => !scopes.has(key))
      if (unknown.length > 0) {
        const read = readScopes(tx, position, unknown).then((all) =>
          Map.groupBy(all, ({ scope }) => scope.key),
        )
        for (const key of unknown)
          scopes.set(
            key,
            read.then((byKey) => byKey.get(key) ?? []),
          )
      }
      return (await Promise.all([...new Set(keys)].map((key) => scopes.get(key) ?? []))).flat()
    },
    findingsOfScopes: (keys) => readRefs(tx, position, keys),
  }
}

/**
 * Open at that position. Written so that no index on positions serves it: most of the table is open, so the planner
 * must come from the other side, also where it has no statistics yet. `finding` names the table of findings.
 */
const openAt = (position: number) =>
  sql`${findings.fromPosition} + 0 <= ${position} and coalesce(${findings.toPosition}, ${MAX_POSITION}) > ${position}`

const MAX_POSITION = sql.raw('9223372036854775807')

/** As the generated column of the table. */
const addressesOf = (refs: readonly FindingRef[]) =>
  sql`array(select hashtextextended(name, 0) from unnest(${sql.param(refs.map(refKey))}::text[]) as name)`

const columns = getTableColumns(findings)

async function readFindings(
  tx: Transaction,
  position: number,
  refs: readonly FindingRef[],
): Promise<LedgerFinding[]> {
  if (refs.length === 0) return []
  const wanted = new Set(refs.map(refKey))
  const rows = await tx
    .select({ row: columns, finding: findingContents.finding })
    .from(findings)
    .innerJoin(findingContents, eq(findingContents.hash, findings.hash))
    .where(sql`${findings.address} = any(${addressesOf(refs)}) and ${openAt(position)}`)
  return rows
    .map(({ row, finding }) => ({ ...stillOpen(row), finding }))
    .filter((row) => wanted.has(refKey(row)))
}

/** An interval that ended later was still open then. */
const stillOpen = (row: Parameters<typeof intervalOf>[0]): Interval => ({ ...intervalOf(row), closed: null })

async function readCarriers(
  tx: Transaction,
  position: number,
  links: readonly string[],
  limit: number,
): Promise<Map<string, FindingRef[] | null>> {
  const found = new Map<string, FindingRef[] | null>(links.map((link) => [link, []]))
  if (links.length === 0) return found
  const most = Number.isFinite(limit) ? sql`limit ${limit + 1}` : sql``
  const { rows } = await tx.execute<{
    link: string
    scope: string | null
    key: string | null
    carriers: number
  }>(sql`
    select want.link, found.scope_key as scope, found.key, carried.carriers
    from unnest(${sql.param(links)}::text[]) as want (link)
    cross join lateral (
      select array_agg(address) as addresses, count(*)::int as carriers from (
        select address from finding_link where finding_link.link = hashtextextended(want.link, 0) ${most}
      ) carriers
    ) carried
    left join lateral (
      select distinct scope_key, key from finding
      where ${Number.isFinite(limit) ? sql`carried.carriers <= ${limit} and` : sql``} address = any(carried.addresses)
        and ${openAt(position)}
    ) found on true`)
  for (const { link, scope, key, carriers } of rows) {
    if (carriers > limit) found.set(link, null)
    else if (scope !== null && key !== null) found.get(link)?.push({ scope, key })
  }
  return found
}

async function readRefs(tx: Transaction, position: number, keys: readonly string[]): Promise<FindingRef[]> {
  if (keys.length === 0) return []
  const { rows } = await tx.execute<{ scope: string; key: string }>(sql`
    select distinct scope_key as scope, key from finding
    where scope_key = any(${sql.param(keys)}::text[]) and ${openAt(position)}`)
  return rows
}

async function readScopes(tx: Transaction, position: number, keys: readonly string[]): Promise<ScopeFacts[]> {
  const { rows } = await tx.execute<{ position: string }>(sql`
    select last.position from scope
    cross join lateral (
      select position from look
      where look.scope_key = scope.scope_key and look.scanner = scope.scanner and look.position <= ${position}
      order by position desc limit 1
    ) last
    where scope.scope_key = any(${sql.param(keys)}::text[])`)
  return scopeFactsAt(
    tx,
    rows.map((row) => Number(row.position)),
  )
}

/** What is known of the scopes whose last looks these are. */
export async function scopeFactsAt(tx: Transaction, lastLooks: readonly number[]): Promise<ScopeFacts[]> {
  const known = new Map<number, LookRow>()
  await readLooks(tx, lastLooks, known)
  const last = lastLooks.flatMap((position) => known.get(position) ?? [])
  await readLooks(
    tx,
    last.map(recordOf).flatMap(({ newest, held }) => [newest, held ?? newest]),
    known,
  )
  return last.map((look) => scopeFactsOf(look, known))
}

const BATCH = 5000

async function readLooks(
  tx: Transaction,
  positions: readonly number[],
  into: Map<number, LookRow>,
): Promise<void> {
  const unknown = [...new Set(positions)].filter((position) => !into.has(position))
  for (let at = 0; at < unknown.length; at += BATCH) {
    const rows = await tx
      .select()
      .from(looks)
      .where(inArray(looks.position, unknown.slice(at, at + BATCH)))
    for (const row of rows) into.set(row.position, row)
  }
}

function scopeFactsOf(last: LookRow, named: ReadonlyMap<number, LookRow>): ScopeFacts {
  const record = recordOf(last)
  const newest = named.get(record.newest)
  if (!newest) throw new Error(`the ledger has no look ${record.newest}`)
  return {
    scope: newest.scope,
    scanner: last.scanner,
    describedAt: record.describedAt,
    newest: lookOf(newest),
    sight: record.sight,
    complete: record.complete,
    held: record.held === null ? null : heldOf(named.get(record.held)),
  }
}

/** Its outcome may have changed since; at the moment asked for it was held. */
const heldOf = (look: LookRow | undefined): LedgerLook | null =>
  look ? { ...lookOf(look), outcome: 'held' } : null
