import type { Proposal } from '@ai-census/api'
import { mergeProposals } from '@ai-census/db'
import { objectOf, type RowOf, rowsFrom, sql, type Write, writes } from '@ai-census/db/query'
import type { Deps } from '../deps.ts'
import type { Written } from '../http/written.ts'
import { type RowOrder, writePage } from '../inventory/list-page.ts'
import type { Page } from '../inventory/pages.ts'
import { systemFields, systemRowsAs } from '../inventory/shown.ts'
import { countOf } from '../inventory/totals.ts'

const { one, other } = mergeProposals
const OWN = { one, other, reasons: mergeProposals.reasons }
const ones = systemRowsAs('first', Object.keys(OWN).length)
const others = systemRowsAs('second', Object.keys(OWN).length + ones.width)
const pairs = rowsFrom({
  table: mergeProposals,
  joins: sql`${ones.joinOn(one)} ${others.joinOn(other)}`,
  columns: OWN,
})
type Pair = RowOf<typeof pairs>

/** Pairs with both their systems behind them, from one snapshot since by one query. */
const pairRows = {
  ...pairs,
  columns: sql`${pairs.columns}, ${ones.columns}, ${others.columns}`,
  width: pairs.width + ones.width + others.width,
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
): Promise<Written<Page<Proposal>>> =>
  writePage({
    database: deps.database,
    rows: pairRows,
    ref: sql`${one}`,
    filters: [
      query.system === undefined ? undefined : sql`(${one} = ${query.system} or ${other} = ${query.system})`,
    ],
    order: inOrder,
    query,
    total: query.system === undefined ? countOf(mergeProposals) : null,
    write: proposalJson,
  })

function writeSystem({ json }: typeof ones, wanted: keyof Pair): Write<Proposal['systems'][number]> {
  const write = objectOf(systemFields(json))
  return writes((cells) => {
    if (json.id(cells) !== null) return write(cells)
    throw new Error(`a proposal names the system ${pairs.json[wanted](cells)}, which is not there`)
  })
}
const [writeOne, writeOther] = [writeSystem(ones, 'one'), writeSystem(others, 'other')]

const proposalJson: Write<Proposal> = objectOf({
  systems: writes<Proposal['systems']>((cells) => `[${writeOne(cells)},${writeOther(cells)}]`),
  reasons: pairs.json.reasons,
})
