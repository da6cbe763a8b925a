import type { Draft } from './component.ts'
import { systemId } from './ids.ts'
import { mergedInto, type Placement, type Replay } from './replay.ts'

/** A component with the system that it belongs to. */
export interface Placed {
  readonly draft: Draft
  /** Where grouping and registration put it, before merges. */
  readonly origin: string
  readonly system: string
}

/** Where components belong. */
export interface Places {
  readonly placed: readonly Placed[]
  /** Follows merges. */
  resolve(system: string): string
}

/**
 * Rule 7 with rule 9 on top. A component belongs, first answer first: where a person put one of its findings; to the
 * system that one of them was registered with; to the system that its group is registered as; to its group's own.
 */
export function place(drafts: readonly Draft[], decisions: Replay): Places {
  const natural = new Map<string, string>()
  for (const { group } of drafts) if (!natural.has(group.key)) natural.set(group.key, systemId(group.key))
  const follows = followedGroups(drafts, decisions)
  const known = knownSystems(natural, decisions)
  const exists = (id: string): boolean => known.has(id)
  const resolve = (id: string): string => mergedInto(decisions.merged, id, exists)

  const placed = drafts.map((draft) => {
    const attached = latest(draft, decisions.attached)
    const origin =
      (attached && exists(attached.system) ? attached.system : undefined) ??
      latest(draft, decisions.anchors)?.system ??
      decisions.groups.get(draft.group.key) ??
      follows.get(draft.group.key) ??
      natural.get(draft.group.key)!
    return { draft, origin, system: resolve(origin) }
  })
  return { placed, resolve }
}

/** Decisions about any other system wait until it appears. */
function knownSystems(natural: ReadonlyMap<string, string>, decisions: Replay): Set<string> {
  const known = new Set(natural.values())
  for (const system of decisions.systems.values()) {
    if (system.registration || system.splitFrom !== null) known.add(system.id)
  }
  return known
}

function latest(draft: Draft, placements: ReadonlyMap<string, Placement>): Placement | undefined {
  if (placements.size === 0) return undefined
  let best: Placement | undefined
  for (const { ref } of draft.members) {
    const one = placements.get(ref)
    if (one && (!best || one.sequence > best.sequence)) best = one
  }
  return best
}

/**
 * Where grouping changed under a registered system (its repository now names a system of its own), the new group's
 * other components follow: if the findings it was registered with are all of that one system, and no component is
 * left under the group keys that it was registered under.
 */
function followedGroups(drafts: readonly Draft[], decisions: Replay): Map<string, string> {
  const candidates = new Map<string, Set<string>>()
  const rooted = new Set<string>()
  for (const draft of drafts) {
    const bound = decisions.groups.get(draft.group.key)
    if (bound !== undefined) {
      rooted.add(bound)
      continue
    }
    const anchor = latest(draft, decisions.anchors)
    if (!anchor) continue
    const systems = candidates.get(draft.group.key)
    if (systems) systems.add(anchor.system)
    else candidates.set(draft.group.key, new Set([anchor.system]))
  }
  const follows = new Map<string, string>()
  for (const [group, systems] of candidates) {
    const [only, ...others] = systems
    if (only !== undefined && others.length === 0 && !rooted.has(only)) follows.set(group, only)
  }
  return follows
}
