import type { EvidenceRow, listEvidence as endpoint } from '@ai-census/api'
import { type Cells, objectOf, type SQL, sql, type Write, writes } from '@ai-census/db/query'
import type { Evidence } from '@ai-census/schema'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import type { Written } from '../http/written.ts'
import { assertSystem } from './assert-there.ts'
import { countUpTo } from './count-up-to.ts'
import { writtenPage } from './list-page.ts'
import { cursorOf, foreignCursor, type Page, pageOf, readPoint } from './pages.ts'

/** What writes the column of that place in the query below. */
const column = <T>(place: number) => writes<T>((cells) => cells[place] ?? null)
const evidenceJson: Write<EvidenceRow> = objectOf({
  componentId: column<string>(0),
  scopeKey: column<string>(1),
  findingKey: column<string>(2),
  evidence: column<Evidence>(3),
})

/** Every piece of evidence of one system, in the order of component, scope, finding, and as the scanner gave it. */
export async function listEvidence(
  { database }: Deps,
  systemId: string,
  query: z.output<typeof endpoint.query>,
): Promise<Written<Page<EvidenceRow>>> {
  const after = afterRow(query.cursor)
  const from = sql`
    from component c
    join component_finding cf on cf.component_id = c.id
    join finding f on f.address = hashtextextended(cf.scope || ' ' || cf.key, 0)
      and f.scope_key = cf.scope and f.key = cf.key and f.to_position is null
    join finding_content fc on fc.hash = f.hash
    cross join lateral jsonb_array_elements(fc.finding -> 'evidence') with ordinality as e (evidence, place)
    where c.system_id = ${systemId} and ${query.component === undefined ? sql`true` : sql`c.id = ${query.component}`}`
  const page = database.readCells(sql`
    select c.id, f.scope_key, f.key, e.evidence, f.scanner, e.place::int
    ${from} and ${after}
    order by c.id, f.scope_key, f.scanner, f.key, e.place limit ${query.limit + 1}`)
  const [found, counted] = await Promise.all([page, countUpTo(database.orm, from)])
  // One piece tells that there is the system.
  if (found.length === 0) await assertSystem(database.orm, systemId)
  return writtenPage({ ...pageOf(found, query.limit, (row) => row, pointAt), ...counted }, evidenceJson)
}

function pointAt(cells: Cells): string {
  const [component, scope, key, , by, n] = cells.map((text) => JSON.parse(text ?? 'null'))
  return cursorOf(component, JSON.stringify([scope, by, key, n]))
}

function afterRow(cursor: string | undefined): SQL {
  if (cursor === undefined) return sql`true`
  const [component, rest] = readPoint(cursor)
  const [scope, scanner, key, place] = restOf(rest)
  // The first condition is for the index; the second says it whole.
  return sql`c.id >= ${component} and (c.id, f.scope_key, f.scanner, f.key, e.place)
    > (${component}, ${scope}, ${scanner}, ${key}, ${place}::bigint)`
}

function restOf(text: string): [string, string, string, number] {
  try {
    const value: unknown = JSON.parse(text)
    if (Array.isArray(value) && value.length === 4) {
      const [scope, scanner, key, place]: unknown[] = value
      const isNamed = typeof scope === 'string' && typeof scanner === 'string' && typeof key === 'string'
      if (isNamed && Number.isSafeInteger(place)) return [scope, scanner, key, Number(place)]
    }
  } catch {
    // Falls through to the refusal.
  }
  throw foreignCursor()
}
