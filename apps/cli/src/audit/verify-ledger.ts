import { createHash } from 'node:crypto'
import { type AuditHead, MOST_FAULTS } from '@ai-census/schema'
import type { Fault } from './verify-decisions.ts'

export interface LedgerVerdict {
  events: number
  position: number
  faults: Fault[]
}

/** Checks an exported ledger: its positions follow one another, and its bytes until the head are those of then. */
export async function verifyLedger(
  lines: AsyncIterable<Buffer>,
  head: AuditHead['ledger'] | undefined,
  onLine: () => void,
): Promise<LedgerVerdict> {
  const faults: Fault[] = []
  const hash = createHash('sha256')
  let position = 0
  let events = 0
  let hashThen: string | null = head?.events === 0 ? hash.copy().digest('hex') : null
  for await (const line of lines) {
    onLine()
    events += 1
    const next = positionOf(line)
    if (next !== position + 1 && faults.length < MOST_FAULTS)
      faults.push({
        type: 'ledger',
        message: `The ledger goes from position ${position} to ${next ?? 'what is none'}.`,
      })
    position = next ?? position + 1
    hash.update(line).update('\n')
    if (events === head?.events) hashThen = hash.copy().digest('hex')
  }
  if (head && hashThen === null)
    faults.push({
      type: 'ledger-truncated',
      message: `The ledger has ${events} events; when the head was noted it had ${head.events}.`,
    })
  if (head && hashThen !== null && hashThen !== head.hash)
    faults.push({
      type: 'ledger-changed',
      message: `What the ledger held until position ${head.position} is not what it held when the head was noted.`,
    })
  return { events, position, faults }
}

function positionOf(line: Buffer): number | null {
  try {
    const value: unknown = JSON.parse(line.toString('utf8'))
    const isEvent = typeof value === 'object' && value !== null && 'position' in value
    return isEvent && Number.isSafeInteger(value.position) ? Number(value.position) : null
  } catch {
    return null
  }
}
