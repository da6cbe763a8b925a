/** The queue: moving through it, and which decisions take something out of it. Pure. */
import type { DecisionBody, SystemDetail } from '#lib/types.ts'

/** The row `step` away from the current one; none past the ends. A current one that left the list counts as its top. */
export function neighbour<T extends { id: string }>(
  rows: readonly T[],
  current: string | undefined,
  step: 1 | -1,
): T | undefined {
  const index = rows.findIndex((row) => row.id === current)
  if (index < 0) return step === 1 ? rows[0] : undefined
  return rows[index + step]
}

/** The ids from one row to another, both with it, whichever is above. */
export function span<T extends { id: string }>(rows: readonly T[], from: string, to: string): string[] {
  const [a, b] = [rows.findIndex(({ id }) => id === from), rows.findIndex(({ id }) => id === to)]
  if (a < 0 || b < 0) return []
  return rows.slice(Math.min(a, b), Math.max(a, b) + 1).map(({ id }) => id)
}

/** Whether this decision, once taken, leaves nothing of the system in the queue. */
export function leaves(body: DecisionBody, { system, components, counts }: SystemDetail): boolean {
  switch (body.type) {
    case 'register':
    case 'dismiss':
      return true
    case 'snooze':
      return body.until !== null
    case 'merge':
      return body.from === system.id
    case 'attach': {
      const findings = components.reduce((sum, component) => sum + component.findings.length, 0)
      // Where not all of it is known here, the page waits for the answer.
      return counts.components <= components.length && body.findings.length >= findings
    }
    default:
      return false
  }
}

/** What narrows the queue, as the address bar names it. */
export const filterNames = [
  'search',
  'source',
  'supplier',
  'grade',
  'context',
  'assignee',
  'snoozed',
] as const
export type QueueFilter = Partial<Record<(typeof filterNames)[number], string>>
