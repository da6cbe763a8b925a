import { FOLD, lowerByte, SPREAD, sameByte } from './bytes.ts'
import { createSlab, type Slab } from './slab.ts'
import { buildTables, ENTRY, type SharedTables } from './tables.ts'

/** One occurrence of a literal: where it starts, in bytes, and its index in the list given to `createPrefilter`. */
export interface Hit {
  readonly position: number
  readonly literal: number
}

/**
 * Finds every occurrence, overlapping ones too, of thousands of literals in one pass over a text.
 *
 * It looks only at aligned 32-bit words, one in four byte positions. Each literal is registered under four
 * words, one of which must be aligned wherever the literal starts; a bitmap says of nearly every other word
 * that it is none of them. What passes is compared byte by byte, so nothing is reported in error.
 */
export class Prefilter {
  /** What `scan` found: pairs of (position relative to its `start`, literal), in no set order. Replaced as it grows. */
  hits: Int32Array = new Int32Array(2048)
  readonly #tables: SharedTables
  readonly #same: Uint8Array
  readonly #fold: number

  constructor(tables: SharedTables) {
    this.#tables = tables
    this.#same = tables.foldCase ? lowerByte : sameByte
    this.#fold = tables.foldCase ? FOLD : 0
  }

  /** How many literals there are. */
  get literals(): number {
    return this.#tables.literals
  }

  /** Bytes of the longest literal. */
  get longest(): number {
    return this.#tables.longest
  }

  /**
   * Scans `length` bytes of the slab from `start` as a text of its own: nothing outside counts.
   * Allocates nothing unless `hits` has to grow.
   *
   * @param start a multiple of 4
   * @returns the number of hits; `hits` holds that many pairs
   */
  scan(slab: Slab, start: number, length: number): number {
    if ((start & 3) !== 0) throw new RangeError(`A scan starts at a multiple of 4, not at ${start}`)
    if (start + length > slab.capacity) throw new RangeError('A scan ends within the slab')
    const count = this.#scanWords(slab, start, start + length)
    return this.#tables.halves.length === 0 ? count : this.#scanHalves(slab, start, start + length, count)
  }

  /** Every occurrence in `bytes`, by position and then literal. Copies the bytes; for hot paths there is `scan`. */
  find(bytes: Uint8Array): Hit[] {
    const count = this.scan(createSlab(bytes), 0, bytes.length)
    const found = Array.from({ length: count }, (_, n) => ({
      position: this.hits[2 * n]!,
      literal: this.hits[2 * n + 1]!,
    }))
    return found.sort((a, b) => a.position - b.position || a.literal - b.literal)
  }

  /** The tables, to be sent to a worker thread and there given to `prefilterFrom`. */
  share(): SharedTables {
    return this.#tables
  }

  #scanWords(slab: Slab, start: number, end: number): number {
    const { u32 } = slab
    const { bitmap, bitmapShift } = this.#tables
    const fold = this.#fold
    const last = (end + 3) >>> 2
    let count = 0
    for (let i = start >>> 2; i < last; i += 4) {
      const hash0 = Math.imul(u32[i]! | fold, SPREAD) >>> bitmapShift
      const hash1 = Math.imul(u32[i + 1]! | fold, SPREAD) >>> bitmapShift
      const hash2 = Math.imul(u32[i + 2]! | fold, SPREAD) >>> bitmapShift
      const hash3 = Math.imul(u32[i + 3]! | fold, SPREAD) >>> bitmapShift
      const bit0 = bitmap[hash0 >>> 5]! >>> (hash0 & 31)
      const bit1 = bitmap[hash1 >>> 5]! >>> (hash1 & 31)
      const bit2 = bitmap[hash2 >>> 5]! >>> (hash2 & 31)
      const bit3 = bitmap[hash3 >>> 5]! >>> (hash3 & 31)
      if (((bit0 | bit1 | bit2 | bit3) & 1) === 0) continue
      if (bit0 & 1) count = this.#verifyWord(slab, i, start, end, count)
      if (bit1 & 1) count = this.#verifyWord(slab, i + 1, start, end, count)
      if (bit2 & 1) count = this.#verifyWord(slab, i + 2, start, end, count)
      if (bit3 & 1) count = this.#verifyWord(slab, i + 3, start, end, count)
    }
    return count
  }

  /** Literals of three or four bytes lie, at some alignments, with no more than two bytes in any aligned word. */
  #scanHalves(slab: Slab, start: number, end: number, found: number): number {
    const { u32 } = slab
    const { halves } = this.#tables
    const fold = this.#fold
    const last = (end + 3) >>> 2
    let count = found
    for (let i = start >>> 2; i < last; i++) {
      const word = u32[i]! | fold
      const first = halves[word & 0xffff]!
      const second = halves[0x10000 | (word >>> 16)]!
      if ((first | second) === 0) continue
      if (first !== 0) count = this.#verify(slab, i, first, start, end, count)
      if (second !== 0) count = this.#verify(slab, i, second, start, end, count)
    }
    return count
  }

  #verifyWord(slab: Slab, i: number, start: number, end: number, count: number): number {
    const { slots, slotShift } = this.#tables
    const list = listOf(slab.u32[i]! | this.#fold, slots, slotShift)
    return list === 0 ? count : this.#verify(slab, i, list, start, end, count)
  }

  /** Appends to the `count` hits there are those literals of a list that the word at index `i` belongs to. */
  #verify(slab: Slab, i: number, list: number, start: number, end: number, count: number): number {
    const { lists, bytes, starts } = this.#tables
    const { u8 } = slab
    const fold = this.#fold
    const listEnd = list + 1 + lists[list]! * ENTRY
    for (let entry = list + 1; entry < listEnd; entry += ENTRY) {
      const literal = lists[entry]!
      const from = (i << 2) - lists[entry + 1]!
      const first = starts[literal]!
      const length = starts[literal + 1]! - first
      if (from < start || from + length > end) continue
      if (length >= 4) {
        const at = from + lists[entry + 2]!
        const check = u8[at]! | (u8[at + 1]! << 8) | (u8[at + 2]! << 16) | (u8[at + 3]! << 24)
        if ((check | fold) !== lists[entry + 3]) continue
      }
      if (equals(u8, from, bytes, first, length, this.#same)) count = this.#add(from - start, literal, count)
    }
    return count
  }

  #add(position: number, literal: number, count: number): number {
    if (2 * count + 2 > this.hits.length) {
      const grown = new Int32Array(this.hits.length * 2)
      grown.set(this.hits)
      this.hits = grown
    }
    this.hits[2 * count] = position
    this.hits[2 * count + 1] = literal
    return count + 1
  }
}

/**
 * A scanner for these literals, each at least three bytes in UTF-8.
 *
 * @param options.foldCase ASCII letters match in either case; default false
 * @throws RangeError naming a literal that is too short
 */
export function createPrefilter(
  literals: readonly string[],
  options: { readonly foldCase?: boolean } = {},
): Prefilter {
  return new Prefilter(buildTables(literals, options.foldCase ?? false))
}

/** The same scanner in another thread, on the same memory. */
export function prefilterFrom(tables: SharedTables): Prefilter {
  return new Prefilter(tables)
}

/** Where the list of a word starts, 0 for a word that has none. */
function listOf(word: number, slots: Int32Array, slotShift: number): number {
  const mask = (slots.length >>> 1) - 1
  let slot = Math.imul(word, SPREAD) >>> slotShift
  for (;;) {
    const list = slots[2 * slot + 1]!
    if (list === 0 || slots[2 * slot] === word) return list
    slot = (slot + 1) & mask
  }
}

function equals(
  text: Uint8Array,
  at: number,
  bytes: Uint8Array,
  first: number,
  length: number,
  same: Uint8Array,
): boolean {
  for (let n = 0; n < length; n++) if (same[text[at + n]!] !== bytes[first + n]) return false
  return true
}
