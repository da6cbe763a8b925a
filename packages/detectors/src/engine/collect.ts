import { SPREAD } from './bytes.ts'
import { HALVES, type SharedTables } from './tables.ts'

/** How many words are filtered before what passed is compared: 32 KiB of text. */
export const BLOCK = 1 << 13

/**
 * The filter: which words of a range may belong to a literal. Nearly all time is spent here.
 *
 * @param candidates takes pairs of (index of the word, start of its list); has room for every word of the range
 * @returns the number of pairs
 */
export function collectWords(
  u32: Uint32Array,
  from: number,
  to: number,
  tables: SharedTables,
  fold: number,
  candidates: Int32Array,
): number {
  const passed = passBitmap(u32, from, to, tables.bitmap, tables.bitmapShift, fold, candidates)
  return lookUp(u32, passed, tables.slots, tables.slotShift, fold, candidates)
}

/** Writes the indices of the words whose bit is set to every second place. */
function passBitmap(
  u32: Uint32Array,
  from: number,
  to: number,
  bitmap: Uint32Array,
  shift: number,
  fold: number,
  candidates: Int32Array,
): number {
  let n = 0
  for (let i = from; i < to; i += 4) {
    const hash0 = Math.imul(u32[i]! | fold, SPREAD) >>> shift
    const hash1 = Math.imul(u32[i + 1]! | fold, SPREAD) >>> shift
    const hash2 = Math.imul(u32[i + 2]! | fold, SPREAD) >>> shift
    const hash3 = Math.imul(u32[i + 3]! | fold, SPREAD) >>> shift
    const bit0 = bitmap[hash0 >>> 5]! >>> (hash0 & 31)
    const bit1 = bitmap[hash1 >>> 5]! >>> (hash1 & 31)
    const bit2 = bitmap[hash2 >>> 5]! >>> (hash2 & 31)
    const bit3 = bitmap[hash3 >>> 5]! >>> (hash3 & 31)
    if (((bit0 | bit1 | bit2 | bit3) & 1) === 0) continue
    // No branch for each of the four: which one it was cannot be predicted.
    candidates[n] = i
    n += (bit0 & 1) << 1
    candidates[n] = i + 1
    n += (bit1 & 1) << 1
    candidates[n] = i + 2
    n += (bit2 & 1) << 1
    candidates[n] = i + 3
    n += (bit3 & 1) << 1
  }
  return n
}

/** Keeps the words that are in the table, each with the start of its list. */
function lookUp(
  u32: Uint32Array,
  passed: number,
  slots: Int32Array,
  slotShift: number,
  fold: number,
  candidates: Int32Array,
): number {
  const mask = (slots.length >>> 1) - 1
  let kept = 0
  for (let n = 0; n < passed; n += 2) {
    const i = candidates[n]!
    const word = u32[i]! | fold
    let slot = Math.imul(word, SPREAD) >>> slotShift
    let list = slots[2 * slot + 1]!
    while (list !== 0 && slots[2 * slot] !== word) {
      slot = (slot + 1) & mask
      list = slots[2 * slot + 1]!
    }
    if (list === 0) continue
    candidates[kept] = i
    candidates[kept + 1] = list
    kept += 2
  }
  return kept >>> 1
}

/** Which halves of a word have a list, a bit each: small enough for the nearest cache, where the lists' starts are not. */
export function halvesBitmap(halves: Int32Array): Uint32Array {
  const bitmap = new Uint32Array(halves.length >>> 5)
  for (let half = 0; half < halves.length; half++)
    if (halves[half] !== 0) bitmap[half >>> 5]! |= 1 << (half & 31)
  return bitmap
}

/**
 * The same for literals of three or four bytes: at some alignments no aligned word holds more than two of their
 * bytes. Both halves of each word are looked up.
 */
export function collectHalves(
  u32: Uint32Array,
  from: number,
  to: number,
  halves: Int32Array,
  bitmap: Uint32Array,
  fold: number,
  candidates: Int32Array,
): number {
  let n = 0
  for (let i = from; i < to; i++) {
    const word = u32[i]! | fold
    const first = word & (HALVES - 1)
    const last = HALVES | (word >>> 16)
    const inFirst = bitmap[first >>> 5]! >>> (first & 31)
    const inLast = bitmap[last >>> 5]! >>> (last & 31)
    if (((inFirst | inLast) & 1) === 0) continue
    candidates[n] = i
    candidates[n + 1] = halves[first]!
    n += (inFirst & 1) << 1
    candidates[n] = i
    candidates[n + 1] = halves[last]!
    n += (inLast & 1) << 1
  }
  return n >>> 1
}
