import type { Affected, FixedFacts } from './closure.ts'
import { compareText, refKey } from './ids.ts'
import { type Rows, rowsOf } from './reconcile.ts'
import { type Replay, replay } from './replay.ts'

/** The rows of the affected part, and what they stand in for. */
export interface Patch extends Rows {
  /** Components of these findings (`refKey`) are replaced, with their relationships. */
  readonly core: ReadonlySet<string>
  /** These systems are replaced, with their flags; one that is not among `systems` is no more. */
  readonly replaced: ReadonlySet<string>
}

/** Reconciles the affected part. Its rows are those that a full rebuild would have. */
export function reconcileSubset(
  affected: Affected,
  fixed: FixedFacts,
  decisions: Replay = replay(fixed.decisions),
): Patch {
  const { core, systems, findings, scopes, tags } = affected
  const rows = rowsOf({ ...fixed, findings, scopes, tags }, decisions, systems)
  // A component is wholly inside or wholly outside: the closure follows joins.
  const components = rows.components.filter((c) => core.has(refKey(c.findings[0]!)))
  const ids = new Set(components.map((c) => c.id))
  return {
    core,
    replaced: systems,
    components,
    systems: rows.systems,
    flags: rows.flags,
    relationships: rows.relationships.filter((r) => ids.has(r.from) || ids.has(r.to)),
    sharings: rows.sharings.filter((s) => ids.has(s.component)),
    dues: rows.dues,
  }
}

/** The rows after a patch. What a store does with indexes, in memory. */
export function applyPatch(before: Rows, patch: Patch): Rows {
  const isReplaced = (c: Rows['components'][number]): boolean =>
    c.findings.some((ref) => patch.core.has(refKey(ref)))
  const stale = new Set(before.components.filter(isReplaced).map((c) => c.id))
  const touched = new Set([...stale, ...patch.components.map((c) => c.id)])
  return {
    components: merged(
      before.components.filter((c) => !touched.has(c.id)),
      patch.components,
      (c) => c.id,
    ),
    systems: merged(
      before.systems.filter((s) => !patch.replaced.has(s.id)),
      patch.systems,
      (s) => s.id,
    ),
    flags: merged(
      before.flags.filter((f) => !patch.replaced.has(f.subject.id)),
      patch.flags,
      (f) => f.subject.id,
    ),
    relationships: merged(
      before.relationships.filter((r) => !touched.has(r.from) && !touched.has(r.to)),
      patch.relationships,
      (r) => `${r.from} ${r.type} ${r.to}`,
    ),
    sharings: merged(
      before.sharings.filter((s) => !touched.has(s.component)),
      patch.sharings,
      (s) => `${s.component} ${s.other}`,
    ),
    dues: new Map([...[...before.dues].filter(([id]) => !patch.replaced.has(id)), ...patch.dues]),
  }
}

const merged = <T>(kept: readonly T[], added: readonly T[], name: (row: T) => string): T[] =>
  [...kept, ...added].sort((a, b) => compareText(name(a), name(b)))
