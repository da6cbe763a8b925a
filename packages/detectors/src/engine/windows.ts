import { anyBytes, wordOf } from './bytes.ts'

/** The fewest bytes a literal can have: one less, and a word would hold just one byte of it. */
export const SHORTEST = 3

/** What gives a literal away when it starts `offset` bytes before (or, negative, after) a word boundary. */
export type Window =
  /** The word on that boundary is one of `words`. */
  | { readonly offset: number; readonly words: readonly number[] }
  /** Of the word on that boundary just one half lies in the literal: two bytes, the first lowest. */
  | { readonly offset: number; readonly side: HalfSide; readonly half: number }

/** The word's first two bytes, or its last two. */
export type HalfSide = 'first' | 'last'

/**
 * Four windows, one for each remainder of a start position by 4: whatever the alignment, exactly one of them
 * lies on a word boundary. Of the windows that serve a remainder, the rarest in source code is taken.
 *
 * A window may stick out of the literal by one byte, which then can be anything (256 words), or by two (a half).
 *
 * @param literal its bytes, at least `SHORTEST`
 * @param fold `FOLD` when case does not matter, else 0
 * @param commonness how often a word is to be expected
 */
export function chooseWindows(
  literal: Uint8Array,
  fold: number,
  commonness: (word: number) => number,
): Window[] {
  const best = new Map<number, { window: Window; cost: number }>()
  for (let offset = -2; offset <= literal.length - 2; offset++) {
    const window = windowAt(literal, offset, fold)
    const cost = costOf(window, commonness)
    const rival = best.get(offset & 3)
    if (rival === undefined || cost < rival.cost) best.set(offset & 3, { window, cost })
  }
  return [...best.values()].map(({ window }) => window)
}

function windowAt(literal: Uint8Array, offset: number, fold: number): Window {
  const [a, b, c, d] = [literal[offset], literal[offset + 1], literal[offset + 2], literal[offset + 3]]
  if (c === undefined) return { offset, side: 'first', half: halfOf(a!, b!, fold) }
  if (b === undefined) return { offset, side: 'last', half: halfOf(c, d!, fold) }
  const words = new Set<number>()
  if (a === undefined) for (const any of anyBytes) words.add(wordOf(any, b, c, d!) | fold)
  else if (d === undefined) for (const any of anyBytes) words.add(wordOf(a, b, c, any) | fold)
  else words.add(wordOf(a, b, c, d) | fold)
  return { offset, words: [...words] }
}

function halfOf(a: number, b: number, fold: number): number {
  return (a | (b << 8) | fold) & 0xffff
}

/** Halves are last resort: they let through far more than any word. */
function costOf(window: Window, commonness: (word: number) => number): number {
  if ('half' in window) return Number.MAX_SAFE_INTEGER
  return window.words.reduce((sum, word) => sum + commonness(word), 0)
}
