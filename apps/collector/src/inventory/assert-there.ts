import { components, type Queryable, systems } from '@ai-census/db'
import { eq, type SQL, sql } from '@ai-census/db/query'
import { HttpProblem } from '../http/problem.ts'

/** Holds where there is such a system. */
export const isSystem = (id: string): SQL =>
  sql`exists (select from ${systems} as there where there.id = ${id})`

/** Throws 404 where there is no such system. */
export async function assertSystem(db: Queryable, id: string): Promise<void> {
  const [row] = await db.select({ id: systems.id }).from(systems).where(eq(systems.id, id))
  if (!row) throw new HttpProblem(404, 'No such system.')
}

/** Throws 404 where there is no such component. */
export async function assertComponent(db: Queryable, id: string): Promise<void> {
  const [row] = await db.select({ id: components.id }).from(components).where(eq(components.id, id))
  if (!row) throw new HttpProblem(404, 'No such component.')
}
