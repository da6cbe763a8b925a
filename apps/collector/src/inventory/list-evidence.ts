import type { EvidenceRow, listEvidence as endpoint } from '@ai-census/api'
import { type SQL, sql } from '@ai-census/db/query'
import type { Evidence } from '@ai-census/schema'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { assertSystem } from './assert-there.ts'
import { countUpTo } from './count-up-to.ts'
import { cursorOf, foreignCursor, type Page, pageOf, readPoint } from './pages.ts'

interface Row extends Record<string, unknown> {
  component_id: string
  scope_key: string
  scanner: string
  finding_key: string
  place: number
  evidence: Evidence
}

/** Every piece of evidence of one system, in the order of component, scope, finding, and as the scanner gave it. */
export async function listEvidence(
  deps: Deps,
  systemId: string,
  query: z.output<typeof endpoint.query>,
): Promise<Page<EvidenceRow>> {
  const { orm } = deps.database
  const after = afterRow(query.cursor)
  const from = sql`
    from component c
    join component_finding cf on cf.component_id = c.id
    join finding f on f.address = hashtextextended(cf.scope || ' ' || cf.key, 0)
      and f.scope_key = cf.scope and f.key = cf.key and f.to_position is null
    join finding_content fc on fc.hash = f.hash
    cross join lateral jsonb_array_elements(fc.finding -> 'evidence') with ordinality as e (evidence, place)
    where c.system_id = ${systemId} and ${query.component === undefined ? sql`true` : sql`c.id = ${query.component}`}`
  const page = orm.execute<Row>(sql`
    select c.id as component_id, f.scope_key, f.scanner, f.key as finding_key, e.place::int as place, e.evidence
    ${from} and ${after}
    order by c.id, f.scope_key, f.scanner, f.key, e.place limit ${query.limit + 1}`)
  const [{ rows }, counted] = await Promise.all([page, countUpTo(orm, from), assertSystem(orm, systemId)])
  return { ...pageOf(rows, query.limit, shown, pointAt), ...counted }
}

const shown = (row: Row): EvidenceRow => ({
  componentId: row.component_id,
  scopeKey: row.scope_key,
  findingKey: row.finding_key,
  evidence: row.evidence,
})

const pointAt = (row: Row): string =>
  cursorOf(row.component_id, JSON.stringify([row.scope_key, row.scanner, row.finding_key, row.place]))

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
