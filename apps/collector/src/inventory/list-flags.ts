import type { FlagQuery } from '@ai-census/api'
import { flags } from '@ai-census/db'
import { sql } from '@ai-census/db/query'
import type { Flag } from '@ai-census/schema'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import type { Written } from '../http/written.ts'
import { isEqual, isOneOf } from './filters.ts'
import { eitherWay, writePage } from './list-page.ts'
import type { Page } from './pages.ts'
import { flagJson, flagRows } from './shown.ts'
import { countFlags } from './totals.ts'

type Row = typeof flags.$inferSelect

const subject = sql`(${flags.subjectType} || ' ' || ${flags.subjectId})`
const subjectOf = (row: Row): string => `${row.subjectType} ${row.subjectId}`
const byId = {
  by: sql`${flags.id}`,
  type: 'text',
  id: subject,
  value: (row: Row) => row.id,
  key: subjectOf,
  idFollows: true,
} as const
const bySubject = {
  by: subject,
  type: 'text',
  id: sql`${flags.id}`,
  value: subjectOf,
  key: (row: Row) => row.id,
  idFollows: true,
} as const

export async function listFlags(deps: Deps, query: z.output<typeof FlagQuery>): Promise<Written<Page<Flag>>> {
  return writePage({
    database: deps.database,
    rows: flagRows,
    // Several flags may have it; which of them are meant, the filters say again.
    ref: sql`${subject} collate "C"`,
    query,
    filters: [
      isOneOf(flags.id, query.id),
      isOneOf(flags.subjectType, query.subjectType),
      isEqual(flags.subjectId, query.subject),
    ],
    order: eitherWay(query.sort.endsWith('id') ? byId : bySubject, query.sort),
    total: countFlags(query),
    write: flagJson,
  })
}
