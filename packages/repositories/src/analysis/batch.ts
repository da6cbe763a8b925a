import type { FileSigns } from '@ai-census/detectors'
import type { FileReader } from '../files/read-file.ts'
import { type StoredSigns, storeSigns } from './stored-signs.ts'

/** Files of a disk. Plain data, for it goes to worker threads. */
export interface DiskBatch {
  readonly type: 'disk'
  readonly root: string
  readonly paths: readonly string[]
}

/** Contents at hand, one after the other in `bytes`. */
export interface ContentBatch {
  readonly type: 'content'
  readonly paths: readonly string[]
  readonly bytes: Uint8Array
  readonly parts: readonly ContentPart[]
}

export interface ContentPart {
  readonly at: number
  readonly length: number
  /** Bytes of the whole file, of which `length` are here. */
  readonly size: number
}

/** Files of which all is known without reading them: too large, not there. */
export interface KnownBatch {
  readonly type: 'known'
  readonly paths: readonly string[]
  readonly signs: readonly FileSigns[]
}

export type Batch = DiskBatch | ContentBatch | KnownBatch
/** One entry a path, in order; null for a file that shows nothing. */
export type BatchResult = readonly (StoredSigns | null)[]

export function runBatch(batch: Batch, reader: FileReader): BatchResult {
  if (batch.type === 'known') return batch.signs.map(storeSigns)
  return batch.paths.map((path, i) => {
    return storeSigns(
      batch.type === 'disk' ? reader.read(`${batch.root}/${path}`, path) : readPart(batch, i, reader),
    )
  })
}

function readPart(batch: ContentBatch, index: number, reader: FileReader): FileSigns {
  const part = batch.parts[index]
  const path = batch.paths[index]
  if (!part || path === undefined) return {}
  const bytes = Buffer.from(batch.bytes.buffer, batch.bytes.byteOffset + part.at, part.length)
  return reader.analyse(path, bytes, part.size)
}

/** The same batch as batches of one file each. */
export function split(batch: Batch): Batch[] {
  return batch.paths.map((path, i) => {
    if (batch.type === 'disk') return { ...batch, paths: [path] }
    if (batch.type === 'known') return { ...batch, paths: [path], signs: batch.signs.slice(i, i + 1) }
    return { ...batch, paths: [path], parts: batch.parts.slice(i, i + 1) }
  })
}
