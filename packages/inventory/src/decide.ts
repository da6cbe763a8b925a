import { type Decision, type DecisionBody, digest } from '@ai-census/schema'

/** What the first decision of a log points back to. */
export const LOG_START = '0'.repeat(64)

const hashOf = (row: Omit<Decision, 'hash'>): string =>
  digest({ sequence: row.sequence, at: row.at, author: row.author, body: row.body, previous: row.previous })

/** The next row of the log. `sequence` counts from 1; `previous` is the last row's hash, or `LOG_START`. */
export function appendDecision(
  previous: string,
  sequence: number,
  at: string,
  author: string,
  body: DecisionBody,
): Decision {
  const row = { sequence, at, author, body, previous }
  return { ...row, hash: hashOf(row) }
}

export interface LogHead {
  readonly sequence: number
  readonly hash: string
}

export interface LogFault {
  /**
   * `changed`: the row does not match its own hash, or was written after another row than the one before it.
   * `removed`: numbers are missing, from `sequence` on. `reordered`: the row stands behind one with a larger or the
   * same number. `truncated`: the log ends before the expected head. `rewritten`: the head's row is another one now.
   */
  readonly type: 'changed' | 'removed' | 'reordered' | 'truncated' | 'rewritten'
  readonly sequence: number
}

/**
 * Checks the log as it is stored, in its stored order, and against a head that was noted earlier and elsewhere:
 * only that can show that rows are missing at the end. An empty answer means that the log is whole.
 */
export function verifyLog(decisions: readonly Decision[], expectedHead?: LogHead): LogFault[] {
  const faults: LogFault[] = []
  const numbers = new Set(decisions.map((d) => d.sequence))
  let last: LogHead = { sequence: 0, hash: LOG_START }
  for (const row of decisions) {
    const { sequence } = row
    const next = last.sequence + 1
    if (sequence < next) faults.push({ type: 'reordered', sequence })
    else if (sequence > next && !numbers.has(next)) faults.push({ type: 'removed', sequence: next })
    const isMisplaced = sequence === next && row.previous !== last.hash
    if (row.hash !== hashOf(row) || isMisplaced) faults.push({ type: 'changed', sequence })
    last = sequence < next ? last : { sequence, hash: row.hash }
  }
  return [...faults, ...headFaults(decisions, expectedHead)]
}

function headFaults(decisions: readonly Decision[], expected: LogHead | undefined): LogFault[] {
  if (!expected || expected.sequence === 0) return []
  const row = decisions.find((d) => d.sequence === expected.sequence)
  if (row) return row.hash === expected.hash ? [] : [{ type: 'rewritten', sequence: expected.sequence }]
  const isBehindTheEnd = decisions.every((d) => d.sequence < expected.sequence)
  return [{ type: isBehindTheEnd ? 'truncated' : 'removed', sequence: expected.sequence }]
}
