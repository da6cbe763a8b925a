/** Deciding on many at once: what is filed, and which of them are not what was selected any more. Pure. */
import type { Wanted } from '#lib/decide.svelte.ts'
import type { DecisionBody, FindingRef, QueueRow, SystemDetail, SystemField } from '#lib/types.ts'

export type BulkKind = 'register' | 'attach' | 'dismiss' | 'assign' | 'snooze' | 'merge'

/** What is the same for all that are registered together. */
export const sharedFields = [
  'businessOwner',
  'technicalOwner',
  'purpose',
] as const satisfies readonly SystemField[]
export type Shared = Partial<Record<(typeof sharedFields)[number], string>>

/** What all of them are decided to be. */
export type BulkAnswer =
  | { kind: 'dismiss'; reason: string; expires?: string }
  | { kind: 'assign'; assignee: string | null }
  | { kind: 'snooze'; until: string | null; reason?: string }
  | { kind: 'merge'; into: SystemDetail }
  | { kind: 'attach'; into: SystemDetail }
  | { kind: 'register'; fields: Shared }

export const bulkWords = {
  register: { verb: 'Register', done: 'Registered', outcome: 'are registered, each under its name' },
  attach: { verb: 'Attach', done: 'Attached', outcome: 'belong to that system' },
  dismiss: { verb: 'Dismiss', done: 'Dismissed', outcome: 'leave triage as dismissed' },
  assign: { verb: 'Assign', done: 'Assigned', outcome: 'are assigned, and stay in triage' },
  snooze: { verb: 'Snooze', done: 'Snoozed', outcome: 'leave triage until that day' },
  merge: { verb: 'Merge', done: 'Merged', outcome: 'become part of that system' },
} as const satisfies Record<BulkKind, { verb: string; done: string; outcome: string }>

/** Registering and attaching name the findings, so that the decision finds them again after a regrouping. */
export const namesFindings = (kind: BulkKind): boolean => kind === 'register' || kind === 'attach'

function bodyOf(answer: BulkAnswer, row: QueueRow, findings: readonly FindingRef[]): DecisionBody {
  const system = row.id
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
    case 'attach':
      return { type: 'attach', system: answer.into.system.id, findings: [...findings] }
    case 'register':
      return {
        type: 'register',
        system,
        groupKeys: [row.groupKey],
        anchors: [...findings],
        // What is not said for all stays as discovery has it: nobody looked at each of them.
        fields: { ...answer.fields, name: row.name },
      }
  }
}

/** One decision each, with the version of what was selected. `findings`: of each, where the answer names them. */
export function wantedOf(
  answer: BulkAnswer,
  rows: readonly QueueRow[],
  findings: ReadonlyMap<string, readonly FindingRef[]> = new Map(),
): Wanted[] {
  const target = 'into' in answer ? { [answer.into.system.id]: answer.into.version } : {}
  return rows.map((row) => ({
    body: bodyOf(answer, row, findings.get(row.id) ?? []),
    ifVersions: { ...target, [row.id]: row.version },
  }))
}

/** Whose answer the shared ones replace: what discovery says of the owner, where it is another. */
export const replacedBy = (answer: BulkAnswer | undefined, { fields }: QueueRow): string[] =>
  answer?.kind === 'register'
    ? sharedFields.flatMap((name) => {
        const [given, known] = [answer.fields[name], fields[name]?.value]
        return given && known && known !== given ? [known] : []
      })
    : []

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
