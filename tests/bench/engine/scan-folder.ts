import { writeSync } from 'node:fs'
import type { Prefilter, Slab } from '@ai-census/detectors/engine'
import { readText, walk } from './walk.ts'

/** Larger than any file of the corpus, so that each is one text. */
export const SLAB_BYTES = 32 << 20

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
    const length = readText(file, slab)
    if (length <= 0) continue
    const count = prefilter.scan(slab, 0, length)
    const { hits } = prefilter
    for (let n = 0; n < count; n++) lines += `${file}:${hits[2 * n]}:${literals[hits[2 * n + 1]!]}\n`
    total += count
    if (lines.length >= WRITE_AT) lines = flush(lines, output)
  }
  flush(lines, output)
  return total
}

function flush(lines: string, output: number): string {
  const bytes = Buffer.from(lines)
  for (let written = 0; written < bytes.length; ) written += writeSync(output, bytes, written)
  return ''
}
