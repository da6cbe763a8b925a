import type { Decision, DecisionBody } from '@ai-census/schema'
import { refKey, systemId } from './ids.ts'

/** What one decision speaks of. */
export interface DecisionSubjects {
  readonly systems: readonly string[]
  readonly refs: readonly string[]
  /** Suppliers, and systems that were told apart: they move rows of the estate as a whole (see `inventoryOf`). */
  readonly suppliers?: readonly string[]
  readonly apart?: readonly string[]
}

const NONE: DecisionSubjects = { systems: [], refs: [] }

type Subjects = {
  readonly [T in DecisionBody['type']]: (body: Extract<DecisionBody, { type: T }>) => DecisionSubjects
}

const SUBJECTS: Subjects = {
  register: (b) => ({ systems: [b.system, ...b.groupKeys.map(systemId)], refs: b.anchors.map(refKey) }),
  'set-fields': (b) => ({ systems: [b.system], refs: [] }),
  rate: (b) => ({ systems: [b.system], refs: [] }),
  dismiss: (b) => ({ systems: [b.system], refs: [] }),
  restore: (b) => ({ systems: [b.system], refs: [] }),
  assign: (b) => ({ systems: [b.system], refs: [] }),
  snooze: (b) => ({ systems: [b.system], refs: [] }),
  attach: (b) => ({ systems: [b.system], refs: b.findings.map(refKey) }),
  merge: (b) => ({ systems: [b.from, b.into], refs: [] }),
  split: (b) => ({ systems: [b.system, b.newSystem], refs: b.findings.map(refKey) }),
  'confirm-presence': (b) => ({ systems: [], refs: b.findings.map(refKey) }),
  'not-duplicates': (b) => ({ ...NONE, apart: b.systems }),
  // Settings are everybody's: see `settingsOf`.
  configure: () => NONE,
  'set-rule': () => NONE,
  'remove-rule': () => NONE,
  // Its effect is the look that the ledger then records or discards.
  'release-look': () => NONE,
  revoke: () => NONE,
  'review-supplier': (b) => ({ ...NONE, suppliers: [b.supplier] }),
}

/** What a decision can move; those of its target where it is a revoke. */
export function subjectsOf(decision: Decision, log: ReadonlyMap<number, Decision>): DecisionSubjects {
  const seen = new Set<number>()
  let at: Decision | undefined = decision
  while (at?.body.type === 'revoke' && !seen.has(at.sequence)) {
    seen.add(at.sequence)
    at = log.get(at.body.sequence)
  }
  return at ? bodySubjects(at.body) : NONE
}

function bodySubjects(body: DecisionBody): DecisionSubjects {
  // The table pairs each type with its own body; the compiler cannot follow that pairing through the index.
  const read = SUBJECTS[body.type] as (body: DecisionBody) => DecisionSubjects
  return read(body)
}

/** Which systems and findings decisions have ever tied together, in force or not. */
export interface DecisionGraph {
  /** Systems tied to a system, and findings tied to it. */
  bySystem(id: string): { readonly systems: ReadonlySet<string>; readonly refs: ReadonlySet<string> }
  /** Systems tied to a finding. */
  byRef(ref: string): ReadonlySet<string>
}

const EMPTY: ReadonlySet<string> = new Set()

/** Linear in the log. Build it once and keep it while the log does not grow. */
export function decisionGraph(decisions: readonly Decision[]): DecisionGraph {
  const systems = new Map<string, Set<string>>()
  const refs = new Map<string, Set<string>>()
  const back = new Map<string, Set<string>>()
  for (const { body } of decisions) {
    const subjects = bodySubjects(body)
    const [hub] = subjects.systems
    if (hub === undefined) continue
    for (const other of subjects.systems) {
      put(systems, hub, other)
      put(systems, other, hub)
    }
    for (const ref of subjects.refs) {
      put(refs, hub, ref)
      for (const system of subjects.systems) put(back, ref, system)
    }
  }
  return {
    bySystem: (id) => ({ systems: systems.get(id) ?? EMPTY, refs: refs.get(id) ?? EMPTY }),
    byRef: (ref) => back.get(ref) ?? EMPTY,
  }
}

function put(map: Map<string, Set<string>>, key: string, value: string): void {
  const known = map.get(key)
  if (known) known.add(value)
  else map.set(key, new Set([value]))
}
