import type { Person } from '@ai-census/api'
import { users } from '@ai-census/db'
import { and, asc, sql } from '@ai-census/db/query'
import type { Deps } from '../deps.ts'
import { contains } from '../inventory/filters.ts'

/** As many as anybody looks through; who is not among them is found by name. */
const MOST = 200

/** Whom work can be given to: everybody who is let in, and nothing of them but name and role. */
export async function listPeople(deps: Deps, search: string | undefined): Promise<{ people: Person[] }> {
  const wanted = and(
    sql`${users.disabledAt} is null`,
    search ? contains(sql`lower(${users.name} || ' ' || coalesce(${users.email}, ''))`, search) : undefined,
  )
  const people = await deps.database.orm
    .select({ name: users.name, role: users.role })
    .from(users)
    .where(wanted)
    .orderBy(asc(sql`${users.name} collate "C"`))
    .limit(MOST)
  return { people }
}
