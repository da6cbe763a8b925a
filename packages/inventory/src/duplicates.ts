import type { AiSystem } from '@ai-census/schema'
import type { DuplicateSign } from './flags/rule.ts'
import { compareText, systemId } from './ids.ts'
import type { Placed, Places } from './place.ts'
import { pairKey } from './replay.ts'

/** A component that findings of another system also speak of. */
export interface Sharing {
  readonly component: string
  readonly componentName: string
  /** The system that it belongs to. */
  readonly system: string
  /** A system that it would belong to by one of its other findings. */
  readonly other: string
}

/** Two systems that may be one, and why: for a person to merge or to leave. */
export interface MergeProposal {
  readonly systems: readonly [string, string]
  readonly reasons: readonly string[]
}

/** Components that the evidence puts in more than one system. */
export function sharingsOf(places: Places, groups: ReadonlyMap<string, string>): Sharing[] {
  return places.placed.flatMap(({ draft, system }: Placed) => {
    const { id, name } = draft.component
    const others = new Set<string>()
    for (const { group, live } of draft.members) {
      if (live && group.key !== draft.group.key)
        others.add(places.resolve(groups.get(group.key) ?? systemId(group.key)))
    }
    others.delete(system)
    return [...others]
      .sort(compareText)
      .map((other) => ({ component: id, componentName: name, system, other }))
  })
}

type Named = Pick<AiSystem, 'id' | 'state' | 'groupKey' | 'groupTitle' | 'fields'>

/**
 * The names by which a system may be recognised, reduced to what people do not vary: case, separators, the
 * organisation before a repository's name. Development tools are named after their supplier and are no sign.
 */
export function nameKeys(system: Named): string[] {
  if (system.groupKey.startsWith('development-tool:')) return []
  const names = [system.fields.name?.value, system.groupTitle].filter((name) => name !== undefined)
  const keys = names.map((name) =>
    (name.split(/[/\\]/).at(-1) ?? name).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''),
  )
  return [...new Set(keys)].filter((key) => key.length >= 4).sort(compareText)
}

/** More systems than these with one name: it is a habit of naming, and no sign. */
export const MOST_NAMESAKES = 5

const NONE: ReadonlySet<string> = new Set()

/**
 * Rule 4: weaker signs make a proposal and never a merge. Sorted; each pair once. `distinct`: the pairs that a person
 * took for two (`Replay.distinct`), which are not proposed again. `crowded`: for a part of the systems, names that too
 * many in the estate have, few as they are here.
 */
export function mergeProposals(
  systems: readonly Named[],
  sharings: readonly Sharing[],
  distinct: ReadonlySet<string> = NONE,
  crowded: ReadonlySet<string> = NONE,
): MergeProposal[] {
  const present = new Map(systems.filter((s) => s.state !== 'dismissed').map((s) => [s.id, s]))
  const pairs = new Map<string, { systems: [string, string]; reasons: Set<string> }>()
  const propose = (a: string, b: string, reason: string): void => {
    const key = pairKey(a, b)
    if (a === b || !present.has(a) || !present.has(b) || distinct.has(key)) return
    const pair: [string, string] = compareText(a, b) < 0 ? [a, b] : [b, a]
    const known = pairs.get(key) ?? { systems: pair, reasons: new Set<string>() }
    known.reasons.add(reason)
    pairs.set(key, known)
  }
  for (const { system, other, componentName } of sharings)
    propose(system, other, `${componentName} was found in both`)
  for (const [key, namesakes] of byName(present.values())) {
    if (namesakes.length > MOST_NAMESAKES || crowded.has(key)) continue
    for (const [i, a] of namesakes.entries()) {
      for (const b of namesakes.slice(i + 1)) propose(a, b, `both are named “${key}”`)
    }
  }
  return [...pairs.values()]
    .map(({ systems: pair, reasons }) => ({ systems: pair, reasons: [...reasons].sort(compareText) }))
    .sort((a, b) => compareText(a.systems.join(' '), b.systems.join(' ')))
}

function byName(systems: Iterable<Named>): Map<string, string[]> {
  const byKey = new Map<string, string[]>()
  for (const system of systems) {
    for (const key of nameKeys(system)) {
      const same = byKey.get(key)
      if (same) same.push(system.id)
      else byKey.set(key, [system.id])
    }
  }
  return byKey
}

/** The proposals from each system's side. */
export function duplicateSigns(
  systems: readonly Named[],
  proposals: readonly MergeProposal[],
): Map<string, DuplicateSign[]> {
  const titles = new Map(systems.map((s) => [s.id, s.fields.name?.value ?? s.groupTitle]))
  const signs = new Map<string, DuplicateSign[]>()
  for (const { systems: pair, reasons } of proposals) {
    const reason = reasons.join(', ')
    for (const [id, other] of [pair, [pair[1], pair[0]] as const]) {
      const all = signs.get(id) ?? []
      all.push({ other, otherTitle: titles.get(other) ?? other, reason })
      signs.set(id, all)
    }
  }
  return signs
}
