import { closeSync, openSync, readdirSync, readSync } from 'node:fs'
import type { Slab } from '@ai-census/detectors/engine'

/** Every file below a folder, links not followed, in no set order. */
export function* walk(folder: string): Generator<string> {
  const folders = [folder.replace(/\/$/, '')]
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    for (const entry of readdirSync(next, { withFileTypes: true })) {
      if (entry.isDirectory()) folders.push(`${next}/${entry.name}`)
      else if (entry.isFile()) yield `${next}/${entry.name}`
    }
  }
}

/** The first read; most files are smaller. */
const FIRST_READ = 1 << 16

/** Where a NUL makes a file binary. */
const SNIFFED = 8192

/**
 * Reads a file to the start of the slab.
 *
 * @returns its bytes, or -1 where there is a NUL in the first 8 KiB (no text; the rest is then not read)
 * @throws Error for a file larger than the slab: the bench's slab is chosen so that there is none
 */
export function readText(file: string, slab: Slab): number {
  const handle = openSync(file, 'r')
  try {
    const first = readSync(handle, slab.u8, 0, FIRST_READ, null)
    if (Buffer.from(slab.u8.buffer, 0, Math.min(first, SNIFFED)).includes(0)) return -1
    if (first < FIRST_READ) return first
    const rest = readSync(handle, slab.u8, first, slab.capacity - first, null)
    if (first + rest === slab.capacity) throw new Error(`${file} is larger than the slab`)
    return first + rest
  } finally {
    closeSync(handle)
  }
}
