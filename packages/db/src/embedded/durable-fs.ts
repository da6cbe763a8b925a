import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

/**
 * PGlite starts PostgreSQL with fsync off, and its file system ignores fsync where it is asked for. This one
 * passes it on to the operating system, so that a commit is on the disk when it is acknowledged.
 */
export class DurableFs extends NodeFS {
  /** How many times PostgreSQL had a file flushed. */
  flushes = 0

  override async init(pg: PGlite, options: EmscriptenOptions): ReturnType<NodeFS['init']> {
    const result = await super.init(pg, options)
    const preRun = [...(result.emscriptenOpts.preRun ?? [])]
    // PGlite's type of the module leaves out the file systems that Emscripten puts on it.
    preRun.push((module) => this.#passOnSync((module as unknown as { NODEFS: NodeFileSystem }).NODEFS))
    return { ...result, emscriptenOpts: { ...result.emscriptenOpts, preRun } }
  }

  #passOnSync(files: NodeFileSystem): void {
    files.stream_ops.fsync = (stream) => {
      if (stream.nfd === undefined) syncPath(files.realPath(stream.node))
      else fsyncSync(stream.nfd)
      this.flushes += 1
      return 0
    }
    // PostgreSQL makes a rename durable by an fsync of the folder, which Emscripten cannot open as a file.
    const rename = files.node_ops.rename
    files.node_ops.rename = (node, parent, name) => {
      const result = rename(node, parent, name)
      syncPath(files.realPath(parent))
      return result
    }
  }
}

type EmscriptenOptions = Parameters<NodeFS['init']>[1]

/** What is used of Emscripten's NODEFS. */
interface NodeFileSystem {
  stream_ops: { fsync?: (stream: { nfd?: number; node: object }) => number }
  node_ops: { rename: (node: object, parent: object, name: string) => unknown }
  realPath(node: object): string
}

/** PostgreSQL's start parameters with fsync left on. */
export const durableParameters: string[] = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...['-c', 'wal_sync_method=fsync'],
]

/** Flushes a whole folder and its parent's entry for it, once after it was made. */
export function syncTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) syncTree(path)
    else if (entry.isFile()) syncPath(path)
  }
  syncPath(folder)
  syncPath(dirname(folder))
}

export function syncPath(path: string): void {
  if (process.platform === 'win32') return // Windows refuses to flush what is open for reading only
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
