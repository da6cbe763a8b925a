import { createHash } from 'node:crypto'
import { decisions } from '@ai-census/db'
import { desc, lte } from '@ai-census/db/query'
import { type AuditHead, LOG_START } from '@ai-census/schema'
import type { Deps } from '../deps.ts'
import { lastPosition, ledgerLines } from './ledger-lines.ts'

/** Where log and ledger end now. Reads the whole ledger: its hash covers every line. */
export async function readHead(deps: Deps): Promise<AuditHead> {
  const { orm } = deps.database
  const position = await lastPosition(deps)
  const hash = createHash('sha256')
  let events = 0
  for await (const { line } of ledgerLines(deps, position)) {
    hash.update(`${line}\n`)
    events += 1
  }
  const isBefore = lte(decisions.position, position)
  const [last] = await orm
    .select({ sequence: decisions.sequence, hash: decisions.hash })
    .from(decisions)
    .where(isBefore)
    .orderBy(desc(decisions.sequence))
    .limit(1)
  return {
    format: 'ai-census-head-1',
    at: deps.now().toISOString(),
    sequence: last?.sequence ?? 0,
    hash: last?.hash ?? LOG_START,
    count: await orm.$count(decisions, isBefore),
    ledger: { position, events, hash: hash.digest('hex') },
  }
}
