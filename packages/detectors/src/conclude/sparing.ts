import type { Unknown } from '@ai-census/schema'
import { errorKind } from '../error-kind.ts'
import type { AnalysedFile } from './repository.ts'

/** Where more files than this cannot be concluded from, the fault is not theirs. */
const MOST_LEFT_OUT = 10

interface Concluded {
  readonly unknowns: Unknown[]
}

/**
 * Concludes over all files but those that make it throw. Each of these becomes an unknown, so that the look is not
 * whole and nothing counts as gone for what the file showed. A conclusion is made once where nothing throws; else
 * some `log2(files)` times for each file that is left out.
 */
export function sparing<C extends Concluded>(
  files: readonly AnalysedFile[],
  conclude: (files: readonly AnalysedFile[]) => C,
): C {
  let some = files
  let sound = 0
  const unknowns: Unknown[] = []
  for (;;) {
    const outcome = attempt(() => conclude(some))
    if ('value' in outcome)
      return unknowns.length === 0
        ? outcome.value
        : { ...outcome.value, unknowns: sorted([...outcome.value.unknowns, ...unknowns]) }
    if (some === files) some = sortedByPath(files)
    if (files.length - some.length === MOST_LEFT_OUT || !('value' in attempt(() => conclude([]))))
      throw outcome.thrown
    const found = shortestThatThrows(some, sound, conclude, outcome.thrown)
    const faulty = some[found.at]!
    unknowns.push(...unknownsOf(faulty, found.thrown))
    some = some.filter((file) => file !== faulty)
    sound = found.at
  }
}

/** The last file of the shortest beginning of the list that throws; `sound` files from its start do not. */
function shortestThatThrows(
  files: readonly AnalysedFile[],
  sound: number,
  conclude: (files: readonly AnalysedFile[]) => unknown,
  thrown: unknown,
): { at: number; thrown: unknown } {
  let [low, high, why] = [sound, files.length, thrown]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    const outcome = attempt(() => conclude(files.slice(0, middle)))
    if ('value' in outcome) low = middle
    else {
      high = middle
      why = outcome.thrown
    }
  }
  return { at: high - 1, thrown: why }
}

function attempt<T>(run: () => T): { readonly value: T } | { readonly thrown: unknown } {
  try {
    return { value: run() }
  } catch (thrown) {
    return { thrown }
  }
}

/**
 * What was unknown of the file before, and that it was left out. `unavailable`: another build may well conclude from
 * the same content, so that a result without it never counts as lasting.
 */
function unknownsOf({ path, signs }: AnalysedFile, thrown: unknown): Unknown[] {
  const detail = `What this file shows was left out: concluding from it failed (${errorKind(thrown)}).`
  return [
    ...(signs.unknowns ?? []).map((unknown) => ({ place: path, ...unknown })),
    { place: path, reason: 'unavailable', detail },
  ]
}

const sortedByPath = (files: readonly AnalysedFile[]): AnalysedFile[] =>
  [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))

const sorted = (unknowns: readonly Unknown[]): Unknown[] =>
  [...unknowns].sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0))
