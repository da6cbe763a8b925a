import type { listSystemRelationships as endpoint } from '@ai-census/api'
import { type Queryable, relationships } from '@ai-census/db'
import { sql } from '@ai-census/db/query'
import type { Relationship } from '@ai-census/schema'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { assertSystem } from './assert-there.ts'
import { cursorOf, foreignCursor, type Page, pageOf, readPoint } from './pages.ts'

/** What a system's components have to do with others and each other. */
export async function listSystemRelationships(
  deps: Deps,
  system: string,
  { cursor, limit }: z.output<typeof endpoint.query>,
): Promise<Page<Relationship>> {
  const { orm } = deps.database
  await assertSystem(orm, system)
  const [rows, total] = await Promise.all([
    readSystemEdges(orm, system, cursor === undefined ? null : pointOf(cursor), limit + 1),
    countSystemEdges(orm, system),
  ])
  const pointAt = ({ from, type, to }: Relationship) => cursorOf(from, `${type} ${to}`)
  return { ...pageOf(rows, limit, (row) => row, pointAt), total }
}

function pointOf(cursor: string): Relationship {
  const [from, rest] = readPoint(cursor)
  const [, type, to] = /^(\S+) (.+)$/s.exec(rest) ?? []
  if (type === undefined || to === undefined) throw foreignCursor()
  // It is only compared with.
  return { from, type: type as Relationship['type'], to }
}

/** An edge between two components of the system is one edge. */
const edgesOf = (system: string) => sql`(
  select "from", type, "to" from ${relationships}
  where "from" in (select id from component where system_id = ${system})
  union
  select "from", type, "to" from ${relationships}
  where "to" in (select id from component where system_id = ${system})) edge`

export async function countSystemEdges(db: Queryable, system: string): Promise<number> {
  const { rows } = await db.execute<{ n: number }>(sql`select count(*)::int as n from ${edgesOf(system)}`)
  return rows[0]?.n ?? 0
}

export async function readSystemEdges(
  db: Queryable,
  system: string,
  after: Relationship | null,
  limit: number,
): Promise<Relationship[]> {
  const place = sql`("from" collate "C", type collate "C", "to" collate "C")`
  const { rows } = await db.execute<Relationship & Record<string, unknown>>(sql`
    select "from", type, "to" from ${edgesOf(system)}
    where ${after ? sql`${place} > (${after.from}, ${after.type}, ${after.to})` : sql`true`}
    order by "from" collate "C", type collate "C", "to" collate "C" limit ${limit}`)
  return rows.map(({ from, type, to }) => ({ from, type, to }))
}
