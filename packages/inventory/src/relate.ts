import type { FindingKind, Finding, Identifier, Relationship, RelationType } from '@ai-census/schema'
import type { CatalogueFacts } from './catalogue.ts'
import { canonicalIdentifier } from './canonical.ts'
import type { Draft } from './component.ts'
import { compareText } from './ids.ts'
import { isStrong, strongIdentifiers } from './joining.ts'

/** More things than these behind one identifier are no answer to "which one?". */
const MOST_TARGETS = 3

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

const CALLED: ReadonlySet<FindingKind> = new Set<FindingKind>(['endpoint', 'model-server', 'mcp-server', 'agent'])
const SERVING: ReadonlySet<FindingKind> = new Set<FindingKind>(['endpoint', 'model-server'])
const MODELS: ReadonlySet<FindingKind> = new Set<FindingKind>(['model', 'model-file'])

function relationType(from: FindingKind, to: FindingKind): RelationType {
  if (SERVING.has(from) && MODELS.has(to)) return 'serves'
  if (CALLED.has(to)) return 'calls'
  if (to === 'dataset' && (MODELS.has(from) || from === 'pipeline')) return 'trained-on'
  if (from === 'model' && to === 'model-file') return 'built-from'
  return 'uses'
}

/**
 * Edges between components: those that the evidence states, and those that a shared strong identifier implies
 * where the kinds differ (rule 6).
 */
export function relate(drafts: readonly Draft[], catalogue: CatalogueFacts): Relationship[] {
  const carriers = carriersOf(drafts, catalogue)
  const edges = new Map<string, Relationship>()
  const put = (from: Draft, type: RelationType, to: Draft): void => {
    if (from === to) return
    const edge = { from: from.component.id, type, to: to.component.id }
    edges.set(`${edge.from} ${type} ${edge.to}`, edge)
  }
  for (const carrying of carriers.values()) implied(carrying, put)
  for (const draft of drafts) {
    for (const { from, relation } of statedBy(draft)) {
      const targets = targetsOf(carriers, canonicalIdentifier(relation.to), from)
      for (const target of targets) put(draft, relation.type, target)
    }
  }
  return [...edges.values()].sort(byEnds)
}

const byEnds = (a: Relationship, b: Relationship): number =>
  compareText(a.from, b.from) || compareText(a.type, b.type) || compareText(a.to, b.to)

type Put = (from: Draft, type: RelationType, to: Draft) => void

function implied(carrying: readonly Draft[], put: Put): void {
  if (carrying.length < 2) return
  const ranks = new Map<number, Draft[]>()
  for (const draft of carrying) {
    const rank = RANK[draft.component.kind]
    const same = ranks.get(rank)
    if (same) same.push(draft)
    else ranks.set(rank, [draft])
  }
  const ordered = [...ranks.entries()].sort(([a], [b]) => a - b).map(([, same]) => same)
  for (const [i, users] of ordered.entries()) {
    for (const used of ordered.slice(i + 1)) {
      if (used.length > MOST_TARGETS) continue
      for (const from of users) {
        for (const to of used) put(from, relationType(from.component.kind, to.component.kind), to)
      }
    }
  }
}

/** Live components by strong identifier, and by any identifier within one scope. */
function carriersOf(drafts: readonly Draft[], catalogue: CatalogueFacts): Map<string, Draft[]> {
  const carriers = new Map<string, Draft[]>()
  for (const draft of drafts) {
    const names = new Set<string>()
    for (const member of draft.members) {
      for (const one of strongIdentifiers(member, catalogue)) names.add(identifierName(one))
    }
    for (const name of names) add(carriers, name, draft)
  }
  return carriers
}

export const identifierName = ({ type, value }: Identifier): string => `${type}:${value}`

function add(carriers: Map<string, Draft[]>, name: string, draft: Draft): void {
  const same = carriers.get(name)
  if (same) same.push(draft)
  else carriers.set(name, [draft])
}

interface Stated {
  readonly from: string
  readonly relation: NonNullable<Finding['relations']>[number]
}

function statedBy(draft: Draft): Stated[] {
  return draft.members.flatMap((m) =>
    m.live ? m.rows.flatMap((row) => (row.finding.relations ?? []).map((relation) => ({ from: row.scope, relation }))) : [],
  )
}

function targetsOf(carriers: ReadonlyMap<string, Draft[]>, to: Identifier, _scope: string): readonly Draft[] {
  if (!isStrong(to.type)) return []
  const targets = carriers.get(identifierName(to)) ?? []
  return targets.length > MOST_TARGETS ? [] : targets
}
