import { closeSync, constants, openSync, readSync, writeSync } from 'node:fs'
import { type Prefilter, type Slab, scanStream } from '@ai-census/detectors/engine'
import { walk } from './walk.ts'

/** Holds nearly every file whole, and stays in the second-level cache between reading and scanning. */
export const SLAB_BYTES = 1 << 18

/** Where a NUL makes a file binary. */
const SNIFFED = 8192

/** Lines are handed to the system this many characters at a time. */
const WRITE_AT = 1 << 18

/**
 * Scans every text file below a folder and writes a line `path:offset:literal` for each hit, as ripgrep does.
 *
 * @returns the number of hits
 */
export function scanFolder(
  folder: string,
  prefilter: Prefilter,
  literals: readonly string[],
  slab: Slab,
  output: number,
): number {
  let lines = ''
  let total = 0
  for (const file of walk(folder)) {
    scanFile(file, prefilter, slab, (position, literal) => {
      lines += `${file}:${position}:${literals[literal]}\n`
      total++
    })
    if (lines.length >= WRITE_AT) lines = flush(lines, output)
  }
  flush(lines, output)
  return total
}

function scanFile(
  file: string,
  prefilter: Prefilter,
  slab: Slab,
  found: (position: number, literal: number) => void,
): void {
  const handle = openSync(file, constants.O_RDONLY)
  try {
    const first = readSync(handle, slab.u8, 0, slab.capacity, null)
    if (isBinary(slab.u8, first)) return
    if (first < slab.capacity) {
      const count = prefilter.scan(slab, 0, first)
      for (let n = 0; n < count; n++) found(prefilter.hits[2 * n]!, prefilter.hits[2 * n + 1]!)
      return
    }
    // What was read already is the stream's first piece; it lies where the stream wants it.
    let pending = first
    const read = (target: Uint8Array) => {
      const length = pending || readSync(handle, target)
      pending = 0
      return length
    }
    scanStream(prefilter, slab, read, ({ position, literal }) => found(position, literal))
  } finally {
    closeSync(handle)
  }
}

export function isBinary(bytes: Uint8Array, length: number): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, SNIFFED)).includes(0)
}

function flush(lines: string, output: number): string {
  const bytes = Buffer.from(lines)
  for (let written = 0; written < bytes.length; ) written += writeSync(output, bytes, written)
  return ''
}
