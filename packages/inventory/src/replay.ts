import type { Decision, DecisionBody, Supplier, SystemField } from '@ai-census/schema'
import { refKey } from './ids.ts'
import type { LoggedRating } from './risk/rating.ts'

export interface Pin {
  readonly value: string
  readonly by: string
  readonly at: string
  readonly sequence: number
}

export interface Registration {
  readonly by: string
  readonly at: string
  readonly sequence: number
  readonly groupKeys: readonly string[]
}

export interface Dismissal {
  readonly by: string
  readonly at: string
  readonly reason: string
  readonly expires?: string
}

export interface Snooze {
  /** Null: it waits no longer. */
  readonly until: string | null
  readonly at: string
}

/** What people decided about one system, by the id they used. */
export interface Governance {
  readonly id: string
  registration: Registration | null
  dismissal: Dismissal | null
  /** When it was split off from another system, and that one's id. */
  splitFrom: string | null
  readonly pins: Map<SystemField, Pin>
  /** Its rating by the rubric, as long as its risk level is the rated one. */
  rating: LoggedRating | null
  /** When a person last answered for its risk: by registering it, or by rating or reviewing it. */
  reviewedAt: string | null
  /** `to: null` where a person took it from somebody. */
  assignment: { readonly to: string | null } | null
  snooze: Snooze | null
  /** A person brought it back to triage: no rule dismisses it any more. */
  ruleExempt: boolean
}

export interface SupplierGovernance {
  readonly review: Supplier['review']
  readonly reviewedAt: string
  readonly nextReview?: string
  readonly contract?: string
}

/** All decisions that are in force, indexed by what they speak of. */
export interface Replay {
  readonly systems: ReadonlyMap<string, Governance>
  /** Which system a group key was registered as. */
  readonly groups: ReadonlyMap<string, string>
  /** Which system a finding was registered with. */
  readonly anchors: ReadonlyMap<string, Placement>
  /** Where a person put a finding. Stronger than anchors and groups. */
  readonly attached: ReadonlyMap<string, Placement>
  /** `from` → `into` of merges. */
  readonly merged: ReadonlyMap<string, string>
  readonly suppliers: ReadonlyMap<string, SupplierGovernance>
  /** Pairs of systems that a person took for two, each as `pairKey` names it. */
  readonly distinct: ReadonlySet<string>
  /** What a person said of a finding that detectors of another version no longer see, by its address. */
  readonly confirmed: ReadonlyMap<string, Confirmation>
}

/** Speaks of what was last seen before it; a later sight overrules it. */
export interface Confirmation {
  readonly present: boolean
  readonly at: string
}

export interface Placement {
  readonly system: string
  readonly sequence: number
}

/** Replays the log from its start; the later sequence wins. Revoked decisions are passed over. */
export function replay(decisions: readonly Decision[]): Replay {
  const log = new DecisionLog()
  for (const decision of inForce(decisions)) apply(log, decision)
  log.spreadDistinct()
  return log
}

/** The decisions that nobody took back, in order. A revoke can itself be revoked, which restores its target. */
export function inForce(decisions: readonly Decision[]): Decision[] {
  const ordered = [...decisions].sort((a, b) => a.sequence - b.sequence)
  const revoked = new Set<number>()
  for (const { sequence, body } of ordered.toReversed()) {
    if (body.type === 'revoke' && !revoked.has(sequence) && body.sequence < sequence)
      revoked.add(body.sequence)
  }
  return ordered.filter((d) => !revoked.has(d.sequence))
}

class DecisionLog implements Replay {
  readonly systems = new Map<string, Governance>()
  readonly groups = new Map<string, string>()
  readonly anchors = new Map<string, Placement>()
  readonly attached = new Map<string, Placement>()
  readonly merged = new Map<string, string>()
  readonly suppliers = new Map<string, SupplierGovernance>()
  readonly distinct = new Set<string>()
  readonly confirmed = new Map<string, Confirmation>()
  readonly #distinctPairs: (readonly [string, string])[] = []

  tellApart(pair: readonly [string, string]): void {
    this.#distinctPairs.push(pair)
  }

  /** What a person said of a system also holds for the one that it was merged into. */
  spreadDistinct(): void {
    for (const [a, b] of this.#distinctPairs) {
      for (const one of mergeChain(this.merged, a))
        for (const other of mergeChain(this.merged, b)) this.distinct.add(pairKey(one, other))
    }
  }

  system(id: string): Governance {
    const known = this.systems.get(id)
    if (known) return known
    const fresh: Governance = {
      id,
      registration: null,
      dismissal: null,
      splitFrom: null,
      pins: new Map(),
      rating: null,
      reviewedAt: null,
      assignment: null,
      snooze: null,
      ruleExempt: false,
    }
    this.systems.set(id, fresh)
    return fresh
  }
}

type Body<T extends DecisionBody['type']> = Extract<DecisionBody, { type: T }>
type Apply<T extends DecisionBody['type']> = (log: DecisionLog, body: Body<T>, decision: Decision) => void

const APPLY: { readonly [T in DecisionBody['type']]: Apply<T> } = {
  register(log, body, { author: by, at, sequence }) {
    const system = log.system(body.system)
    system.registration = { by, at, sequence, groupKeys: body.groupKeys }
    system.dismissal = null
    system.snooze = awakeAt(at)
    system.reviewedAt = at
    if (body.fields.riskLevel !== undefined) system.rating = null
    pin(system, body.fields, { by, at, sequence })
    for (const key of body.groupKeys) log.groups.set(key, body.system)
    for (const anchor of body.anchors) log.anchors.set(refKey(anchor), { system: body.system, sequence })
  },
  'set-fields'(log, body, { author: by, at, sequence }) {
    const system = log.system(body.system)
    pin(system, body.fields, { by, at, sequence })
    if (REVIEW_FIELDS.some((field) => body.fields[field] !== undefined)) system.reviewedAt = at
    // A level that was set without the rubric is not what its answers led to.
    if (body.fields.riskLevel !== undefined) system.rating = null
  },
  rate(log, body, { author: by, at, sequence }) {
    const system = log.system(body.system)
    const { level, answers, rationale, nextReview, basis } = body
    pin(system, { riskLevel: level, riskRationale: rationale, nextReview }, { by, at, sequence })
    system.rating = { level, answers, rationale, nextReview, by, at, ...(basis && { basis }) }
    system.reviewedAt = at
  },
  dismiss(log, body, { author: by, at }) {
    const { reason, expires } = body
    const system = log.system(body.system)
    system.dismissal = { by, at, reason, ...(expires && { expires }) }
    system.snooze = awakeAt(at)
  },
  restore(log, body, { at }) {
    const system = log.system(body.system)
    system.dismissal = null
    system.snooze = awakeAt(at)
    system.ruleExempt = true
  },
  assign(log, body) {
    log.system(body.system).assignment = { to: body.assignee }
  },
  snooze(log, body, { at }) {
    log.system(body.system).snooze = { until: body.until, at }
  },
  attach(log, body, { sequence }) {
    for (const ref of body.findings) log.attached.set(refKey(ref), { system: body.system, sequence })
  },
  merge(log, body) {
    if (body.from === body.into) return
    breakCycle(log.merged, body.from, body.into)
    log.merged.set(body.from, body.into)
  },
  split(log, body, { author: by, at, sequence }) {
    const part = log.system(body.newSystem)
    part.splitFrom = body.system
    pin(part, { name: body.name }, { by, at, sequence })
    for (const ref of body.findings) log.attached.set(refKey(ref), { system: body.newSystem, sequence })
  },
  'not-duplicates'(log, body) {
    log.tellApart(body.systems)
  },
  'confirm-presence'(log, body, { at }) {
    for (const ref of body.findings) log.confirmed.set(refKey(ref), { present: body.present, at })
  },
  'release-look'() {
    // Its effect is in the ledger: the look is recorded or discarded (see `releaseHeld`).
  },
  configure() {
    // Its effect is on the settings, which the facts carry: see `settingsOf`.
  },
  'set-rule'() {
    // As of `configure`.
  },
  'remove-rule'() {
    // As of `configure`.
  },
  revoke() {
    // Its effect is that its target is not replayed: see `inForce`.
  },
  'review-supplier'(log, body, { at }) {
    const contract = body.contract ?? log.suppliers.get(body.supplier)?.contract
    log.suppliers.set(body.supplier, {
      review: body.review,
      reviewedAt: at,
      ...(body.nextReview && { nextReview: body.nextReview }),
      ...(contract && { contract }),
    })
  },
}

function apply(log: DecisionLog, decision: Decision): void {
  // The table pairs each type with its own body; the compiler cannot follow that pairing through the index.
  const applyBody = APPLY[decision.body.type] as Apply<DecisionBody['type']>
  applyBody(log, decision.body, decision)
}

/** To decide about a system is to be done waiting. */
const awakeAt = (at: string): Snooze => ({ until: null, at })

/** Answering one of these is a review. */
const REVIEW_FIELDS = ['riskLevel', 'riskRationale', 'nextReview'] as const satisfies readonly SystemField[]

function pin(
  system: Governance,
  fields: Partial<Record<SystemField, string | null | undefined>>,
  who: Omit<Pin, 'value'>,
): void {
  // `Object.entries` forgets that the keys are those of the patch, which the schema has checked.
  for (const [field, value] of Object.entries(fields) as [SystemField, string | null | undefined][]) {
    if (value === null) system.pins.delete(field)
    else if (value !== undefined) system.pins.set(field, { value, ...who })
  }
}

/** A merge the other way round takes back the earlier one that led here: the later sequence wins. */
function breakCycle(merged: Map<string, string>, from: string, into: string): void {
  for (let at = into; ; ) {
    const next = merged.get(at)
    if (next === undefined) return
    if (next === from) {
      merged.delete(at)
      return
    }
    at = next
  }
}

/** Two systems in either order. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

/** A system and all that it became part of; merges have no cycles (`breakCycle`). */
function mergeChain(merged: ReadonlyMap<string, string>, id: string): string[] {
  const chain = [id]
  for (let next = merged.get(id); next !== undefined; next = merged.get(next)) chain.push(next)
  return chain
}

/** Where merges lead to; the id itself where none does. Only systems that `exists` accepts are led to. */
export function mergedInto(
  merged: ReadonlyMap<string, string>,
  id: string,
  exists: (id: string) => boolean,
): string {
  let at = id
  for (let next = merged.get(at); next !== undefined && exists(next); next = merged.get(at)) at = next
  return at
}
