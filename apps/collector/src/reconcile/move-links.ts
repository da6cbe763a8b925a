import type { Transaction } from '@ai-census/db'
import { sql } from '@ai-census/db/query'
import { type Facts, linksByRef } from '@ai-census/inventory'
import type { FindingRef } from '@ai-census/schema'
import type { LedgerReader } from './ledger-reader.ts'

export interface MovedLinks {
  /** The links that a touched finding had, by its address. */
  readonly former: (ref: string) => readonly string[]
  /** How many fewer carriers a link has now than before. */
  readonly lost: (link: string) => number
}

type Rest = Omit<Facts, 'scopes' | 'findings'>
interface Side {
  ledger: LedgerReader
  rest: Rest
}

const BATCH = 2000

/** Brings the links of these findings up to date, so that what hangs together with them can be found. */
export async function moveLinks(
  tx: Transaction,
  refs: readonly FindingRef[],
  before: Side,
  after: Side,
): Promise<MovedLinks> {
  const former = new Map<string, string[]>()
  const net = new Map<string, number>()
  for (let at = 0; at < refs.length; at += BATCH) {
    const batch = refs.slice(at, at + BATCH)
    const was = await readLinks(before, batch)
    const is = await readLinks(after, batch)
    await remove(tx, differences(was, is, net, 1))
    await add(tx, differences(is, was, net, -1))
    for (const [ref, links] of was) former.set(ref, links)
  }
  return { former: (ref) => former.get(ref) ?? [], lost: (link) => Math.max(0, net.get(link) ?? 0) }
}

/** The links of findings that had none kept. */
export async function writeLinks(tx: Transaction, refs: readonly FindingRef[], side: Side): Promise<void> {
  await add(tx, differences(await readLinks(side, refs), new Map(), new Map(), -1))
}

async function readLinks(
  { ledger, rest }: Side,
  refs: readonly FindingRef[],
): Promise<Map<string, string[]>> {
  const findings = await ledger.findings(refs)
  const scopes = await ledger.scopes(findings.map((row) => row.scope))
  return linksByRef({ ...rest, findings, scopes })
}

interface Pairs {
  links: string[]
  refs: string[]
}

/** What one side has and the other has not; counted by link. */
function differences(
  one: ReadonlyMap<string, readonly string[]>,
  other: ReadonlyMap<string, readonly string[]>,
  net: Map<string, number>,
  sign: 1 | -1,
): Pairs {
  const pairs: Pairs = { links: [], refs: [] }
  for (const [ref, links] of one) {
    const known = new Set(other.get(ref))
    for (const link of links) {
      if (known.has(link)) continue
      pairs.links.push(link)
      pairs.refs.push(ref)
      net.set(link, (net.get(link) ?? 0) + sign)
    }
  }
  return pairs
}

const pairsOf = ({ links, refs }: Pairs) => sql`(
  select hashtextextended(link, 0) as link, hashtextextended(ref, 0) as address
  from unnest(${sql.param(links)}::text[], ${sql.param(refs)}::text[]) as pair (link, ref))`

async function remove(tx: Transaction, pairs: Pairs): Promise<void> {
  if (pairs.links.length === 0) return
  await tx.execute(sql`
    delete from finding_link using ${pairsOf(pairs)} gone
    where finding_link.link = gone.link and finding_link.address = gone.address`)
}

async function add(tx: Transaction, pairs: Pairs): Promise<void> {
  if (pairs.links.length === 0) return
  await tx.execute(
    sql`insert into finding_link select link, address from ${pairsOf(pairs)} new on conflict do nothing`,
  )
}
