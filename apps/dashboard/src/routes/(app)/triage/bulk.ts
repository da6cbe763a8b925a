/** Deciding on many at once: what is filed, and which of them are not what was selected any more. Pure. */
import type { Wanted } from '#lib/decide.svelte.ts'
import type { DecisionBody, QueueRow, SystemDetail } from '#lib/types.ts'

export type BulkKind = 'dismiss' | 'assign' | 'snooze' | 'merge'

/** What all of them are decided to be. */
export type BulkAnswer =
  | { kind: 'dismiss'; reason: string; expires?: string }
  | { kind: 'assign'; assignee: string | null }
  | { kind: 'snooze'; until: string | null; reason?: string }
  | { kind: 'merge'; into: SystemDetail }

export const bulkWords = {
  dismiss: { verb: 'Dismiss', done: 'Dismissed', outcome: 'leave triage as dismissed' },
  assign: { verb: 'Assign', done: 'Assigned', outcome: 'are assigned, and stay in triage' },
  snooze: { verb: 'Snooze', done: 'Snoozed', outcome: 'leave triage until that day' },
  merge: { verb: 'Merge', done: 'Merged', outcome: 'become part of that system' },
} as const satisfies Record<BulkKind, { verb: string; done: string; outcome: string }>

function bodyOf(answer: BulkAnswer, system: string): DecisionBody {
  switch (answer.kind) {
    case 'dismiss': {
      const { kind, ...rest } = answer
      return { type: kind, system, ...rest }
    }
    case 'assign':
      return { type: 'assign', system, assignee: answer.assignee }
    case 'snooze': {
      const { kind, ...rest } = answer
      return { type: kind, system, ...rest }
    }
    case 'merge':
      return { type: 'merge', from: system, into: answer.into.system.id }
  }
}

/** One decision each, with the version of what was selected. */
export function wantedOf(answer: BulkAnswer, rows: readonly QueueRow[]): Wanted[] {
  const target = answer.kind === 'merge' ? { [answer.into.system.id]: answer.into.version } : {}
  return rows.map(({ id, version }) => ({
    body: bodyOf(answer, id),
    ifVersions: { ...target, [id]: version },
  }))
}

export interface Moved {
  row: QueueRow
  /** As it is now; undefined: it does not wait any more. */
  now: QueueRow | undefined
}

/** Those of the selected that are not as they were when they were selected. */
export function movedOf(selected: readonly QueueRow[], queue: readonly QueueRow[]): Moved[] {
  const byId = new Map(queue.map((row) => [row.id, row]))
  return selected
    .map((row) => ({ row, now: byId.get(row.id) }))
    .filter(({ row, now }) => now?.version !== row.version)
}
