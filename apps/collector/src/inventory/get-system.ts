import type { SystemDetail } from '@ai-census/api'
import { components, decisions, flags, type Queryable, systems } from '@ai-census/db'
import { and, asc, eq, inArray, readRows, type SQL, sql } from '@ai-census/db/query'
import type { Deps } from '../deps.ts'
import { HttpProblem } from '../http/problem.ts'
import { decisionOf } from '../reconcile/decision-log.ts'
import { countSystemEdges, readSystemEdges } from './list-system-relationships.ts'
import { componentOf, componentRows, flagOf, systemRowOf, systemRows } from './shown.ts'

export async function getSystem(deps: Deps, id: string): Promise<SystemDetail> {
  const detail = await findSystem(deps.database.orm, id)
  if (!detail) throw new HttpProblem(404, 'No such system.')
  return detail
}

export async function findSystemRow(db: Queryable, id: string) {
  const [row] = await readRows(db, systemRows, sql`where ${systems.id} = ${id}`)
  return row ?? null
}

/** How many components, relationships and decisions the detail itself shows; the lists have all. */
const SHOWN = 100

export async function findSystem(db: Queryable, id: string): Promise<SystemDetail | null> {
  const row = await findSystemRow(db, id)
  if (!row) return null
  const ofSystem = eq(components.systemId, id)
  const first = sql`where ${ofSystem} order by ${components.id} limit ${SHOWN}`
  const parts = await readRows(db, componentRows, first)
  const raised = await db
    .select()
    .from(flags)
    .where(and(eq(flags.subjectType, 'system'), eq(flags.subjectId, id)))
    .orderBy(asc(flags.id))
  const decided = await decisionsAbout(db, id)
  const system = systemRowOf(row)
  return {
    system,
    components: parts.map(componentOf),
    relationships: await readSystemEdges(db, id, null, SHOWN),
    decisions: decided.slice(0, SHOWN),
    counts: {
      components: await db.$count(components, ofSystem),
      relationships: await countSystemEdges(db, id),
      decisions: decided.length,
    },
    flags: raised.map(flagOf),
    fields: system.fields,
    version: row.version,
  }
}

/** Decisions that name this system in any role, and those that took one of them back. */
export const aboutSystem = (id: string): SQL => {
  const roles = [{ system: id }, { from: id }, { into: id }, { newSystem: id }, { systems: [id] }]
  const names = roles.map((role) => sql`${decisions.body} @> ${JSON.stringify(role)}::jsonb`)
  return sql`(${sql.join(names, sql` or `)})`
}

export async function decisionsAbout(db: Queryable, id: string) {
  const own = await db.select().from(decisions).where(aboutSystem(id))
  const revoked = own.map((row) => row.sequence)
  const revokes =
    revoked.length === 0
      ? []
      : await db
          .select()
          .from(decisions)
          .where(
            and(
              sql`${decisions.body} ->> 'type' = 'revoke'`,
              inArray(sql`(${decisions.body} ->> 'sequence')::int`, revoked),
            ),
          )
  return [...own, ...revokes].sort((a, b) => b.sequence - a.sequence).map(decisionOf)
}
