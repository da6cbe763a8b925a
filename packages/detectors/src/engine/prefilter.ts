import { FOLD, lowerByte, sameByte } from './bytes.ts'
import { BLOCK, collectHalves, collectWords, halvesBitmap } from './collect.ts'
import { createSlab, type Slab } from './slab.ts'
import { buildTables, ENTRY, LIST_HEAD, type SharedTables } from './tables.ts'

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
  readonly #halvesBitmap: Uint32Array
  readonly #same: Uint8Array
  readonly #fold: number
  /** Pairs of (index of a word, start of the list of literals that it may belong to). */
  readonly #candidates = new Int32Array(4 * BLOCK + 8)

  constructor(tables: SharedTables) {
    this.#tables = tables
    this.#halvesBitmap = halvesBitmap(tables.halves)
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

  /** Bytes of one literal. */
  lengthOf(literal: number): number {
    const { starts } = this.#tables
    return starts[literal + 1]! - starts[literal]!
  }

  /**
   * Scans `length` bytes of the slab from `start` as a text of its own: nothing outside counts.
   * Allocates nothing unless `hits` has to grow.
   *
   * @param start a multiple of 4
   * @returns the number of hits; `hits` holds that many pairs
   * @throws RangeError for a start between words or an end outside the slab
   */
  scan(slab: Slab, start: number, length: number): number {
    if ((start & 3) !== 0) throw new RangeError(`A scan starts at a multiple of 4, not at ${start}`)
    if (start + length > slab.capacity) throw new RangeError('A scan ends within the slab')
    const tables = this.#tables
    const candidates = this.#candidates
    const end = start + length
    const last = (end + 3) >>> 2
    let count = 0
    // Block by block: what the filter just read is still in the nearest cache when it is compared.
    for (let from = start >>> 2; from < last; from += BLOCK) {
      const to = Math.min(last, from + BLOCK)
      const words = collectWords(slab.u32, from, to, tables, this.#fold, candidates)
      count = this.#compare(slab.u8, words, start, end, count)
      const { halves } = tables
      if (halves.length === 0) continue
      const found = collectHalves(slab.u32, from, to, halves, this.#halvesBitmap, this.#fold, candidates)
      count = this.#compare(slab.u8, found, start, end, count)
    }
    return count
  }

  /** Every occurrence in `bytes`, by position and then literal. Copies the bytes; for hot paths there is `scan`. */
  find(bytes: Uint8Array): Hit[] {
    const count = this.scan(createSlab(bytes), 0, bytes.length)
    return this.sorted(count)
  }

  /** The first `count` hits as objects, by position and then literal. */
  sorted(count: number): Hit[] {
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

  /** Compares the text around each candidate with its literals, and adds those that are there to `count` hits. */
  #compare(u8: Uint8Array, candidates: number, start: number, end: number, count: number): number {
    const pairs = this.#candidates
    const { lists, bytes, starts } = this.#tables
    const fold = this.#fold
    let hits = count
    for (let n = 0; n < 2 * candidates; n += 2) {
      const position = pairs[n]! << 2
      const list = pairs[n + 1]!
      // The bytes around the word tell of most words that none of the list's literals is there.
      if (((lists[list + 2]! >>> (u8[position + 4]! & 31)) & 1) === 0) continue
      if (position > 0 && ((lists[list + 1]! >>> (u8[position - 1]! & 31)) & 1) === 0) continue
      const listEnd = list + LIST_HEAD + lists[list]! * ENTRY
      for (let entry = list + LIST_HEAD; entry < listEnd; entry += ENTRY) {
        const length = lists[entry + 1]!
        const from = position - lists[entry + 2]!
        if (from < start || from + length > end) continue
        if (length >= 4) {
          const at = from + lists[entry + 3]!
          const check = u8[at]! | (u8[at + 1]! << 8) | (u8[at + 2]! << 16) | (u8[at + 3]! << 24)
          if ((check | fold) !== lists[entry + 4]) continue
        }
        const literal = lists[entry]!
        if (equals(u8, from, bytes, starts[literal]!, length, this.#same))
          this.#add(from - start, literal, hits++)
      }
    }
    return hits
  }

  #add(position: number, literal: number, count: number): void {
    if (2 * count + 2 > this.hits.length) {
      const grown = new Int32Array(this.hits.length * 2)
      grown.set(this.hits)
      this.hits = grown
    }
    this.hits[2 * count] = position
    this.hits[2 * count + 1] = literal
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
