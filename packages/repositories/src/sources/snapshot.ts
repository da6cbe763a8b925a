import type { Unknown } from '@ai-census/schema'
import type { Batch } from '../analysis/batch.ts'
import type { HistoryPlace } from '../history/commits.ts'
import type { Remote } from '../remote.ts'

export interface SourceFile {
  /** Relative to the scope's root, with `/`. */
  readonly path: string
  /** Equal for equal content: a git blob id, or what the disk tells of the file. Null: nobody knows. */
  readonly id: string | null
  /** Bytes, where known without a look at the file. */
  readonly size?: number | null
}

export interface Listing {
  readonly files: readonly SourceFile[]
  readonly unknowns: readonly Unknown[]
}

export interface BatchLimits {
  /** More bytes of one file are never held. */
  readonly maxFileBytes: number
  /** Of what a path is worth reading. */
  wants(path: string, size: number): 'text' | 'head' | 'none'
}

export interface OpenOptions {
  readonly signal: AbortSignal
  /** Whether what is read here is kept for the next time, so that it must be told by what it is known again. */
  readonly remembered: boolean
  progress(done: number, total: number | null, what: string): void
}

/** A small text file in a folder above a scope, as small files are read. */
export interface TextAbove {
  /** The scope's root within that folder: `services/shop/`. */
  readonly prefix: string
  /** The file as seen from the scope's root: `../../NAME`. */
  readonly place: string
  readonly text: string
}

/** The folders above a scope that lies at `below` in its repository, the nearest first, each with a way down and up. */
export function foldersAbove(below: string): { folder: string; prefix: string; up: string }[] {
  const parts = below.split('/').filter(Boolean)
  return parts
    .map((_, depth) => ({
      folder: parts
        .slice(0, depth)
        .map((part) => `${part}/`)
        .join(''),
      prefix: `${parts.slice(depth).join('/')}/`,
      up: '../'.repeat(parts.length - depth),
    }))
    .reverse()
}

/** Those of the texts that are there, by the paths within the repository under which they were asked for. */
export const textsAbove = (below: string, name: string, texts: ReadonlyMap<string, string>): TextAbove[] =>
  foldersAbove(below).flatMap(({ folder, prefix, up }) => {
    const text = texts.get(folder + name)
    return text === undefined ? [] : [{ prefix, place: up + name, text }]
  })

/** One state of one scope, ready to be read. */
export interface Snapshot {
  /** The commit that is read or that the working tree started from; null without one. */
  readonly commit: string | null
  /** Where links for people lead; null where no remote is known. */
  readonly remote: Remote | null
  /** The scope's root within its repository; `''` for the root. */
  readonly below: string
  /** Where its history can be read on this machine; null where there is none, as in what was fetched for its last commit. */
  readonly history: HistoryPlace | null
  /** Equal for equal content of the whole scope; null where only reading could tell. */
  readonly contentKey: string | null
  /** The file is not as in `commit`. */
  isModified(path: string): boolean
  list(): Promise<Listing>
  /** Bytes of a file, without a look into it; null where nobody knows. */
  sizeOf(file: SourceFile): number | null
  batches(files: readonly SourceFile[], limits: BatchLimits): AsyncIterable<Batch>
  /** Small text files by their paths; those that are not there, or not small, are left out. */
  texts(paths: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Files of this name in the folders above the scope's root, up to the repository's: the nearest first. */
  above(name: string): Promise<readonly TextAbove[]>
  close(): Promise<void>
}
