import { findingContents, findings, type Transaction } from '@ai-census/db'
import { eq, sql } from '@ai-census/db/query'
import { type Facts, type LedgerFinding, type ScopeFacts, settingsOf } from '@ai-census/inventory'
import type { Deps } from '../deps.ts'
import { loadAliases } from '../ingest/aliases.ts'
import { intervalOf } from '../ingest/scope-state.ts'
import { readDecisionLog } from './decision-log.ts'
import { scopeFactsAt } from './ledger-reader.ts'

export interface Moment {
  /** Counts reconciliations. */
  run: number
  position: number
  at: string
}

/** The whole ledger as it was at a position. Costs as much as the estate is large. */
export async function loadFacts(deps: Deps, tx: Transaction, moment: Moment): Promise<Facts> {
  const log = await readDecisionLog(deps, tx, moment.position)
  return {
    now: moment.at,
    scopes: await loadScopes(tx, moment.position),
    findings: await loadFindings(tx, moment.position),
    decisions: log.decisions,
    aliases: await loadAliases(tx, moment.position),
    catalogue: deps.catalogue,
    settings: settingsOf(log.decisions, deps.settings),
  }
}

async function loadScopes(tx: Transaction, position: number): Promise<ScopeFacts[]> {
  const { rows } = await tx.execute<{ position: string }>(sql`
    select max(position) as position from look where position <= ${position} group by scope_key, scanner`)
  return scopeFactsAt(
    tx,
    rows.map((row) => Number(row.position)),
  )
}

async function loadFindings(tx: Transaction, position: number): Promise<LedgerFinding[]> {
  const rows = await tx
    .select({ row: findings, finding: findingContents.finding })
    .from(findings)
    .innerJoin(findingContents, eq(findingContents.hash, findings.hash))
    .where(
      sql`${findings.fromPosition} <= ${position}
        and (${findings.toPosition} is null or ${findings.toPosition} > ${position})`,
    )
    .orderBy(findings.scopeKey, findings.scanner, findings.key)
  return rows.map(({ row, finding }) => ({ ...intervalOf(row), closed: null, finding }))
}
