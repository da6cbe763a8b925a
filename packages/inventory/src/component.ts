import {
  type AttributeValue,
  type Component,
  type ComponentState,
  Context,
  type Finding,
  type FindingModel,
  gradeRank,
  strongerGrade,
  weightierContext,
} from '@ai-census/schema'
import { canonicalIdentifiers } from './canonical.ts'
import type { CatalogueFacts } from './catalogue.ts'
import { type Group, preferredGroup } from './group.ts'
import type { Cluster } from './identify.ts'
import { compareText, componentId, refOf } from './ids.ts'
import type { Presence } from './ledger.ts'
import type { Member } from './members.ts'
import { earlier, later } from './time.ts'

/** A component on its way: what discovery says, before decisions place it in a system. */
export interface Draft {
  readonly component: Omit<Component, 'systemId'>
  readonly members: Cluster
  readonly group: Group
  /** At least one finding is live and, where it is a sign of use, has not faded. */
  readonly live: boolean
  /** When what the thing is last changed. */
  readonly essenceAt: string
}

const STATES: Readonly<Record<Presence, ComponentState>> = {
  seen: 'seen',
  unseen: 'seen',
  returned: 'returned',
  missing: 'missing',
  gone: 'gone',
}
const STATE_ORDER: readonly ComponentState[] = ['seen', 'returned', 'missing', 'gone']

/** The strongest evidence speaks first: grade, then context, then address. Signs of use come last. */
function byWeight(a: Member, b: Member): number {
  return (
    Number(a.finding.kind === 'usage') - Number(b.finding.kind === 'usage') ||
    gradeRank(b.finding.grade) - gradeRank(a.finding.grade) ||
    Context.options.indexOf(a.finding.context) - Context.options.indexOf(b.finding.context) ||
    compareText(a.ref, b.ref)
  )
}

export function draftOf(members: Cluster, catalogue: CatalogueFacts): Draft {
  const speaking = speakers(members)
  const first = speaking[0]!.finding
  const findings = speaking.map((m) => m.finding)
  const state = stateOf(members)
  const rows = members.flatMap((m) => m.rows)
  return {
    component: {
      id: componentId(members[0]!.ref),
      kind: first.kind,
      name: first.name,
      supplier: firstOf(findings, (f) => f.supplier ?? undefined) ?? null,
      ...optional(
        'supplierName',
        firstOf(findings, (f) => f.supplierName),
      ),
      ...optional(
        'product',
        firstOf(findings, (f) => f.product),
      ),
      ...optional(
        'framework',
        firstOf(findings, (f) => f.framework),
      ),
      ...optional('model', modelOf(findings, catalogue)),
      grade: findings.map((f) => f.grade).reduce(strongerGrade),
      context: findings.map((f) => f.context).reduce(weightierContext),
      state,
      identifiers: canonicalIdentifiers(speaking.flatMap((m) => m.identifiers)),
      attributes: mergeAttributes(findings),
      findings: members.map((m) => refOf(m.ref)),
      firstSeenAt: rows.map((r) => r.firstSeenAt).reduce(earlier),
      lastSeenAt: members.map((m) => m.lastSeenAt).reduce(later),
    },
    members,
    group: speaking.map((m) => m.group).reduce(preferredGroup),
    live:
      (state === 'seen' || state === 'returned') && (first.kind !== 'usage' || members.some((m) => m.fresh)),
    essenceAt: rows.map((r) => r.essenceAt).reduce(later),
  }
}

/** Those whose word counts: the fresh ones; where none is, the live ones; where none is, all. */
function speakers(members: Cluster): Member[] {
  if (members.length === 1) return [...members]
  const fresh = members.filter((m) => m.fresh)
  const live = fresh.length > 0 ? fresh : members.filter((m) => m.live)
  return (live.length > 0 ? live : [...members]).sort(byWeight)
}

/** Signs of use do not keep a thing alive that its own scope no longer has. */
function stateOf(members: Cluster): ComponentState {
  const things = members.filter((m) => m.finding.kind !== 'usage')
  const states = (things.length > 0 ? things : members).map((m) => STATES[m.rows[0]!.presence])
  return STATE_ORDER.find((state) => states.includes(state))!
}

function modelOf(findings: readonly Finding[], catalogue: CatalogueFacts): FindingModel | undefined {
  const model = firstOf(findings, (f) => f.model)
  if (!model || model.publisher) return model
  const publisher = catalogue.publisher(model.id.toLowerCase())
  return publisher ? { ...model, publisher } : model
}

function mergeAttributes(findings: readonly Finding[]): Record<string, AttributeValue> {
  const merged = new Map<string, AttributeValue>()
  for (const finding of findings) {
    for (const [name, value] of Object.entries(finding.attributes))
      if (!merged.has(name)) merged.set(name, value)
  }
  return Object.fromEntries([...merged].sort(([a], [b]) => compareText(a, b)))
}

function firstOf<T>(findings: readonly Finding[], read: (finding: Finding) => T | undefined): T | undefined {
  for (const finding of findings) {
    const value = read(finding)
    if (value !== undefined) return value
  }
  return undefined
}

const optional = <K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } =>
  // A computed key widens to an index signature; the shape is exactly `{ [key]?: value }`.
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: V }
