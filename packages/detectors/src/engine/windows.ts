import { anyBytes, classOfByte, foldedBytes, thirdOf, wordAt, wordOf } from './bytes.ts'

/** The fewest bytes a literal can have: one less, and a word would hold just one byte of it. */
export const SHORTEST = 3

/** What gives a literal away when it starts `offset` bytes before (or, negative, after) a word boundary. */
export type Window = WordWindow | ThirdWindow

/** The word on that boundary is one of `words`, and the byte behind it of class `behind`; of any class where that is null. */
export interface WordWindow {
  readonly offset: number
  readonly words: readonly number[]
  readonly behind: number | null
}

/** Of the word on that boundary just two or three bytes lie in the literal: it has one of these thirds. */
export interface ThirdWindow {
  readonly offset: number
  readonly side: ThirdSide
  readonly thirds: readonly number[]
}

/** The word's first three bytes, or its last two and the one behind it. */
export type ThirdSide = 'first' | 'last'

/** How often a word is to be expected; higher is worse. */
export type Expected = (word: number) => number

/**
 * Four windows, one for each remainder of a start position by 4: whatever the alignment, exactly one of them
 * lies on a word boundary. Of the windows that serve a remainder, the rarest is taken.
 *
 * Literals of less than seven bytes do not have four words inside them: a window then begins a byte early, and
 * that byte can be anything (256 words), or it ends late, and fewer bytes than a word's give the literal away.
 *
 * @param literal its bytes, at least `SHORTEST`
 * @param fold `FOLD` when case does not matter, else 0
 */
export const chooseWindows = (literal: Uint8Array, fold: number, expected: Expected): Window[] =>
  [0, 1, 2, 3].map(
    (remainder) =>
      rarestInside(literal, remainder, fold, expected) ??
      (remainder === 3 ? oneEarly(literal, fold) : late(literal, remainder)),
  )

function rarestInside(
  literal: Uint8Array,
  remainder: number,
  fold: number,
  expected: Expected,
): WordWindow | null {
  let offset = -1
  let least = Number.POSITIVE_INFINITY
  for (let at = remainder; at + 4 <= literal.length; at += 4) {
    // With the byte behind it a word is at most as common as either word of the five bytes.
    const cost = Math.min(
      expected(wordAt(literal, at, fold)),
      at + 5 <= literal.length ? expected(wordAt(literal, at + 1, fold)) : Number.POSITIVE_INFINITY,
    )
    if (cost >= least) continue
    least = cost
    offset = at
  }
  if (offset < 0) return null
  return { offset, words: [wordAt(literal, offset, fold)], behind: behindOf(literal, offset) }
}

const behindOf = (literal: Uint8Array, offset: number): number | null => {
  const byte = literal[offset + 4]
  return byte === undefined ? null : classOfByte(byte)
}

function oneEarly(literal: Uint8Array, fold: number): WordWindow {
  const [a, b, c] = [literal[0]!, literal[1]!, literal[2]!]
  const words = (fold === 0 ? anyBytes : foldedBytes).map((any) => wordOf(any, a, b, c) | fold)
  return { offset: -1, words, behind: behindOf(literal, -1) }
}

/** The literal ends with the word's third byte, or begins with its third; three bytes may also end with its second. */
function late(literal: Uint8Array, remainder: number): ThirdWindow {
  const end = literal.length - 3
  if ((end & 3) === remainder)
    return {
      offset: end,
      side: 'first',
      thirds: [thirdOf(literal[end]!, literal[end + 1]!, literal[end + 2]!)],
    }
  if (remainder === 2)
    return { offset: -2, side: 'last', thirds: [thirdOf(literal[0]!, literal[1]!, literal[2]!)] }
  const [a, b] = [literal[remainder]!, literal[remainder + 1]!]
  const classes = new Set(anyBytes.map(classOfByte))
  return { offset: remainder, side: 'first', thirds: [...classes].map((any) => thirdOf(a, b, any)) }
}
