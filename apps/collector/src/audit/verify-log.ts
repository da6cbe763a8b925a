import type { verifyLog as endpoint } from '@ai-census/api'
import { decisions } from '@ai-census/db'
import { asc } from '@ai-census/db/query'
import { LOG_START, type LogFault, type LogHead, verifyLog } from '@ai-census/inventory'
import type { z } from 'zod'
import type { Deps } from '../deps.ts'
import { HttpProblem } from '../http/problem.ts'
import { decisionOf } from '../reconcile/decision-log.ts'

type Verdict = z.infer<typeof endpoint.response>

/** `head` is what an earlier answer gave, as `<sequence>:<hash>`; with it, truncation shows too. */
export async function verifyDecisionLog(deps: Deps, head: string | undefined): Promise<Verdict> {
  const rows = await deps.database.orm.select().from(decisions).orderBy(asc(decisions.position))
  const log = rows.map(decisionOf)
  const faults = verifyLog(log, head === undefined ? undefined : readHead(head))
  const last = log.at(-1)
  return {
    ok: faults.length === 0,
    length: log.length,
    head: `${last?.sequence ?? 0}:${last?.hash ?? LOG_START}`,
    faults: faults.map(sentenceOf),
  }
}

function readHead(head: string): LogHead {
  const [, sequence, hash] = /^(\d{1,9}):([0-9a-f]{64})$/.exec(head) ?? []
  if (sequence === undefined || hash === undefined)
    throw new HttpProblem(400, 'A head is written as <sequence>:<hash>.', [
      { place: 'query.head', message: 'not a head' },
    ])
  return { sequence: Number(sequence), hash }
}

const sentences: Record<LogFault['type'], (sequence: number) => string> = {
  changed: (n) => `Decision ${n} was changed after it was written.`,
  removed: (n) => `Decision ${n} was removed.`,
  reordered: (n) => `Decision ${n} stands at the wrong place.`,
  truncated: (n) => `The log ended with decision ${n} once, which is no longer there.`,
  rewritten: (n) => `Decision ${n} is not the one that the earlier head names.`,
}
const sentenceOf = ({ type, sequence }: LogFault): string => sentences[type](sequence)
