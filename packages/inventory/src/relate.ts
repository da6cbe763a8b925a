import type { FindingKind, Relationship, RelationType } from '@ai-census/schema'
import type { Draft } from './component.ts'
import { compareText } from './ids.ts'
import { identifierName, isThing, isWeakName, localName } from './joining.ts'
import { type Target, targetsOf } from './targets.ts'

/** From who uses to what is used: an edge goes from the smaller rank to the larger, never within one. */
const RANK: Readonly<Record<FindingKind, number>> = {
  'declared-system': 0,
  assistant: 1,
  service: 1,
  library: 1,
  'mcp-client': 1,
  usage: 1,
  pipeline: 2,
  agent: 3,
  workspace: 3,
  'mcp-server': 4,
  endpoint: 5,
  'model-server': 5,
  guardrail: 6,
  'knowledge-base': 6,
  model: 7,
  'model-file': 8,
  dataset: 9,
  credential: 10,
}

const CALLED: ReadonlySet<FindingKind> = new Set<FindingKind>([
  'endpoint',
  'model-server',
  'mcp-server',
  'agent',
])
const SERVING: ReadonlySet<FindingKind> = new Set<FindingKind>(['endpoint', 'model-server'])
const MODELS: ReadonlySet<FindingKind> = new Set<FindingKind>(['model', 'model-file'])

function relationType(from: FindingKind, to: FindingKind): RelationType {
  if (SERVING.has(from) && MODELS.has(to)) return 'serves'
  if (CALLED.has(to)) return 'calls'
  if (to === 'dataset' && (MODELS.has(from) || from === 'pipeline')) return 'trained-on'
  if (from === 'model' && to === 'model-file') return 'built-from'
  return 'uses'
}

export interface RelationRules {
  readonly relationLimit: number
  /** Links that relate nothing, few as their carriers here are. */
  readonly tags: ReadonlySet<string>
}

/** Who carries one identifier. */
interface Carriers {
  /** Each once: a draft's members come one after the other. */
  readonly things: Draft[]
  readonly users: Draft[]
  /** How many findings of things, whatever became of them. */
  findings: number
}

/**
 * Edges between components that are not gone: those that the evidence states, and those that a shared strong
 * identifier implies where the kinds differ (rule 6). Sorted; each once.
 */
export function relate(drafts: readonly Draft[], { relationLimit, tags }: RelationRules): Relationship[] {
  const stated = drafts
    .filter(isPresent)
    .flatMap((from) => targetsOf(from).map((target) => ({ from, target })))
  const carriers = carriersOf(
    drafts,
    stated.map((s) => s.target),
  )
  const edges = new Map<string, Relationship>()
  const put = (from: Draft, type: RelationType, to: Draft): void => {
    if (from === to || !isPresent(from) || !isPresent(to)) return
    const edge = { from: from.component.id, type, to: to.component.id }
    edges.set(`${edge.from} ${type} ${edge.to}`, edge)
  }
  for (const [name, { things, findings }] of carriers) {
    const isTag = findings > relationLimit || tags.has(`thing:${name}`) || tags.has(`here:${name}`)
    if (isTag || (things.length > 1 && isWeakName(name))) carriers.delete(name)
  }
  for (const one of carriers.values()) imply(one, put)
  for (const { from, target } of stated) {
    for (const to of carriers.get(target.name)?.things ?? []) put(from, target.type, to)
  }
  return [...edges.values()].sort(byEnds)
}

const isPresent = (draft: Draft): boolean => draft.component.state !== 'gone'

const byEnds = (a: Relationship, b: Relationship): number =>
  compareText(a.from, b.from) || compareText(a.type, b.type) || compareText(a.to, b.to)

type Put = (from: Draft, type: RelationType, to: Draft) => void

function imply({ things, users }: Carriers, put: Put): void {
  for (const to of things) {
    for (const from of users) put(from, relationType(from.component.kind, to.component.kind), to)
    for (const from of things) {
      if (RANK[from.component.kind] < RANK[to.component.kind]) {
        put(from, relationType(from.component.kind, to.component.kind), to)
      }
    }
  }
}

/** By strong identifier; and by any other, within one scope, where a stated relation asks for it. */
function carriersOf(drafts: readonly Draft[], targets: readonly Target[]): Map<string, Carriers> {
  const wanted = new Set(targets.filter((t) => t.local).map((t) => t.name))
  const carriers = new Map<string, Carriers>()
  for (const draft of drafts) {
    for (const member of draft.members) {
      // A sign of use that was joined to a thing is that thing's evidence and no user of it.
      const isJoined = member.finding.kind === 'usage' && draft.component.kind !== 'usage'
      const thing = isThing(member.finding.kind)
      if (!isJoined)
        for (const one of member.strong) carry(carriers, identifierName(one), thing ? 1 : 0, thing, draft)
      if (wanted.size === 0) continue
      for (const one of member.weak) {
        const name = localName(member.scope.key, one)
        // It carries the name all the same, as its link does (`links.ts`): the limit counts it.
        if (wanted.has(name)) carry(carriers, name, 1, true, isJoined ? null : draft)
      }
    }
  }
  return carriers
}

function carry(
  carriers: Map<string, Carriers>,
  name: string,
  findings: number,
  thing: boolean,
  draft: Draft | null,
): void {
  let known = carriers.get(name)
  if (!known) {
    known = { things: [], users: [], findings: 0 }
    carriers.set(name, known)
  }
  known.findings += findings
  const drafts = thing ? known.things : known.users
  if (draft && drafts.at(-1) !== draft) drafts.push(draft)
}
