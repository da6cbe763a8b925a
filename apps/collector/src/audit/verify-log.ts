import type { verifyLog as endpoint } from '@ai-census/api'
import { createLogVerifier, type LogEnd, logFaultSentence, MOST_FAULTS } from '@ai-census/schema'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { HttpProblem } from '../http/problem.ts'
import { readLog } from './read-log.ts'
import { ledgerFaults } from './verify-ledger.ts'

type Verdict = z.infer<typeof endpoint.response>

/** `head` is what an earlier answer gave, as `<sequence>:<hash>`; with it, truncation shows too. */
export async function verifyDecisionLog(deps: Deps, head: string | undefined): Promise<Verdict> {
  const verifier = createLogVerifier(head === undefined ? undefined : readHead(head))
  const misplaced: string[] = []
  let last = 0
  for await (const { decision, position } of readLog(deps)) {
    verifier.add(decision)
    if (position <= last && misplaced.length < MOST_FAULTS)
      misplaced.push(`Decision ${decision.sequence} stands in the ledger before the one that it follows.`)
    last = position
  }
  const verdict = verifier.end()
  const others = [...misplaced, ...(await ledgerFaults(deps, MOST_FAULTS))]
  return {
    ok: verdict.faultCount + others.length === 0,
    length: verdict.length,
    head: `${verdict.end.sequence}:${verdict.end.hash}`,
    faults: [...verdict.faults.map(logFaultSentence), ...others].slice(0, MOST_FAULTS),
    faultCount: verdict.faultCount + others.length,
  }
}

function readHead(head: string): LogEnd {
  const [, sequence, hash] = /^(\d{1,9}):([0-9a-f]{64})$/.exec(head) ?? []
  if (sequence === undefined || hash === undefined)
    throw new HttpProblem(400, 'A head is written as <sequence>:<hash>.', [
      { place: 'query.head', message: 'not a head' },
    ])
  return { sequence: Number(sequence), hash }
}
