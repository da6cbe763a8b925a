import type { Analyser, Catalogue, FileSigns } from '@ai-census/detectors'
import type { Finding } from '@ai-census/schema'
import { type Commit, type HistoryPlace, readCommits, readWhole, type Version } from './commits.ts'
import { type FirstSeen, firstSeen } from './first-seen.ts'
import type { StoredHistory } from './known.ts'
import { findTraces, sizesOf } from './occurrences.ts'
import { traceId, traceOf } from './trace.ts'
import { beginOf, type HistoryLimits } from './window.ts'

export interface HistoryOptions {
  readonly place: HistoryPlace
  readonly limits: HistoryLimits
  readonly analyser: Analyser
  readonly catalogue: Catalogue
  readonly wanted: (path: string) => boolean
  /** By what the wanted paths are chosen: equal for equal choices. */
  readonly chosen: readonly unknown[]
  readonly paths: readonly string[]
  /** What the look at the present showed of a version; undefined where it is none of the present. */
  known(version: Version): FileSigns | null | undefined
  readonly signal: AbortSignal
}

/** No file that people write is so large; tools change such files with every commit. */
const FILE_BYTES = 2 ** 19

// What was installed, and not what is used: a manifest beside it says that, and says it first.
const lockFile =
  /(^|\/)([\w.-]+[-.]lock(\.json|\.yaml|b)?|(npm-)?(package-lock|shrinkwrap|packages\.lock)\.json|go\.sum)$/i

/** With which commit each finding came, by key; findings of which the history tells nothing are not in it. */
export async function historyOf(
  findings: readonly Finding[],
  options: HistoryOptions,
): Promise<Map<string, FirstSeen>> {
  if (findings.length === 0) return new Map()
  const { place, limits, analyser, catalogue, signal } = options
  const all = (await readCommits(place, limits.commits + 1, signal)).map((commit) =>
    worthReading(commit, options),
  )
  const sizes = await sizesOf(place.gitDir, versionsOf(all), signal)
  const begin = beginOf(all, sizes, limits)
  const commits = begin === 0 ? all : await fromThere(all, begin, options)
  const read = begin === 0 ? sizes : await sizesOf(place.gitDir, versionsOf(commits), signal)
  const traces = findings.map((finding) => traceOf(finding, catalogue))
  const found = await findTraces(place, read, traces, catalogue, FILE_BYTES, signal)
  return firstSeen({ ...options, commits, traces, found, analyser, catalogue })
}

/**
 * Of findings that an earlier look did not find in the history, the keys of those that no commit since holds a trace of: a
 * search through all of it would end as it did then. Many come from lock files, which are not looked at.
 */
export async function stillNotFound(
  findings: readonly Finding[],
  earlier: StoredHistory,
  options: HistoryOptions,
): Promise<Set<string>> {
  const { place, limits, catalogue, signal } = options
  const sought = new Map(earlier.sought)
  const traces = findings
    .map((finding) => traceOf(finding, catalogue))
    .filter((trace) => sought.get(trace.finding.key) === traceId(trace))
  if (traces.length === 0) return new Set()
  const since = await readCommits(place, limits.commits, signal, earlier.commit)
  const versions = versionsOf(since.map((commit) => worthReading(commit, options)))
  const sizes = await sizesOf(place.gitDir, versions, signal)
  const { occurrences, missing } = await findTraces(place, sizes, traces, catalogue, FILE_BYTES, signal)
  if (missing.size > 0) return new Set()
  const shown = new Set([...occurrences.values()].flatMap((counts) => [...counts.keys()]))
  const paths = new Set(versions.map(({ path }) => path))
  const silent = traces.filter((trace, i) => !shown.has(i) && !trace.paths.some((path) => paths.has(path)))
  return new Set(silent.map(({ finding }) => finding.key))
}

const versionsOf = (commits: readonly Commit[]): Version[] => commits.flatMap(({ versions }) => versions)

/** The commits from an index on; the first of them stands for all that was before. */
async function fromThere(all: readonly Commit[], begin: number, options: HistoryOptions): Promise<Commit[]> {
  const [first, ...rest] = all.slice(begin)
  if (!first) return []
  return [worthReading(await readWhole(options.place, first, options.signal), options), ...rest]
}

function worthReading(commit: Commit, { wanted, analyser }: HistoryOptions): Commit {
  const worth = ({ path }: Version) =>
    wanted(path) && analyser.wants(path, 1) !== 'none' && !lockFile.test(path)
  return { ...commit, versions: commit.versions.filter(worth) }
}
