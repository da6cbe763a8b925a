import type { Proposal } from '@ai-census/api'
import { mergeProposals } from '@ai-census/db'
import { type Rows, rowsFrom, sql } from '@ai-census/db/query'
import type { Deps } from '../deps.ts'
import { listPage, type RowOrder } from '../inventory/list-page.ts'
import type { Page } from '../inventory/pages.ts'
import { type StoredSystem, systemRowOf, systemRowsAs } from '../inventory/shown.ts'
import { countOf } from '../inventory/totals.ts'

const { one, other } = mergeProposals
const [ones, others] = [systemRowsAs('first'), systemRowsAs('second')]

const pairs = rowsFrom({
  table: mergeProposals,
  joins: sql`${ones.joinOn(one)} ${others.joinOn(other)}`,
  columns: { one, other, reasons: mergeProposals.reasons },
})
type Pair = ReturnType<typeof pairs.decode> & { systems: [StoredSystem, StoredSystem] }

/** Pairs with both their systems, from one snapshot since by one query. */
const pairRows: Rows<Pair> = {
  ...pairs,
  columns: sql`${pairs.columns}, ${ones.columns}, ${others.columns}`,
  decode: (row) => ({ ...pairs.decode(row), systems: [ones.decode(row), others.decode(row)] }),
}

const inOrder: RowOrder<Pair> = {
  by: sql`${one}`,
  type: 'text',
  descending: false,
  id: sql`${other}`,
  value: (pair) => pair.one,
  key: (pair) => pair.other,
}

/** Systems that may be one, and why. */
export const listProposals = (
  deps: Deps,
  query: { cursor?: string | undefined; limit: number; system?: string | undefined },
): Promise<Page<Proposal>> =>
  listPage({
    db: deps.database.orm,
    rows: pairRows,
    ref: sql`${one}`,
    filters: [
      query.system === undefined ? undefined : sql`(${one} = ${query.system} or ${other} = ${query.system})`,
    ],
    order: inOrder,
    query,
    total: query.system === undefined ? countOf(mergeProposals) : null,
    show: proposalOf,
  })

function proposalOf({ one, other, systems, reasons }: Pair): Proposal {
  const missing = [one, other].find((id, place) => systems[place]?.id !== id)
  if (missing !== undefined) throw new Error(`a proposal names the system ${missing}, which is not there`)
  return { systems: [systemRowOf(systems[0]), systemRowOf(systems[1])], reasons }
}
