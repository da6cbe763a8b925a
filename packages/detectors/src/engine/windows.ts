import { anyBytes, foldedBytes, wordAt, wordOf } from './bytes.ts'

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

/** How often a word is to be expected; higher is worse. */
export type Expected = (word: number) => number

/**
 * Four windows, one for each remainder of a start position by 4: whatever the alignment, exactly one of them
 * lies on a word boundary. Of the windows that serve a remainder, the rarest is taken.
 *
 * Literals of less than seven bytes do not have four words inside them: a window then sticks out by one byte,
 * which can be anything (256 words), or, of three and four bytes, by two (a half).
 *
 * @param literal its bytes, at least `SHORTEST`
 * @param fold `FOLD` when case does not matter, else 0
 */
export function chooseWindows(literal: Uint8Array, fold: number, expected: Expected): Window[] {
  const windows: Window[] = []
  for (let remainder = 0; remainder < 4; remainder++) {
    windows.push(
      rarestInside(literal, remainder, fold, expected) ??
        rarestByOne(literal, remainder, fold, expected) ??
        halfWindow(literal, remainder, fold),
    )
  }
  return windows
}

function rarestInside(literal: Uint8Array, remainder: number, fold: number, expected: Expected) {
  let offset = -1
  let least = Number.POSITIVE_INFINITY
  for (let at = remainder; at + 4 <= literal.length; at += 4) {
    const cost = expected(wordAt(literal, at, fold))
    if (cost >= least) continue
    least = cost
    offset = at
  }
  return offset < 0 ? null : { offset, words: [wordAt(literal, offset, fold)] }
}

/** A window that begins a byte early or ends a byte late. */
function rarestByOne(literal: Uint8Array, remainder: number, fold: number, expected: Expected) {
  const possible = [-1, literal.length - 3]
    .filter((offset) => (offset & 3) === remainder)
    .map((offset) => ({ offset, words: wordsByOne(literal, offset, fold) }))
  const cost = (window: { words: number[] }) => window.words.reduce((sum, word) => sum + expected(word), 0)
  return possible.sort((a, b) => cost(a) - cost(b))[0]
}

function wordsByOne(literal: Uint8Array, offset: number, fold: number): number[] {
  const [a, b, c, d] = [literal[offset], literal[offset + 1]!, literal[offset + 2]!, literal[offset + 3]]
  return (fold === 0 ? anyBytes : foldedBytes).map((any) => wordOf(a ?? any, b, c, d ?? any) | fold)
}

/** Only remainders 2 (the literal begins in a word's last half) and 1 (it ends in a first half) come to this. */
function halfWindow(literal: Uint8Array, remainder: number, fold: number): Window {
  const half = (at: number) => (literal[at]! | (literal[at + 1]! << 8) | fold) & 0xffff
  if (remainder === 2) return { offset: -2, side: 'last', half: half(0) }
  return { offset: remainder, side: 'first', half: half(remainder) }
}
