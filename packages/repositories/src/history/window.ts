import type { Commit } from './commits.ts'
import type { Sizes } from './occurrences.ts'

/** How much of a history is read. What is older is not denied: a first commit is then `at or before`. */
export interface HistoryLimits {
  readonly commits: number
  /** Bytes of all versions of all files, each content once. */
  readonly bytes: number
}

/** A clone of nearly any product fits; what does not would take longer than the scan itself. */
export const usualLimits: HistoryLimits = { commits: 50_000, bytes: 2 ** 29 }
export const noLimits: HistoryLimits = { commits: 100_000_000, bytes: Number.POSITIVE_INFINITY }

/**
 * The index of the first commit to read: 0 where all fit; else where the first year begins from which on they fit,
 * or the first month. A look that began a fixed way back would answer something else after every commit.
 */
export function beginOf(commits: readonly Commit[], sizes: Sizes, limits: HistoryLimits): number {
  const fit = firstThatFits(commits, sizes, limits)
  if (fit === 0) return 0
  const from = commits[fit]
  if (!from) return commits.length - 1
  const date = new Date(from.at * 1000)
  const year = Date.UTC(date.getUTCFullYear() + 1, 0) / 1000
  const month = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1) / 1000
  for (const start of [year, month]) {
    const index = commits.findIndex(({ at }, i) => i >= fit && at >= start)
    if (index >= 0) return index
  }
  return fit
}

function firstThatFits(commits: readonly Commit[], sizes: Sizes, limits: HistoryLimits): number {
  const seen = new Set<string>()
  let bytes = 0
  for (let i = commits.length - 1; i >= 0; i--) {
    for (const { id } of commits[i]?.versions ?? []) {
      if (seen.has(id)) continue
      seen.add(id)
      bytes += sizes.get(id) ?? 0
    }
    if (bytes > limits.bytes || commits.length - i > limits.commits) return i + 1
  }
  return 0
}
