import { type ConcludeOptions, conclude, type FileSigns } from '@ai-census/detectors'
import type { Finding, Unknown, UnknownReason } from '@ai-census/schema'
import type { SignsCache } from '../cache.ts'
import { HUGE_BYTES, tooLargeNote } from '../files/read-file.ts'
import type { BatchLimits, Listing, Snapshot, SourceFile } from '../sources/snapshot.ts'
import type { Executor } from './executor.ts'
import { catalogue } from './setup.ts'
import { readSigns, type StoredSigns } from './stored-signs.ts'

export interface Look {
  readonly findings: readonly Finding[]
  readonly unknowns: readonly Unknown[]
  /** Files of the scope, and how many of them had to be read this time. */
  readonly files: number
  readonly read: number
  readonly paths: readonly string[]
  /** What a file showed that has this content; undefined where there is none. */
  signsOf(path: string, id: string): FileSigns | null | undefined
  /** Another look at the same content could say something else: a file that was busy, a missing permission. */
  readonly volatile: boolean
}

export interface LookOptions {
  readonly snapshot: Snapshot
  readonly listing: Listing
  readonly cache: SignsCache
  readonly limits: BatchLimits
  readonly wanted: (path: string) => boolean
  /** Chosen when it is known how much there is to read. */
  executor(files: number): Executor
  /** How to conclude, besides what the files show. */
  readonly conclude: Pick<ConcludeOptions, 'ignoredPath' | 'explain'>
  readonly signal: AbortSignal
  progress(done: number, total: number | null, what: string): void
}

// What can change while the content stays the same must be looked at again. So it is with a file that nothing could be
// concluded from (`unavailable`): the next build may, though it reads the same signs.
const volatileReasons: ReadonlySet<UnknownReason> = new Set([
  'permission',
  'unavailable',
  'missing-object',
  'too-slow',
])

/** Reads what is not known from an earlier look, and concludes over all of the scope. */
export async function look(options: LookOptions): Promise<Look> {
  const { snapshot, listing, cache, limits, wanted } = options
  const [files, others] = parted(
    listing.files.filter(({ path }) => wanted(path)),
    limits,
  )
  const signs = new Map<string, StoredSigns | null>()
  const unread = files.filter((file) => {
    const known = cache.get(file.path, file.id)
    if (known !== undefined) signs.set(file.path, known)
    return known === undefined
  })
  if (unread.length > 0) await readAll(unread, signs, options)
  const analysed = files.flatMap(({ path, id }) => {
    const found = signs.get(path) ?? null
    const read = found === null ? null : readSigns(found)
    if (id !== null && !isVolatile(read)) cache.put(path, id, found)
    return read ? [{ path, signs: read }] : []
  })
  const ids = new Map(files.map(({ path, id }) => [path, id]))
  const paths = files.map(({ path }) => path)
  const { findings, unknowns } = conclude(analysed, catalogue(), {
    ...options.conclude,
    paths,
  })
  const all = [
    ...listing.unknowns.filter(({ place }) => wanted(place)),
    ...unknowns,
    ...huge(others, snapshot),
  ]
  return {
    findings,
    unknowns: all,
    files: listing.files.length,
    read: unread.length,
    paths,
    signsOf(path, id) {
      const found = ids.get(path) === id ? signs.get(path) : undefined
      return found === undefined || found === null ? found : readSigns(found)
    },
    volatile: all.some(({ reason }) => volatileReasons.has(reason)),
  }
}

/** What is to be read, and what its name alone says is not. */
function parted(files: readonly SourceFile[], limits: BatchLimits): [SourceFile[], SourceFile[]] {
  const read: SourceFile[] = []
  const others: SourceFile[] = []
  for (const file of files) (limits.wants(file.path, 1) === 'none' ? others : read).push(file)
  return [read, others]
}

/** A file that is passed by for its name is no loss; of this size it could be anything, weights of a model too. */
function huge(files: readonly SourceFile[], snapshot: Snapshot): Unknown[] {
  return files.flatMap((file) => {
    const size = snapshot.sizeOf(file) ?? 0
    return size < HUGE_BYTES ? [] : [{ place: file.path, ...tooLargeNote(size) }]
  })
}

const isVolatile = (signs: FileSigns | null) =>
  signs?.unknowns?.some(({ reason }) => volatileReasons.has(reason)) ?? false

/** Keeps as many batches under way as the executor has use for. */
async function readAll(
  unread: readonly SourceFile[],
  signs: Map<string, StoredSigns | null>,
  { snapshot, limits, executor, signal, progress }: LookOptions,
): Promise<void> {
  const hands = executor(unread.length)
  const underWay = new Set<Promise<void>>()
  let done = 0
  progress(0, unread.length, 'files')
  for await (const batch of snapshot.batches(unread, limits)) {
    signal.throwIfAborted()
    const task: Promise<void> = hands.run(batch).then((results) => {
      for (const [i, path] of batch.paths.entries()) signs.set(path, results[i] ?? null)
      done += batch.paths.length
      progress(done, unread.length, 'files')
      underWay.delete(task)
    })
    underWay.add(task)
    while (underWay.size >= hands.width) await Promise.race(underWay)
  }
  await Promise.all(underWay)
  signal.throwIfAborted()
}
