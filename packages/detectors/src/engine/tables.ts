import { FOLD, lowerByte, SPREAD, sameByte, wordAt } from './bytes.ts'
import { commonness } from './frequencies.ts'
import { chooseWindows, type Expected, SHORTEST } from './windows.ts'

/** What a list begins with: how many entries it has, and which bytes may stand before and behind the word, as sets of bits. */
export const LIST_HEAD = 3

/** One entry of a list: literal, its length, offset of the window in it, offset of the check word in it, check word. */
export const ENTRY = 5

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
  /** Lists: a head, then the entries of `ENTRY` numbers each. Index 0 is unused. */
  readonly lists: Int32Array
  /** The literals' bytes end to end (lower-cased when case is folded), and where each starts, one more than literals. */
  readonly bytes: Uint8Array
  readonly starts: Int32Array
}

/** About how often one literal occurs in 16 million bytes of text that uses AI: in the unit of `commonness`. */
const PER_LITERAL = 4

/** How many half words there are. */
export const HALVES = 1 << 16

/** @throws RangeError naming the literal that is shorter than three bytes */
export function buildTables(literals: readonly string[], foldCase: boolean): SharedTables {
  const fold = foldCase ? FOLD : 0
  const encoded = literals.map((literal) => encode(literal, foldCase))
  const expected = expectation(encoded, fold)
  const lists = new ListWriter()
  const words: Claims = new Map()
  const halves: Claims = new Map()
  encoded.forEach((bytes, literal) => {
    for (const window of chooseWindows(bytes, fold, expected)) {
      const check = chooseCheck(bytes, window.offset, fold, expected)
      const entry = lists.add([literal, bytes.length, window.offset, ...check], bytes)
      if ('half' in window) claim(halves, window.half + (window.side === 'last' ? HALVES : 0), entry)
      else for (const word of window.words) claim(words, word, entry)
    }
  })
  return {
    literals: literals.length,
    foldCase,
    longest: encoded.reduce((longest, bytes) => Math.max(longest, bytes.length), 0),
    ...buildBitmap([...words.keys()]),
    ...buildSlots(words, lists),
    halves: buildHalves(halves, lists),
    lists: lists.finish(),
    ...joinBytes(encoded),
  }
}

/** Words or halves, each with the entries that claim it: most have one. */
type Claims = Map<number, number | number[]>

function claim(claims: Claims, key: number, entry: number): void {
  const before = claims.get(key)
  if (before === undefined) claims.set(key, entry)
  else if (typeof before === 'number') claims.set(key, [before, entry])
  else before.push(entry)
}

/**
 * How often a word is to be expected: as in source code at large, and more the more literals contain it, since
 * text that is scanned for names speaks of such names. That also keeps the lists short: ten thousand packages
 * that begin alike are told apart by what follows.
 */
function expectation(encoded: readonly Uint8Array[], fold: number): Expected {
  // Counted by hash: a collision may cost speed, never a hit.
  const inLiterals = new Uint32Array(2 ** 18)
  const hash = (word: number) => Math.imul(word, SPREAD) >>> 14
  for (const bytes of encoded)
    for (let at = 0; at + 4 <= bytes.length; at++) inLiterals[hash(wordAt(bytes, at, fold))]!++
  return (word) => commonness(word) + PER_LITERAL * inLiterals[hash(word)]!
}

function encode(literal: string, foldCase: boolean): Uint8Array {
  const bytes = Buffer.from(literal, 'utf8')
  if (bytes.length < SHORTEST) {
    throw new RangeError(`A literal needs ${SHORTEST} bytes: ${JSON.stringify(literal)}`)
  }
  const same = foldCase ? lowerByte : sameByte
  return bytes.map((byte) => same[byte]!)
}

/** How far from the window a check word is looked for. */
const CHECKED = 12

/** A second word, rare and away from the first, that sorts out most false candidates before bytes are compared. */
function chooseCheck(
  bytes: Uint8Array,
  offset: number,
  fold: number,
  expected: Expected,
): [offset: number, word: number] {
  let best: [number, number] = [0, 0]
  let least = Number.POSITIVE_INFINITY
  // A long literal has rare words enough near its window.
  const from = Math.max(0, offset - CHECKED)
  const to = Math.min(bytes.length - 4, offset + CHECKED)
  for (let at = from; at <= to; at++) {
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

function buildBitmap(words: readonly number[]) {
  const wanted = Math.ceil(Math.log2(Math.max(1, words.length * BITS_PER_WORD)))
  const bits = Math.min(MOST_BITS, Math.max(LEAST_BITS, wanted))
  const bitmapShift = 32 - bits
  const bitmap = new Uint32Array(new SharedArrayBuffer(2 ** bits / 8))
  for (const word of words) {
    const bit = Math.imul(word, SPREAD) >>> bitmapShift
    bitmap[bit >>> 5]! |= 1 << (bit & 31)
  }
  return { bitmap, bitmapShift }
}

/** At least a quarter of the slots stays free, so that a search for a word that is not there ends soon. */
const SLOTS_PER_WORD = 4 / 3

function buildSlots(words: Claims, lists: ListWriter) {
  const capacity = 2 ** Math.ceil(Math.log2(Math.max(2, words.size * SLOTS_PER_WORD)))
  const slotShift = 32 - Math.log2(capacity)
  const slots = new Int32Array(new SharedArrayBuffer(capacity * 8))
  for (const [word, entries] of words) {
    let slot = Math.imul(word, SPREAD) >>> slotShift
    while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & (capacity - 1)
    slots[2 * slot] = word
    slots[2 * slot + 1] = lists.write(entries)
  }
  return { slots, slotShift }
}

function buildHalves(halves: Claims, lists: ListWriter): Int32Array {
  const starts = new Int32Array(new SharedArrayBuffer(halves.size === 0 ? 0 : 2 * HALVES * 4))
  for (const [half, entries] of halves) starts[half] = lists.write(entries)
  return starts
}

/** The bytes that end in the same five bits, as those of a letter in either case do; all where any byte may stand there. */
const setOf = (byte: number | undefined): number => (byte === undefined ? -1 : 1 << (byte & 31))

/**
 * Lists end to end. A window with an unknown byte stands in the table under
 * every word that it may be, so that most lists are wanted many times: each is written once.
 */
class ListWriter {
  readonly #entries: {
    readonly numbers: readonly number[]
    readonly before: number
    readonly behind: number
  }[] = []
  readonly #numbers: number[] = [0]
  readonly #written = new Map<number | string, number>()

  /** An entry for lists, by the number that it returns. */
  add(numbers: readonly number[], literal: Uint8Array): number {
    const offset = numbers[2]!
    const [before, behind] = [setOf(literal[offset - 1]), setOf(literal[offset + 4])]
    return this.#entries.push({ numbers, before, behind }) - 1
  }

  /** Where the list of these entries starts. */
  write(entries: number | readonly number[]): number {
    const key = typeof entries === 'number' ? entries : entries.join()
    const known = this.#written.get(key)
    if (known !== undefined) return known
    const start = this.#numbers.length
    const wanted = typeof entries === 'number' ? [entries] : entries
    const own = wanted.map((entry) => this.#entries[entry]!)
    const before = own.reduce((sets, one) => sets | one.before, 0)
    const behind = own.reduce((sets, one) => sets | one.behind, 0)
    this.#numbers.push(own.length, before, behind)
    for (const { numbers } of own) for (const value of numbers) this.#numbers.push(value)
    this.#written.set(key, start)
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
