import { flags } from '@ai-census/db'
import { sql } from '@ai-census/db/query'
import type { Flag, FlagId } from '@ai-census/schema'
import type { Deps } from '../deps.ts'
import { afterCursor, allOf, cursorOf, orderBy, type Page, pageOf } from './pages.ts'
import { flagOf } from './shown.ts'

export async function listFlags(
  deps: Deps,
  query: { cursor?: string | undefined; limit: number; id?: FlagId[] | undefined },
): Promise<Page<Flag>> {
  const subject = sql`${flags.subjectType} || ' ' || ${flags.subjectId}`
  const order = { by: sql`${flags.id}`, type: 'text', descending: false, id: sql`(${subject})` } as const
  const where = allOf([
    sql`true`,
    query.id ? sql`${flags.id} = any(${sql.param(query.id)}::text[])` : undefined,
  ])
  const { orm } = deps.database
  const rows = await orm
    .select()
    .from(flags)
    .where(allOf([where, afterCursor(order, query.cursor)]))
    .orderBy(orderBy(order))
    .limit(query.limit + 1)
  const total = await orm.$count(flags, where)
  return {
    ...pageOf(rows, query.limit, flagOf, (row) => cursorOf(row.id, `${row.subjectType} ${row.subjectId}`)),
    total,
  }
}
