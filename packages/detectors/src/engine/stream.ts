import type { Hit, Prefilter } from './prefilter.ts'
import type { Slab } from './slab.ts'

/** A hit in a text that passes through the slab piece by piece. */
export interface StreamHit extends Hit {
  /** Where the literal starts in the slab now; `position` counts from the start of the text. */
  readonly inSlab: number
  /** How many bytes of the slab are text now. */
  readonly slabLength: number
}

/**
 * Scans a text that need not fit into the slab: every hit once, in the order of their ends' pieces, by position
 * within a piece. Pieces overlap by as much as a literal, and a margin, can reach over.
 *
 * @param read fills the front of the target with what comes next; returns the number of bytes, 0 at the end
 * @param found called while the slab still holds the text around the hit: `margin` bytes on both sides, if there are
 * @returns the length of the text in bytes
 * @throws RangeError for a slab that is too small to get on
 */
export function scanStream(
  prefilter: Prefilter,
  slab: Slab,
  read: (target: Uint8Array) => number,
  found: (hit: StreamHit) => void,
  margin = 0,
): number {
  const reach = Math.max(0, prefilter.longest - 1)
  if (slab.capacity < reach + 2 * margin + 8)
    throw new RangeError('The slab is smaller than literal and margin')
  /** Position in the text of the slab's first byte, and up to where hits that end there were reported. */
  let base = 0
  let settled = 0
  let carried = 0
  for (;;) {
    const length = fill(slab, carried, read)
    const atEnd = length < slab.capacity
    const limit = atEnd ? base + length : base + length - margin
    for (const hit of hitsOf(prefilter, slab, length)) {
      const end = base + hit.position + prefilter.lengthOf(hit.literal)
      if (end <= settled || end > limit) continue
      found({
        position: base + hit.position,
        literal: hit.literal,
        inSlab: hit.position,
        slabLength: length,
      })
    }
    if (atEnd) return base + length
    settled = limit
    const keepFrom = (limit - base - reach - margin) & ~3
    slab.u8.copyWithin(0, keepFrom, length)
    base += keepFrom
    carried = length - keepFrom
  }
}

/** Fills the slab from `at`; it stays short of its capacity only at the text's end. */
function fill(slab: Slab, at: number, read: (target: Uint8Array) => number): number {
  let length = at
  while (length < slab.capacity) {
    const more = read(slab.u8.subarray(length, slab.capacity))
    if (more === 0) break
    length += more
  }
  return length
}

function hitsOf(prefilter: Prefilter, slab: Slab, length: number): Hit[] {
  return prefilter.sorted(prefilter.scan(slab, 0, length))
}
