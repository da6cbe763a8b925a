import { type FileSigns, SLACK } from '@ai-census/detectors'
import type { Unknown } from '@ai-census/schema'
import type { Batch, ContentPart } from '../analysis/batch.ts'
import { judgeLinks } from '../files/links.ts'
import { HEAD_BYTES, tooLarge } from '../files/read-file.ts'
import { catFiles } from '../git/cat-file.ts'
import { git, startGit } from '../git/command.ts'
import { parseTree, type TreeEntry } from '../git/tree.ts'
import type { Remote } from '../remote.ts'
import { SMALL_BYTES } from './disk.ts'
import { type BatchLimits, foldersAbove, type Snapshot, type SourceFile, textsAbove } from './snapshot.ts'

export interface GitObjects {
  readonly gitDir: string
  readonly commit: string
  readonly remote: Remote | null
  readonly below: string
  /** Sizes in the listing cost a look at each object; a fresh partial clone has none to look at. */
  readonly sizes: boolean
  /** The commits before this one are here too, or as many of them as the repository has. */
  readonly hasHistory: boolean
  readonly signal: AbortSignal
  /** Called with the objects about to be read, to get them here. */
  prepare?(ids: readonly string[]): Promise<void>
  close?(): Promise<void>
}

/** A commit, read from its objects, without a checkout. */
export function openGitObjects(objects: GitObjects): Snapshot {
  let tree: Promise<TreeEntry[]> | undefined
  const entries = () => {
    tree ??= readTree(objects)
    return tree
  }
  return {
    commit: objects.commit,
    remote: objects.remote,
    below: objects.below,
    history: objects.hasHistory ? objects : null,
    contentKey: `${objects.commit}:${objects.below}`,
    isModified: () => false,
    list: async () => {
      const all = await entries()
      const links = all.filter(({ kind }) => kind === 'link')
      return { files: all.filter(({ kind }) => kind === 'file'), unknowns: await judge(links, objects) }
    },
    sizeOf: ({ size }) => size ?? null,
    batches: (files, limits) => contentBatches(files, limits, objects),
    texts: async (paths) => {
      const asked = new Set(paths)
      const found = (await entries()).filter(({ path, kind }) => kind === 'file' && asked.has(path))
      return contents(found, SMALL_BYTES, objects)
    },
    above: async (name) => textsAbove(objects.below, name, await readAbove(name, objects)),
    close: async () => objects.close?.(),
  }
}

/** Files of this name on the way down to the scope's root, by their paths within the repository. */
async function readAbove(name: string, objects: GitObjects): Promise<Map<string, string>> {
  const { gitDir, commit, below, signal } = objects
  const asked = foldersAbove(below).map(({ folder }) => folder + name)
  if (asked.length === 0) return new Map()
  const tree = await git([`--git-dir=${gitDir}`, 'ls-tree', '-z', commit, '--', ...asked], { signal })
  const files = parseTree(tree).filter(({ kind }) => kind === 'file')
  return contents(files, SMALL_BYTES, objects)
}

async function readTree({ gitDir, commit, below, sizes, signal }: GitObjects): Promise<TreeEntry[]> {
  const long = sizes ? ['-l'] : []
  const treeish = below ? `${commit}:${below}` : commit
  return parseTree(await git([`--git-dir=${gitDir}`, 'ls-tree', '-r', '-z', ...long, treeish], { signal }))
}

async function judge(links: readonly TreeEntry[], objects: GitObjects): Promise<Unknown[]> {
  return judgeLinks(await contents(links, 4096, objects), null)
}

/** Texts by path; what has more than `limit` bytes is left out. */
async function contents(
  files: readonly TreeEntry[],
  limit: number,
  { gitDir, signal, prepare }: GitObjects,
): Promise<Map<string, string>> {
  const ids = files.map(({ id }) => id)
  await prepare?.(ids)
  const texts = new Map<string, string>()
  let at = 0
  for await (const { bytes, size } of catFiles(gitDir, ids, limit, { signal })) {
    const path = files[at++]?.path
    if (path !== undefined && bytes && size === bytes.length)
      texts.set(path, Buffer.from(bytes).toString('utf8'))
  }
  return texts
}

const BATCH_BYTES = 2 ** 20
const BATCH_FILES = 256

async function* contentBatches(
  files: readonly SourceFile[],
  limits: BatchLimits,
  objects: GitObjects,
): AsyncGenerator<Batch> {
  const large = files.filter(({ size }) => (size ?? 0) > limits.maxFileBytes)
  for (const file of large) yield await largeFile(file, limits, objects)
  const others = files.filter(({ size }) => (size ?? 0) <= limits.maxFileBytes)
  const ids = others.map(({ id }) => id ?? '')
  await objects.prepare?.(ids)

  const filling = createFilling()
  let at = 0
  for await (const { size, bytes } of catFiles(objects.gitDir, ids, limits.maxFileBytes, {
    signal: objects.signal,
  })) {
    const path = others[at++]?.path ?? ''
    if (!bytes) {
      yield known(path, missing)
      continue
    }
    filling.add(path, bytes, size)
    if (filling.isFull()) yield filling.take()
  }
  if (!filling.isEmpty()) yield filling.take()
}

const known = (path: string, signs: FileSigns): Batch => ({ type: 'known', paths: [path], signs: [signs] })

const missing: FileSigns = {
  unknowns: [{ reason: 'missing-object', detail: 'The repository does not have the content of this file.' }],
}

/** Gathers contents until they are worth a message to another thread. */
function createFilling() {
  let paths: string[] = []
  let parts: ContentPart[] = []
  let pieces: Uint8Array[] = []
  let length = 0
  return {
    add(path: string, bytes: Uint8Array, size: number) {
      // Copied, since the stream's memory is handed out again.
      pieces.push(Uint8Array.from(bytes))
      paths.push(path)
      parts.push({ at: length, length: bytes.length, size })
      // Each begins at a word, where it can be searched without a copy.
      length += Math.ceil(bytes.length / 4) * 4
    },
    isFull: () => length >= BATCH_BYTES || paths.length >= BATCH_FILES,
    isEmpty: () => paths.length === 0,
    take(): Batch {
      const bytes = new Uint8Array(length + SLACK)
      for (const [i, piece] of pieces.entries()) bytes.set(piece, parts[i]?.at)
      const batch: Batch = { type: 'content', paths, parts, bytes }
      paths = []
      parts = []
      pieces = []
      length = 0
      return batch
    },
  }
}

/** The head of a file that is too large to be held, where its head is of use; else what it is. */
async function largeFile(
  file: SourceFile,
  limits: BatchLimits,
  { gitDir, signal }: GitObjects,
): Promise<Batch> {
  const size = file.size ?? 0
  if (limits.wants(file.path, size) !== 'head') return known(file.path, tooLarge(size))
  const child = startGit([`--git-dir=${gitDir}`, 'cat-file', 'blob', file.id ?? ''], { signal })
  child.on('error', () => undefined)
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of child.stdout) {
    chunks.push(chunk)
    length += chunk.length
    if (length >= HEAD_BYTES) break
  }
  child.kill()
  signal.throwIfAborted()
  const bytes = new Uint8Array(Buffer.concat(chunks).subarray(0, HEAD_BYTES))
  return { type: 'content', paths: [file.path], parts: [{ at: 0, length: bytes.length, size }], bytes }
}
