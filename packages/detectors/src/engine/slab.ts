/** Bytes behind the text that a scan may read: its loop takes four words at a time. */
export const SLACK = 32

/**
 * Memory that is scanned: one buffer seen as bytes and as 32-bit words. Reused from file to file; bytes
 * behind the text may be left over from an earlier, longer one and never change what is found.
 */
export interface Slab {
  readonly u8: Uint8Array
  readonly u32: Uint32Array
  /** How many bytes of text fit. */
  readonly capacity: number
}

/** A slab for `size` bytes of text, or one that holds a copy of `bytes` from position 0. */
export function createSlab(sizeOrBytes: number | Uint8Array): Slab {
  const capacity = typeof sizeOrBytes === 'number' ? sizeOrBytes : sizeOrBytes.length
  const buffer = new ArrayBuffer(Math.ceil((capacity + SLACK) / 16) * 16)
  const u8 = new Uint8Array(buffer)
  if (typeof sizeOrBytes !== 'number') u8.set(sizeOrBytes)
  return { u8, u32: new Uint32Array(buffer), capacity }
}

/** A slab on memory that is there already; of its bytes the last `SLACK` hold no text to be scanned. */
export function slabOn(memory: ArrayBufferLike): Slab {
  const u32 = new Uint32Array(memory, 0, memory.byteLength >>> 2)
  return { u8: new Uint8Array(memory), u32, capacity: memory.byteLength - SLACK }
}
