import {
  type AuditHead,
  canonicalJson,
  createLogVerifier,
  LogRow,
  logFaultSentence,
  MOST_FAULTS,
} from '@ai-census/schema'

/** One thing that is wrong, as it is printed. */
export interface Fault {
  type: string
  /** The decision's number, where the fault is one decision's. */
  sequence?: number
  message: string
}

export interface Verdict {
  length: number
  /** `<sequence>:<hash>` of the last decision. */
  head: string
  faults: Fault[]
  faultCount: number
}

/** Checks an exported log line by line, against a head where one was noted. Memory does not grow with the log. */
export async function verifyDecisions(
  lines: AsyncIterable<Buffer>,
  head: Pick<AuditHead, 'sequence' | 'hash'> | undefined,
  onLine: () => void,
): Promise<Verdict> {
  const verifier = createLogVerifier(head)
  const unreadable: Fault[] = []
  let number = 0
  let unreadableCount = 0
  for await (const line of lines) {
    number += 1
    onLine()
    const row = readRow(line)
    if (typeof row !== 'string') {
      verifier.add(row)
      continue
    }
    unreadableCount += 1
    if (unreadable.length < MOST_FAULTS)
      unreadable.push({ type: 'unreadable', message: `Line ${number} is no decision: ${row}.` })
  }
  const verdict = verifier.end()
  return {
    length: number,
    head: `${verdict.end.sequence}:${verdict.end.hash}`,
    faults: [
      ...verdict.faults.map((fault) => ({
        type: fault.type,
        sequence: fault.sequence,
        message: logFaultSentence(fault),
      })),
      ...unreadable,
    ],
    faultCount: verdict.faultCount + unreadableCount,
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** A row, or why the line is none. Only the canonical form is taken: no second reading of one line is possible. */
function readRow(line: Buffer): LogRow | string {
  try {
    const text = utf8.decode(line)
    const value: unknown = JSON.parse(text)
    const row = LogRow.safeParse(value)
    if (!row.success) return `${row.error.issues[0]?.path.join('.') || 'the line'} is not as it should be`
    return canonicalJson(row.data) === text ? row.data : 'it is not in canonical form'
  } catch {
    return 'it is no JSON in UTF-8'
  }
}
