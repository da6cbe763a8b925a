import { SPREAD } from './bytes.ts'
import { LEVELS } from './frequencies.data.ts'

/** The table has one level (four bits) for each of 2^16 classes of words. */
const CLASS_SHIFT = 32 - 16

/** From one level to the next a word is this many times as common. */
const STEP = 2 ** 1.25

const levels = Buffer.from(LEVELS, 'base64')
const commonnessOfLevel = Array.from({ length: 16 }, (_, level) => STEP ** level)

/**
 * About how often a word stands in 16 million positions of source code, case disregarded; 1 at least.
 * An estimate: words share their class with others, so that a rare word may seem common but hardly the reverse.
 */
export function commonness(word: number): number {
  const shared = classOf(word)
  return commonnessOfLevel[(levels[shared >>> 1]! >>> ((shared & 1) * 4)) & 15]!
}

/** Which of the table's classes a word belongs to. */
export function classOf(word: number): number {
  return Math.imul(word | 0x20202020, SPREAD) >>> CLASS_SHIFT
}

/** The table for words counted by class, as `frequencies.data.ts` holds it. */
export function encodeLevels(counts: Float64Array): string {
  const total = counts.reduce((sum, count) => sum + count, 0)
  const packed = Buffer.alloc(counts.length / 2)
  counts.forEach((count, shared) => {
    const perPositions = Math.max(1, (count / total) * 2 ** 24)
    const level = Math.min(15, Math.round(Math.log2(perPositions) / Math.log2(STEP)))
    packed[shared >>> 1]! |= level << ((shared & 1) * 4)
  })
  return packed.toString('base64')
}
