import { decisions, type Transaction } from '@ai-census/db'
import { and, asc, gt, lte } from '@ai-census/db/query'
import {
  type DecisionGraph,
  decisionGraph,
  type Replay,
  replay,
  type Settings,
  settingsOf,
} from '@ai-census/inventory'
import type { Decision } from '@ai-census/schema'
import type { Deps } from '../deps.ts'

/** The decision log up to a position, with what follows from it. */
export interface DecisionLog {
  readonly decisions: readonly Decision[]
  readonly replay: Replay
  readonly graph: DecisionGraph
  readonly settings: Settings
  /** Those in force at an earlier position. */
  settingsAt(position: number): Settings
  /** Those after a position. */
  after(position: number): Decision[]
}

interface Kept {
  /** All decisions up to the farthest position asked for, with theirs. */
  rows: { position: number; decision: Decision }[]
  until: number
  log: (DecisionLog & { length: number }) | null
}

/** Replaying costs as much as the log is long, so it is done again only where the log has grown. */
const kept = new WeakMap<Deps, Kept>()

export async function readDecisionLog(deps: Deps, tx: Transaction, position: number): Promise<DecisionLog> {
  const known = kept.get(deps) ?? { rows: [], until: 0, log: null }
  kept.set(deps, known)
  if (position > known.until) {
    const fresh = await tx
      .select()
      .from(decisions)
      .where(and(gt(decisions.position, known.until), lte(decisions.position, position)))
      .orderBy(asc(decisions.sequence))
    known.rows.push(...fresh.map((row) => ({ position: row.position, decision: decisionOf(row) })))
    known.until = position
  }
  const past = known.rows.findLastIndex((row) => row.position <= position) + 1
  if (known.log?.length !== past)
    known.log = { ...logOf(known.rows.slice(0, past), deps.settings), length: past }
  return known.log
}

function logOf(rows: Kept['rows'], defaults: Settings): DecisionLog {
  const log = rows.map(({ decision }) => decision)
  return {
    decisions: log,
    replay: replay(log),
    graph: decisionGraph(log),
    settings: settingsOf(log, defaults),
    settingsAt: (position) =>
      settingsOf(
        rows.filter((row) => row.position <= position).map(({ decision }) => decision),
        defaults,
      ),
    after: (position) => rows.filter((row) => row.position > position).map(({ decision }) => decision),
  }
}

export const decisionOf = (row: typeof decisions.$inferSelect): Decision => ({
  sequence: row.sequence,
  at: row.at,
  author: row.author,
  body: row.body,
  previous: row.previous,
  hash: row.hash,
})
