import { closeSync, fstatSync, lstatSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import type { Batch } from '../analysis/batch.ts'
import { readOnly } from '../files/read-file.ts'
import type { SourceFile } from './snapshot.ts'

// Few enough for a thread to answer an abort soon, enough to make a message worth its while.
const FILES_A_BATCH = 64
/** A file about the repository that is larger than this is none that people write. */
export const SMALL_BYTES = 262_144

export async function* diskBatches(root: string, files: readonly SourceFile[]): AsyncGenerator<Batch> {
  for (let at = 0; at < files.length; at += FILES_A_BATCH)
    yield { type: 'disk', root, paths: files.slice(at, at + FILES_A_BATCH).map(({ path }) => path) }
}

export const diskSize = (root: string, path: string): number | null =>
  lstatSync(join(root, path), { throwIfNoEntry: false })?.size ?? null

export async function diskTexts(root: string, paths: readonly string[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>()
  for (const path of paths) {
    const text = smallText(join(root, path))
    if (text !== null) texts.set(path, text)
  }
  return texts
}

function smallText(file: string): string | null {
  let descriptor: number
  try {
    descriptor = openSync(file, readOnly)
  } catch {
    // These files are asked for by name, whether they are there or not.
    return null
  }
  try {
    const stat = fstatSync(descriptor)
    if (!stat.isFile() || stat.size > SMALL_BYTES) return null
    const bytes = Buffer.alloc(stat.size)
    return bytes.toString('utf8', 0, readSync(descriptor, bytes, 0, stat.size, 0))
  } finally {
    closeSync(descriptor)
  }
}
