import { decisions } from '@ai-census/db'
import { asc, gt } from '@ai-census/db/query'
import type { Decision } from '@ai-census/schema'
import type { Deps } from '../deps.ts'
import { decisionOf } from '../reconcile/decision-log.ts'

export interface PlacedDecision {
  decision: Decision
  /** Where it stands among all events of the ledger. */
  position: number
}

const BATCH = 1000

/**
 * The log as it is stored, by number, in short reads: a log of any length takes the memory of one batch, and nobody
 * waits for it. Rows are only ever appended, so what comes meanwhile stands at the end.
 */
export async function* readLog(deps: Deps): AsyncGenerator<PlacedDecision> {
  let last: number | null = null
  for (;;) {
    const rows: (typeof decisions.$inferSelect)[] = await deps.database.orm
      .select()
      .from(decisions)
      .where(last === null ? undefined : gt(decisions.sequence, last))
      .orderBy(asc(decisions.sequence))
      .limit(BATCH)
    for (const row of rows) yield { decision: decisionOf(row), position: row.position }
    if (rows.length < BATCH) return
    last = rows.at(-1)?.sequence ?? null
  }
}
