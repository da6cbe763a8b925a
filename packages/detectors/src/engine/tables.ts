import { FOLD, lowerByte, SPREAD, sameByte, wordOf } from './bytes.ts'
import { commonness } from './frequencies.ts'
import { chooseWindows, SHORTEST } from './windows.ts'

/** One entry of a list: literal, offset of the window in it, offset of the check word in it, check word. */
export const ENTRY = 4

/**
 * Everything a scan reads, in shared memory: a worker thread that is sent it (`postMessage`, `workerData`)
 * scans with the same bytes, not with a copy. Never written to after it was built.
 */
export interface SharedTables {
  readonly literals: number
  readonly foldCase: boolean
  /** Bytes of the longest literal. */
  readonly longest: number
  /** The filter: bit `hash(word) >>> bitmapShift` is set for every word that may give a literal away. */
  readonly bitmap: Uint32Array
  readonly bitmapShift: number
  /** Open addressing, pairs of (word, start of its list in `lists`); 0 is a free slot. */
  readonly slots: Int32Array
  readonly slotShift: number
  /** Starts of lists by half word: 65,536 for first halves, as many for last ones. Empty when no literal needs them. */
  readonly halves: Int32Array
  /** Lists: number of entries, then the entries of `ENTRY` numbers each. Index 0 is unused. */
  readonly lists: Int32Array
  /** The literals' bytes end to end (lower-cased when case is folded), and where each starts, one more than literals. */
  readonly bytes: Uint8Array
  readonly starts: Int32Array
}

/** About how often one literal occurs in 16 million bytes of text that uses AI: in the unit of `commonness`. */
const PER_LITERAL = 4

/** Where a half word's list is in `halves`. */
const HALVES = 1 << 16

type Entries = number[][]

/** @throws RangeError naming the literal that is shorter than three bytes */
export function buildTables(literals: readonly string[], foldCase: boolean): SharedTables {
  const fold = foldCase ? FOLD : 0
  const encoded = literals.map((literal) => encode(literal, foldCase))
  const expected = expectation(encoded, fold)
  const byWord = new Map<number, Entries>()
  const byHalf = new Map<number, Entries>()
  encoded.forEach((bytes, literal) => {
    for (const window of chooseWindows(bytes, fold, expected)) {
      const entry = [literal, window.offset, ...chooseCheck(bytes, window.offset, fold, expected)]
      if ('half' in window) append(byHalf, window.half + (window.side === 'last' ? HALVES : 0), entry)
      else for (const word of window.words) append(byWord, word, entry)
    }
  })
  const lists = new ListWriter()
  return {
    literals: literals.length,
    foldCase,
    longest: encoded.reduce((longest, bytes) => Math.max(longest, bytes.length), 0),
    ...buildBitmap(byWord.keys(), byWord.size),
    ...buildSlots(byWord, lists),
    halves: buildHalves(byHalf, lists),
    lists: lists.finish(),
    ...joinBytes(encoded),
  }
}

/**
 * How often a word is to be expected: as in source code at large, and more the more literals contain it, since
 * text that is scanned for names speaks of such names. That also keeps the lists short: ten thousand packages
 * that begin alike are told apart by what follows.
 */
function expectation(encoded: readonly Uint8Array[], fold: number): (word: number) => number {
  const inLiterals = new Map<number, number>()
  for (const bytes of encoded) {
    for (let at = 0; at + 4 <= bytes.length; at++) {
      const word = wordAt(bytes, at, fold)
      inLiterals.set(word, (inLiterals.get(word) ?? 0) + 1)
    }
  }
  return (word) => commonness(word) + PER_LITERAL * (inLiterals.get(word) ?? 0)
}

function wordAt(bytes: Uint8Array, at: number, fold: number): number {
  return wordOf(bytes[at]!, bytes[at + 1]!, bytes[at + 2]!, bytes[at + 3]!) | fold
}

function append(lists: Map<number, Entries>, key: number, entry: number[]): void {
  const entries = lists.get(key)
  if (entries === undefined) lists.set(key, [entry])
  else entries.push(entry)
}

function encode(literal: string, foldCase: boolean): Uint8Array {
  const bytes = Buffer.from(literal, 'utf8')
  if (bytes.length < SHORTEST) {
    throw new RangeError(`A literal needs ${SHORTEST} bytes: ${JSON.stringify(literal)}`)
  }
  const same = foldCase ? lowerByte : sameByte
  return Uint8Array.from(bytes, (byte) => same[byte]!)
}

/** A second word, rare and away from the first, that sorts out most false candidates before bytes are compared. */
function chooseCheck(
  bytes: Uint8Array,
  offset: number,
  fold: number,
  expected: (word: number) => number,
): [offset: number, word: number] {
  let best: [number, number] = [0, 0]
  let least = Number.POSITIVE_INFINITY
  for (let at = 0; at + 4 <= bytes.length; at++) {
    const word = wordAt(bytes, at, fold)
    const overlap = Math.max(0, 4 - Math.abs(at - offset))
    const cost = expected(word) * (1 + overlap * overlap * 1000)
    if (cost < least) {
      least = cost
      best = [at, word]
    }
  }
  return best
}

/** Bits for each word: few enough that the bitmap stays in the second-level cache, enough that it is almost empty. */
const BITS_PER_WORD = 32
const LEAST_BITS = 20
const MOST_BITS = 26

function buildBitmap(words: Iterable<number>, count: number) {
  const wanted = Math.ceil(Math.log2(Math.max(1, count * BITS_PER_WORD)))
  const bits = Math.min(MOST_BITS, Math.max(LEAST_BITS, wanted))
  const bitmapShift = 32 - bits
  const bitmap = new Uint32Array(new SharedArrayBuffer(2 ** bits / 8))
  for (const word of words) {
    const bit = Math.imul(word, SPREAD) >>> bitmapShift
    bitmap[bit >>> 5]! |= 1 << (bit & 31)
  }
  return { bitmap, bitmapShift }
}

function buildSlots(byWord: ReadonlyMap<number, Entries>, lists: ListWriter) {
  const capacity = 2 ** Math.ceil(Math.log2(Math.max(2, byWord.size * 2)))
  const slotShift = 32 - Math.log2(capacity)
  const slots = new Int32Array(new SharedArrayBuffer(capacity * 8))
  for (const [word, entries] of byWord) {
    let slot = Math.imul(word, SPREAD) >>> slotShift
    while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & (capacity - 1)
    slots[2 * slot] = word
    slots[2 * slot + 1] = lists.write(entries)
  }
  return { slots, slotShift }
}

function buildHalves(byHalf: ReadonlyMap<number, Entries>, lists: ListWriter): Int32Array {
  const halves = new Int32Array(new SharedArrayBuffer(byHalf.size === 0 ? 0 : 2 * HALVES * 4))
  for (const [half, entries] of byHalf) halves[half] = lists.write(entries)
  return halves
}

/** Many words have one and the same list, as all those of a window with an unknown byte: it is written once. */
class ListWriter {
  readonly #numbers: number[] = [0]
  readonly #startByContent = new Map<string, number>()

  write(entries: Entries): number {
    const content = entries.join()
    const known = this.#startByContent.get(content)
    if (known !== undefined) return known
    const start = this.#numbers.length
    this.#startByContent.set(content, start)
    this.#numbers.push(entries.length)
    for (const entry of entries) this.#numbers.push(...entry)
    return start
  }

  finish(): Int32Array {
    return sharedInts(this.#numbers)
  }
}

function sharedInts(values: readonly number[]): Int32Array {
  const ints = new Int32Array(new SharedArrayBuffer(values.length * 4))
  ints.set(values)
  return ints
}

function joinBytes(encoded: readonly Uint8Array[]) {
  const starts: number[] = [0]
  for (const bytes of encoded) starts.push(starts.at(-1)! + bytes.length)
  const bytes = new Uint8Array(new SharedArrayBuffer(starts.at(-1)!))
  encoded.forEach((literal, index) => {
    bytes.set(literal, starts[index])
  })
  return { bytes, starts: sharedInts(starts) }
}
