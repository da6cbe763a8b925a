import type { ComponentRelation, listComponentRelationships as endpoint } from '@ai-census/api'
import { type Queryable, relationships } from '@ai-census/db'
import { eq, or, sql } from '@ai-census/db/query'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { assertComponent } from './assert-there.ts'
import { cursorOf, type Page, pageOf, readPoint } from './pages.ts'

interface Point {
  /** The direction, 0 for out and 1 for in, then the type. */
  way: string
  other: string
}
interface Row {
  at: Point
  shown: ComponentRelation
}

/** To others first, then from others. */
export async function listComponentRelationships(
  deps: Deps,
  id: string,
  { cursor, limit }: z.output<typeof endpoint.query>,
): Promise<Page<ComponentRelation>> {
  const { orm } = deps.database
  await assertComponent(orm, id)
  const after = cursor === undefined ? null : pointOf(cursor)
  const [rows, total] = await Promise.all([readRelations(orm, id, after, limit + 1), countRelations(orm, id)])
  return {
    ...pageOf(
      rows,
      limit,
      ({ shown }) => shown,
      ({ at }) => cursorOf(at.way, at.other),
    ),
    total,
  }
}

function pointOf(cursor: string): Point {
  const [way, other] = readPoint(cursor)
  return { way, other }
}

export const countRelations = (db: Queryable, id: string): PromiseLike<number> =>
  db.$count(relationships, or(eq(relationships.from, id), eq(relationships.to, id)))

type Found = ComponentRelation['component'] &
  Pick<ComponentRelation, 'type'> & { way: string; is_out: boolean }

export async function readRelations(
  db: Queryable,
  id: string,
  after: Point | null,
  limit: number,
): Promise<Row[]> {
  const { rows } = await db.execute<Found & Record<string, unknown>>(sql`
    select edge.is_out, edge.type, edge.way, other.id, other.system_id as "systemId", other.kind, other.name,
      other.supplier
    from (
      select true as is_out, type, '0 ' || type as way, "to" as other from ${relationships} where "from" = ${id}
      union all
      select false, type, '1 ' || type, "from" from ${relationships} where "to" = ${id} and "from" <> ${id}
    ) edge
    join component other on other.id = edge.other
    where ${after ? sql`(edge.way collate "C", other.id collate "C") > (${after.way}, ${after.other})` : sql`true`}
    order by edge.way collate "C", other.id collate "C" limit ${limit}`)
  return rows.map(({ is_out, type, way, ...component }) => ({
    at: { way, other: component.id },
    shown: { direction: is_out ? ('out' as const) : ('in' as const), type, component },
  }))
}
