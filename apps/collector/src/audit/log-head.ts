import { createHash } from 'node:crypto'
import { type AuditHead, LOG_START, type LogEnd } from '@ai-census/schema'
import type { Deps } from '../deps.ts'
import { lastPosition, ledgerLines } from './ledger-lines.ts'
import { readLog } from './read-log.ts'

/** Where log and ledger end now. Reads both whole: the ledger's hash covers every line. */
export async function readHead(deps: Deps): Promise<AuditHead> {
  const position = await lastPosition(deps)
  const head = createHeadMaker()
  for await (const placed of readLog(deps)) if (placed.position <= position) head.addDecision(placed.decision)
  for await (const { line } of ledgerLines(deps, position)) head.addLine(line)
  return head.end(position, deps.now().toISOString())
}

/** Makes a head of what passes by. */
export function createHeadMaker() {
  const hash = createHash('sha256')
  let last: LogEnd = { sequence: 0, hash: LOG_START }
  let count = 0
  let events = 0
  return {
    addDecision({ sequence, hash: own }: LogEnd): void {
      last = { sequence, hash: own }
      count += 1
    },
    /** Without its line feed. */
    addLine(line: string): void {
      hash.update(`${line}\n`)
      events += 1
    },
    end: (position: number, at: string): AuditHead => ({
      format: 'ai-census-head-1',
      at,
      sequence: last.sequence,
      hash: last.hash,
      count,
      ledger: { position, events, hash: hash.digest('hex') },
    }),
  }
}
