import { z } from 'zod'
import type { Decision } from './decision.ts'
import { digest } from './digest.ts'
import { Instant } from './vocabulary.ts'

/** What the first decision of a log points back to. */
export const LOG_START = '0'.repeat(64)

/** A row of the log as it is checked: of its body only the bytes matter, so rows of newer versions check too. */
export const LogRow = z.strictObject({
  sequence: z.int(),
  at: z.string(),
  author: z.string(),
  body: z.record(z.string(), z.unknown()),
  previous: z.string(),
  hash: z.string(),
})
export type LogRow = z.infer<typeof LogRow>

/** SHA-256 over the canonical JSON of the row without its hash; docs/operations/audit.md says it for outsiders. */
export const decisionHash = (row: Omit<Decision | LogRow, 'hash'>): string =>
  digest({ sequence: row.sequence, at: row.at, author: row.author, body: row.body, previous: row.previous })

/** Where a log ended when somebody noted it. */
export interface LogEnd {
  readonly sequence: number
  readonly hash: string
}

export interface LogFault {
  /**
   * `changed`: the row does not match its own hash. `unlinked`: it was not written after the row before it as that one
   * stands. `removed`: numbers are missing, from `sequence` to `through`. `reordered`: the row stands behind a later
   * one. `inserted`: its number was there already, or is no number of a log. `truncated`: the log ends before the
   * expected end. `rewritten`: the row that the expected end names is another one now.
   */
  readonly type: 'changed' | 'unlinked' | 'removed' | 'reordered' | 'inserted' | 'truncated' | 'rewritten'
  readonly sequence: number
  readonly through?: number
}

export interface LogVerdict {
  /** How many rows were looked at. */
  readonly length: number
  /** Where the log ends now. */
  readonly end: LogEnd
  /** By sequence; at most `MOST_FAULTS` of them. Empty: the log is whole. */
  readonly faults: readonly LogFault[]
  readonly faultCount: number
}

export interface LogVerifier {
  add(row: LogRow): void
  end(): LogVerdict
}

export const MOST_FAULTS = 100
const MOST_GAPS = 10_000

/**
 * Checks a log row by row, in the order in which it is stored, and against an end that was noted earlier and
 * elsewhere: only that can show that rows are missing at the end. Needs the same memory for a log of any length.
 */
export function createLogVerifier(expected?: LogEnd): LogVerifier {
  const faults: LogFault[] = []
  const gaps: Gap[] = []
  let faultCount = 0
  let length = 0
  let last: LogEnd = { sequence: 0, hash: LOG_START }
  let found: string | null = expected?.sequence === 0 ? LOG_START : null

  const report = (fault: LogFault): void => {
    faultCount += 1
    if (faults.length < MOST_FAULTS) faults.push(fault)
  }
  const open = (gap: Gap): void => {
    if (gaps.length < MOST_GAPS) gaps.push(gap)
    else report(removed(gap))
  }
  const place = ({ sequence, previous }: LogRow, isChanged: boolean): 'next' | 'elsewhere' => {
    if (sequence <= last.sequence || sequence < 1) {
      report({ type: fill(gaps, sequence) ? 'reordered' : 'inserted', sequence })
      return 'elsewhere'
    }
    if (sequence > last.sequence + 1) open({ from: last.sequence + 1, to: sequence - 1 })
    else if (previous !== last.hash && !isChanged) report({ type: 'unlinked', sequence })
    return 'next'
  }

  return {
    add(row) {
      length += 1
      const isChanged = row.hash !== decisionHash(row)
      if (isChanged) report({ type: 'changed', sequence: row.sequence })
      if (row.sequence === expected?.sequence) found = row.hash
      if (place(row, isChanged) === 'next') last = { sequence: row.sequence, hash: row.hash }
    },
    end() {
      for (const gap of gaps) report(removed(gap))
      if (expected && found === null && last.sequence < expected.sequence)
        report({ type: 'truncated', sequence: last.sequence + 1, through: expected.sequence })
      if (expected && found !== null && found !== expected.hash)
        report({ type: 'rewritten', sequence: expected.sequence })
      return { length, end: last, faults: faults.sort((a, b) => a.sequence - b.sequence), faultCount }
    },
  }
}

/** Numbers that no row had yet. */
interface Gap {
  from: number
  to: number
}

const removed = ({ from, to }: Gap): LogFault => ({
  type: 'removed',
  sequence: from,
  ...(to > from ? { through: to } : {}),
})

/** Takes a number out of the gaps; false where it is in none. */
function fill(gaps: Gap[], sequence: number): boolean {
  const at = gaps.findIndex(({ from, to }) => from <= sequence && sequence <= to)
  const gap = gaps[at]
  if (!gap) return false
  const parts = [
    { from: gap.from, to: sequence - 1 },
    { from: sequence + 1, to: gap.to },
  ]
  gaps.splice(at, 1, ...parts.filter(({ from, to }) => from <= to))
  return true
}

const through = ({ sequence, through: to }: LogFault): string =>
  to === undefined || to === sequence ? `Decision ${sequence}` : `Decisions ${sequence} to ${to}`

const sentences: Record<LogFault['type'], (fault: LogFault) => string> = {
  changed: (fault) => `${through(fault)} was changed after it was written.`,
  unlinked: (fault) =>
    `${through(fault)} was not written after the decision before it as that one stands now.`,
  removed: (fault) => `${through(fault)} ${fault.through ? 'were' : 'was'} removed.`,
  reordered: (fault) => `${through(fault)} stands at the wrong place.`,
  inserted: (fault) => `${through(fault)} was put in beside the log’s own.`,
  truncated: (fault) =>
    `${through(fault)} ${fault.through === fault.sequence ? 'is' : 'are'} missing at the end, which was there when the head was noted.`,
  rewritten: (fault) => `${through(fault)} is not the one that the head names: the log was written anew.`,
}

/** A fault as an auditor reads it. */
export const logFaultSentence = (fault: LogFault): string => sentences[fault.type](fault)

/** Where log and ledger ended when an auditor noted it: kept elsewhere, it shows any change of what was there by then. */
export const AuditHead = z.strictObject({
  format: z.literal('ai-census-head-1'),
  /** When it was noted. */
  at: Instant,
  /** The last decision, and how many there are. */
  sequence: z.int().min(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  count: z.int().min(0),
  /** The ledger's last position, how many events it holds, and SHA-256 over their lines as the ledger is exported. */
  ledger: z.strictObject({
    position: z.int().min(0),
    events: z.int().min(0),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
})
export type AuditHead = z.infer<typeof AuditHead>
