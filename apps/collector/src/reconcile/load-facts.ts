import { decisions, findingContents, findings, looks, type Transaction } from '@ai-census/db'
import { and, desc, eq, gt, inArray, isNull, lte, or } from '@ai-census/db/query'
import {
  type Facts,
  type Interval,
  type LedgerFinding,
  type LedgerLook,
  type ScopeFacts,
  settingsOf,
} from '@ai-census/inventory'
import type { Decision } from '@ai-census/schema'
import type { Deps } from '../deps.ts'
import { intervalOf, type LookRow, lookOf } from '../ingest/scope-state.ts'

export interface Moment {
  /** Counts reconciliations. */
  run: number
  position: number
  at: string
}

/** The ledger as it was at a position: what is later is not looked at, so every position can be read again. */
export async function loadFacts(deps: Deps, tx: Transaction, moment: Moment): Promise<Facts> {
  const decided = await loadDecisions(tx, moment.position)
  return {
    now: moment.at,
    scopes: await loadScopes(tx, moment.position),
    findings: await loadFindings(tx, moment.position),
    decisions: decided,
    catalogue: deps.catalogue,
    settings: settingsOf(decided, deps.settings),
  }
}

async function loadScopes(tx: Transaction, position: number): Promise<ScopeFacts[]> {
  const last = await tx
    .selectDistinctOn([looks.scopeKey, looks.scanner])
    .from(looks)
    .where(lte(looks.position, position))
    .orderBy(looks.scopeKey, looks.scanner, desc(looks.position))
  const named = await loadLooks(
    tx,
    last.flatMap(({ record }) => [record.newest, record.held ?? record.newest]),
  )
  return last.map((look) => scopeFactsOf(look, named))
}

async function loadLooks(tx: Transaction, positions: number[]): Promise<Map<number, LookRow>> {
  const wanted = [...new Set(positions)]
  const rows = wanted.length > 0 ? await tx.select().from(looks).where(inArray(looks.position, wanted)) : []
  return new Map(rows.map((row) => [row.position, row]))
}

function scopeFactsOf({ record, scanner }: LookRow, named: ReadonlyMap<number, LookRow>): ScopeFacts {
  const newest = named.get(record.newest)
  if (!newest) throw new Error(`the ledger has no look ${record.newest}`)
  return {
    scope: newest.scope,
    scanner,
    describedAt: record.describedAt,
    newest: lookOf(newest),
    sight: record.sight,
    complete: record.complete,
    held: record.held === null ? null : heldOf(named.get(record.held)),
  }
}

/** Its outcome may have changed since; at the moment asked for it was held. */
const heldOf = (look: LookRow | undefined): LedgerLook | null =>
  look ? { ...lookOf(look), outcome: 'held' } : null

async function loadFindings(tx: Transaction, position: number): Promise<LedgerFinding[]> {
  const rows = await tx
    .select({ row: findings, finding: findingContents.finding })
    .from(findings)
    .innerJoin(findingContents, eq(findingContents.hash, findings.hash))
    .where(
      and(
        lte(findings.fromPosition, position),
        or(isNull(findings.toPosition), gt(findings.toPosition, position)),
      ),
    )
    .orderBy(findings.scopeKey, findings.scanner, findings.key)
  return rows.map(({ row, finding }) => ({ ...stillOpen(row), finding }))
}

/** An interval that ended later was still open then. */
const stillOpen = (row: typeof findings.$inferSelect): Interval => ({ ...intervalOf(row), closed: null })

async function loadDecisions(tx: Transaction, position: number): Promise<Decision[]> {
  const rows = await tx
    .select()
    .from(decisions)
    .where(lte(decisions.position, position))
    .orderBy(decisions.sequence)
  return rows.map(decisionOf)
}

export const decisionOf = (row: typeof decisions.$inferSelect): Decision => ({
  sequence: row.sequence,
  at: row.at,
  author: row.author,
  body: row.body,
  previous: row.previous,
  hash: row.hash,
})
