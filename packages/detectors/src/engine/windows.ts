import { anyBytes, delimiterBytes, tokenBytes, wordOf } from './bytes.ts'
import { commonness } from './frequencies.ts'

/** The longest literal that counts only in its setting: a delimiter or the start before it, two token bytes after. */
export const LONGEST_SHORT = 4
/** How many token bytes must follow a short literal. */
export const SHORT_TAIL = 2
export const SHORTEST = 3

/** The words that give a literal away when it starts so that `offset` (relative to its start) is a word boundary. */
export interface Window {
  readonly offset: number
  readonly words: readonly number[]
}

/**
 * Four windows, one for each remainder of a start position by 4: whatever the alignment, exactly one of them
 * lies on a word boundary. Of the windows that serve a remainder, the one whose words are rarest is taken.
 *
 * @param literal its bytes, at least 3
 * @param fold `FOLD` when case does not matter, else 0
 */
export function chooseWindows(literal: Uint8Array, fold: number): Window[] {
  const perRemainder = new Map<number, { window: Window; cost: number }>()
  for (let offset = -2; offset < literal.length; offset++) {
    const classes = bytesAt(literal, offset)
    if (classes === null) continue
    const window = { offset, words: enumerate(classes, fold) }
    const cost = window.words.reduce((sum, word) => sum + commonness(word), 0)
    const best = perRemainder.get(offset & 3)
    if (best === undefined || cost < best.cost) perRemainder.set(offset & 3, { window, cost })
  }
  return [...perRemainder.values()].map(({ window }) => window)
}

/** What each of the four bytes at `offset` can be, or null where that would be too many words. */
function bytesAt(literal: Uint8Array, offset: number): (readonly number[])[] | null {
  const short = literal.length <= LONGEST_SHORT
  const classes: (readonly number[])[] = []
  let known = 0
  for (let at = offset; at < offset + 4; at++) {
    const byte = literal[at]
    if (byte !== undefined) known++
    if (byte !== undefined) classes.push([byte])
    else if (short && at === -1) classes.push(delimiterBytes)
    else if (short && at >= literal.length && at < literal.length + SHORT_TAIL) classes.push(tokenBytes)
    else classes.push(anyBytes)
  }
  const words = classes.reduce((product, bytes) => product * bytes.length, 1)
  const limit = short ? 256 * delimiterBytes.length : 256
  return known >= (short ? 2 : 3) && words <= limit ? classes : null
}

/** Every word that the classes allow, each once. */
function enumerate(classes: readonly (readonly number[])[], fold: number): number[] {
  const [first = [], second = [], third = [], fourth = []] = classes
  const words = new Set<number>()
  for (const a of first)
    for (const b of second)
      for (const c of third) for (const d of fourth) words.add(wordOf(a, b, c, d) | fold)
  return [...words]
}
