import { decisions } from '@ai-census/db'
import { canonicalJson, type Decision } from '@ai-census/schema'
import type { Deps } from '../deps.ts'
import { lastPosition, ledgerLines } from './ledger-lines.ts'
import { ndjson } from './ndjson.ts'
import { readLog } from './read-log.ts'

/** The log, a line a decision, in the form whose bytes are hashed. */
export async function exportDecisionLog(deps: Deps): Promise<Response> {
  const count = await deps.database.orm.$count(decisions)
  return ndjson(
    mapped(readLog(deps), ({ decision }) => canonicalJson(decision)),
    {
      'x-row-count': String(count),
      'content-disposition': 'attachment; filename="ai-census-decisions.ndjson"',
    },
  )
}

/** Decisions that were taken by a position of the ledger. */
export async function* decisionsUntil(deps: Deps, position: number): AsyncGenerator<Decision> {
  for await (const placed of readLog(deps)) if (placed.position <= position) yield placed.decision
}

export async function exportLedger(deps: Deps, until: number | undefined): Promise<Response> {
  const last = await lastPosition(deps)
  const end = Math.min(until ?? last, last)
  return ndjson(
    mapped(ledgerLines(deps, end), ({ line }) => line),
    {
      'x-row-count': String(end),
      'content-disposition': 'attachment; filename="ai-census-ledger.ndjson"',
    },
  )
}

async function* mapped<T, U>(values: AsyncIterable<T>, map: (value: T) => U): AsyncGenerator<U> {
  for await (const value of values) yield map(value)
}
