import { decisions } from '@ai-census/db'
import { canonicalJson } from '@ai-census/schema'
import type { Deps } from '../deps.ts'
import { lastPosition, ledgerLines } from './ledger-lines.ts'
import { ndjson } from './ndjson.ts'
import { readLog } from './read-log.ts'

/** The log, a line a decision, in the form whose bytes are hashed. */
export async function exportDecisionLog(deps: Deps): Promise<Response> {
  const count = await deps.database.orm.$count(decisions)
  return ndjson(decisionLines(deps), {
    'x-row-count': String(count),
    'content-disposition': 'attachment; filename="ai-census-decisions.ndjson"',
  })
}

export async function* decisionLines(deps: Deps): AsyncGenerator<string> {
  for await (const { decision } of readLog(deps)) yield canonicalJson(decision)
}

export async function exportLedger(deps: Deps, until: number | undefined): Promise<Response> {
  const end = await lastPosition(deps)
  return ndjson(lines(deps, Math.min(until ?? end, end)), {
    'x-row-count': String(end),
    'content-disposition': 'attachment; filename="ai-census-ledger.ndjson"',
  })
}

async function* lines(deps: Deps, until: number): AsyncGenerator<string> {
  for await (const { line } of ledgerLines(deps, until)) yield line
}
