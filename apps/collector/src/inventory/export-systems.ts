import { type exportSystems as endpoint, SystemColumn, type SystemRow } from '@ai-census/api'
import { CSV_MARK, csvLine, type SystemColumnText, systemColumns } from '@ai-census/exporters'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { listSystems } from './list-systems.ts'
import { listPastSystems } from './past-systems.ts'

type Query = z.output<typeof endpoint.query>

/** The contract names the columns, the exporters write them: neither can have one that the other lacks. */
const columns: Record<SystemColumn, SystemColumnText> = systemColumns satisfies {
  [K in keyof typeof systemColumns]: K extends SystemColumn ? SystemColumnText : never
}

const PAGE = 500
const encoder = new TextEncoder()

/**
 * A list of systems as CSV, a page at a time while it is read: memory stays flat, and a slow reader makes the database
 * wait. What changes its place in the order meanwhile may stand in it as it was, as it is, or not at all; the export of
 * the whole inventory is of one moment.
 */
export async function exportSystems(deps: Deps, query: Query): Promise<Response> {
  // Read before anything is answered, so that what is wrong with the query is refused and not broken off.
  const first = await readPage(deps, query, undefined)
  return new Response(ReadableStream.from(linesOf(deps, query, first)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="ai-census-systems.csv"',
      'cache-control': 'private, no-store',
    },
  })
}

async function* linesOf(
  deps: Deps,
  query: Query,
  first: Awaited<ReturnType<typeof readPage>>,
): AsyncGenerator<Uint8Array> {
  const shown = (query.columns ?? SystemColumn.options).map((id) => columns[id])
  yield encoder.encode(CSV_MARK + csvLine(shown.map(({ title }) => title)))
  for (let page = first; ; ) {
    yield encoder.encode(textOf(page.rows, shown))
    if (page.next === null) return
    page = await readPage(deps, query, page.next)
  }
}

const textOf = (rows: readonly SystemRow[], shown: readonly SystemColumnText[]): string =>
  rows.map((row) => csvLine(shown.map(({ read }) => read(row)))).join('')

function readPage(deps: Deps, { columns: _, ...query }: Query, cursor: string | undefined) {
  const page = { ...query, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) }
  return query.asOf === undefined ? listSystems(deps, page) : listPastSystems(deps, page, query.asOf)
}
