import type { Role, UserRow, UserState } from '@ai-census/api'
import { users } from '@ai-census/db'
import { and, inArray, or, sql } from '@ai-census/db/query'
import type { Deps } from '../deps.ts'
import { contains } from '../inventory/filters.ts'
import { afterCursor, cursorOf, orderBy, type Page, pageOf } from '../inventory/pages.ts'
import { showUser } from './users.ts'

interface Query {
  cursor?: string | undefined
  limit: number
  search?: string | undefined
  role?: Role[] | undefined
  state?: UserState[] | undefined
}

const order = { by: sql`${users.name}`, type: 'text', descending: false, id: sql`${users.id}` } as const

const inState = {
  disabled: sql`${users.disabledAt} is not null`,
  active: sql`${users.disabledAt} is null and ${users.lastSignInAt} is not null`,
  invited: sql`${users.disabledAt} is null and ${users.lastSignInAt} is null`,
} satisfies Record<UserState, unknown>

export async function listUsers(deps: Deps, query: Query): Promise<Page<UserRow>> {
  const { orm } = deps.database
  const wanted = and(
    query.role ? inArray(users.role, query.role) : undefined,
    query.state ? or(...query.state.map((state) => inState[state])) : undefined,
    query.search
      ? contains(sql`lower(${users.name} || ' ' || coalesce(${users.email}, ''))`, query.search)
      : undefined,
  )
  const rows = await orm
    .select()
    .from(users)
    .where(and(wanted, afterCursor(order, query.cursor)))
    .orderBy(orderBy(order))
    .limit(query.limit + 1)
  const page = pageOf(
    rows,
    query.limit,
    (user) => showUser(deps, user),
    (user) => cursorOf(user.name, user.id),
  )
  return { ...page, total: await orm.$count(users, wanted) }
}
