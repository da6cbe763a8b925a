import type { SystemDetail } from '@ai-census/api'
import { components, decisions, flags, type Queryable, relationships, systems } from '@ai-census/db'
import { and, asc, eq, inArray, sql } from '@ai-census/db/query'
import type { Deps } from '../deps.ts'
import { HttpProblem } from '../http/problem.ts'
import { decisionOf } from '../reconcile/decision-log.ts'
import { componentOf, flagOf, relationshipOf, selectComponents, selectSystems, systemRowOf } from './shown.ts'

export async function getSystem(deps: Deps, id: string): Promise<SystemDetail> {
  const detail = await findSystem(deps.database.orm, id)
  if (!detail) throw new HttpProblem(404, 'No such system.')
  return detail
}

export async function findSystemRow(db: Queryable, id: string) {
  const [row] = await selectSystems(db).where(eq(systems.id, id))
  return row ?? null
}

/** Throws 404 where there is no such system. */
export async function assertSystem(db: Queryable, id: string): Promise<void> {
  const [row] = await db.select({ id: systems.id }).from(systems).where(eq(systems.id, id))
  if (!row) throw new HttpProblem(404, 'No such system.')
}

export async function findSystem(db: Queryable, id: string): Promise<SystemDetail | null> {
  const row = await findSystemRow(db, id)
  if (!row) return null
  const parts = await selectComponents(db).where(eq(components.systemId, id)).orderBy(asc(components.id))
  const ids = parts.map((part) => part.id)
  const edges = await edgesOf(db, ids)
  const raised = await db
    .select()
    .from(flags)
    .where(and(eq(flags.subjectType, 'system'), eq(flags.subjectId, id)))
    .orderBy(asc(flags.id))
  const system = systemRowOf(row)
  return {
    system,
    components: parts.map(componentOf),
    relationships: edges.map(relationshipOf),
    flags: raised.map(flagOf),
    decisions: await decisionsAbout(db, id),
    fields: system.fields,
    version: row.version,
  }
}

async function edgesOf(db: Queryable, ids: string[]): Promise<(typeof relationships.$inferSelect)[]> {
  if (ids.length === 0) return []
  return db
    .select()
    .from(relationships)
    .where(
      sql`${relationships.from} = any(${sql.param(ids)}::text[]) or ${relationships.to} = any(${sql.param(ids)}::text[])`,
    )
    .orderBy(asc(relationships.from), asc(relationships.type), asc(relationships.to))
}

/** Decisions that name this system in any role, and those that took one of them back. */
export const aboutSystem = (id: string) => sql`(
  ${decisions.body} ->> 'system' = ${id} or ${decisions.body} ->> 'from' = ${id}
  or ${decisions.body} ->> 'into' = ${id} or ${decisions.body} ->> 'newSystem' = ${id}
  or ${decisions.body} -> 'systems' ? ${id})`

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
