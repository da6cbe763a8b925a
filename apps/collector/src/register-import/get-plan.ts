import type { ImportPlan } from '@ai-census/api'
import { type Queryable, registerImportRows } from '@ai-census/db'
import { and, asc, eq, gt, isNotNull, sql } from '@ai-census/db/query'
import type { RowPlan } from '@ai-census/register-import'
import type { PlannedRow, RowOutcome } from '@ai-census/schema'
import type { Deps } from '../deps.ts'
import { cursorOf, readOffset } from '../inventory/pages.ts'
import { findImport, type ImportRecord } from './list-imports.ts'
import { makePlan } from './make-plan.ts'

interface PlanQuery {
  readonly cursor?: string | undefined
  readonly limit: number
  readonly outcome?: readonly RowOutcome[] | undefined
}

/** A draft's plan is made of what is there now; a confirmed import's is what it was. */
export async function getImportPlan(deps: Deps, id: string, query: PlanQuery): Promise<ImportPlan> {
  return deps.database.orm.transaction(
    async (tx) => {
      const record = await findImport(tx, id)
      if (record.result) {
        const { plan, summary, duplicates } = record.result
        return { plan, summary, duplicates, ...(await confirmedPage(tx, record, query)) }
      }
      const { name, rows, duplicates, summary } = await makePlan(deps, tx, record)
      return {
        plan: name,
        summary,
        duplicates: duplicates.slice(0, MOST_DUPLICATES),
        ...draftPage(rows, query),
      }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

/** The rows tell of the others. */
export const MOST_DUPLICATES = 1000

type PlanPage = Pick<ImportPlan, 'rows' | 'next' | 'total'>

/** Rows after the one that the cursor names. */
function draftPage(plans: readonly RowPlan[], { cursor, limit, outcome }: PlanQuery): PlanPage {
  const after = readOffset(cursor)
  const rows = plans.map(({ shown }) => shown).filter((row) => !outcome || outcome.includes(row.outcome))
  return pageOf(
    rows.filter(({ row }) => row > after),
    limit,
    rows.length,
  )
}

async function confirmedPage(
  db: Queryable,
  { id }: ImportRecord,
  { cursor, limit, outcome }: PlanQuery,
): Promise<PlanPage> {
  const { planned, importId, row } = registerImportRows
  const where = and(
    eq(importId, id),
    isNotNull(planned),
    outcome && sql`${planned} ->> 'outcome' = any(${sql.param(outcome)}::text[])`,
  )
  const found = await db
    .select({ planned })
    .from(registerImportRows)
    .where(and(where, gt(row, readOffset(cursor))))
    .orderBy(asc(row))
    .limit(limit + 1)
  const total = await db.$count(registerImportRows, where)
  return pageOf(
    found.flatMap((one) => one.planned ?? []),
    limit,
    total,
  )
}

function pageOf(rows: readonly PlannedRow[], limit: number, total: number): PlanPage {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, next: last && rows.length > limit ? cursorOf(last.row, '') : null, total }
}
