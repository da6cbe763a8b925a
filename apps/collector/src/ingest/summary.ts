import type { LookChange } from '@ai-census/db'
import type { ChangeSummary } from '@ai-census/inventory'

/** So many keys of each kind are told; all are counted. */
const MOST_KEYS = 100

export const noChange: LookChange = {
  added: 0,
  changed: 0,
  unchanged: 0,
  missing: 0,
  gone: 0,
  returned: 0,
  held: false,
  addedKeys: [],
  changedKeys: [],
  missingKeys: [],
  goneKeys: [],
  returnedKeys: [],
}

const first = (keys: readonly string[], more: readonly string[]): string[] =>
  [...keys, ...more.slice(0, MOST_KEYS)].slice(0, MOST_KEYS)

/** The parts of one look come in the order of their keys, so its first keys are the first parts'. */
export function withPart(sum: LookChange, part: ChangeSummary, steady: number): LookChange {
  return {
    added: sum.added + part.added.length,
    changed: sum.changed + part.changed.length,
    unchanged: sum.unchanged + part.unchanged + steady,
    missing: sum.missing + part.missing.length,
    gone: sum.gone + part.gone.length,
    returned: sum.returned + part.returned.length,
    held: sum.held,
    addedKeys: first(sum.addedKeys, part.added),
    changedKeys: first(sum.changedKeys, part.changed),
    missingKeys: first(sum.missingKeys, part.missing),
    goneKeys: first(sum.goneKeys, part.gone),
    returnedKeys: first(sum.returnedKeys, part.returned),
  }
}

/** As it was answered. A look that changed nothing has no row for that; older ones told fewer keys. */
export const changeOf = ({ change, saw }: { change: Partial<LookChange> | null; saw: number }): LookChange =>
  change ? { ...noChange, ...change } : { ...noChange, unchanged: saw }
