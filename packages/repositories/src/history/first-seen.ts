import type { Analyser, Catalogue, FileSigns } from '@ai-census/detectors'
import { openObjects } from '../git/objects.ts'
import type { Commit, HistoryPlace, Version } from './commits.ts'
import type { Found } from './occurrences.ts'
import { type OldFile, oldFile } from './shows.ts'
import type { Trace } from './trace.ts'

/** With which commit a finding came into the repository. */
export interface FirstSeen {
  readonly commit: string
  /** When it was committed, in seconds since 1970. */
  readonly at: number
  readonly author: string
  /** False: what was before this commit could not be read, so that it came with it or earlier. */
  readonly exact: boolean
}

export interface Search {
  readonly place: HistoryPlace
  readonly commits: readonly Commit[]
  readonly traces: readonly Trace[]
  readonly found: Found
  readonly analyser: Analyser
  readonly catalogue: Catalogue
  readonly paths: readonly string[]
  /** What is known of a version already; undefined where nothing is. */
  known(version: Version): FileSigns | null | undefined
  readonly signal: AbortSignal
}

/** After so many files that hold a finding's texts without showing it, the search for it ends. */
const MOST_LOOKS = 20

/**
 * The first commit of each finding: the detectors read old files as they read those that are there now, but only
 * those files that hold what a finding is known by, and more or less of it than the version before.
 *
 * What one finding's answer is depends on no other finding, so that it stays when others come and go.
 */
export async function firstSeen(search: Search): Promise<Map<string, FirstSeen>> {
  const { commits, found, signal } = search
  const objects = openObjects(search.place.gitDir, signal)
  try {
    const searches = createSearches(search.traces)
    let gaps = false
    for (const commit of commits) {
      gaps ||= commit.versions.some(({ id }) => found.missing.has(id))
      for (const version of commit.versions) {
        const looking = searches.thatWant(version, found.occurrences.get(version.id))
        if (looking.length === 0) continue
        signal.throwIfAborted()
        const file = await read(version, looking, search, (id) => objects.read(id))
        for (const one of looking) one.look(file, commit, gaps)
      }
    }
    return searches.answers()
  } finally {
    objects.close()
  }
}

/** The signs of a version; null where whatever lies at this path is what is looked for. */
async function read(
  version: Version,
  looking: readonly Pursuit[],
  { analyser, catalogue, paths, known }: Search,
  bytesOf: (id: string) => Promise<Uint8Array | null>,
): Promise<OldFile | null> {
  if (looking.every((one) => !one.reads)) return null
  const before = known(version)
  const bytes = before === undefined ? await bytesOf(version.id) : null
  const signs = before ?? (bytes ? analyser.analyse(version.path, bytes) : {})
  return oldFile(version.path, signs, catalogue, paths)
}

function createSearches(traces: readonly Trace[]) {
  const pursuits = traces.map(createPursuit)
  const byPath = new Map<string, Pursuit[]>()
  for (const [i, { paths }] of traces.entries())
    for (const path of paths) {
      const pursuit = pursuits[i]
      if (pursuit) byPath.set(path, [...(byPath.get(path) ?? []), pursuit])
    }
  return {
    thatWant({ path }: Version, occurrences: ReadonlyMap<number, number> | undefined): Pursuit[] {
      const here = (byPath.get(path) ?? []).filter((one) => one.isOpen())
      for (const [i, count] of occurrences ?? []) {
        const pursuit = pursuits[i]
        if (pursuit?.hasChanged(path, count)) here.push(pursuit)
      }
      return here
    },
    answers: () => new Map(pursuits.flatMap((one) => (one.answer ? [[one.key, one.answer] as const] : []))),
  }
}

interface Pursuit {
  readonly key: string
  /** The file must be read; else its path says it all, as of gigabytes of weights. */
  readonly reads: boolean
  readonly answer: FirstSeen | null
  isOpen(): boolean
  /** A file with other occurrences than its version before could be the first. */
  hasChanged(path: string, occurrences: number): boolean
  look(file: OldFile | null, commit: Commit, gaps: boolean): void
}

/** The search for one finding's first commit. */
function createPursuit({ finding }: Trace): Pursuit {
  const before = new Map<string, number>()
  let looks = 0
  let first: FirstSeen | null = null
  let close: FirstSeen | null = null
  const isOpen = () => first === null && looks < MOST_LOOKS
  return {
    key: finding.key,
    reads: finding.kind !== 'model-file',
    get answer() {
      return first ?? close
    },
    isOpen,
    hasChanged(path, occurrences) {
      if (!isOpen() || occurrences === before.get(path)) return false
      before.set(path, occurrences)
      return true
    },
    look(file, { id, at, author, edge }, gaps) {
      looks += 1
      const here = { commit: id, at, author, exact: !edge && !gaps }
      const shown = file?.shows(finding) ?? 'yes'
      if (shown === 'yes') first = here
      if (shown === 'close') close ??= here
    },
  }
}
