import { createHash } from 'node:crypto'
import { GitError, git } from '../git/command.ts'
import { type HistoryPlace, shallowCommits } from './commits.ts'
import type { FirstSeen } from './first-seen.ts'

/** What a look found out about the history, for the next one. */
export interface StoredHistory {
  /** How far back it was read: where a shallow clone begins, and by which limits. */
  readonly reach: string
  /** The commit that it was read back from. */
  readonly commit: string
  readonly firsts: readonly (readonly [key: string, first: FirstSeen | null])[]
}

export async function reachOf(
  { gitDir }: HistoryPlace,
  limits: object,
  signal: AbortSignal,
): Promise<string> {
  const edges = await shallowCommits(gitDir, signal)
  return createHash('sha256')
    .update(JSON.stringify([limits, edges.sort()]))
    .digest('hex')
    .slice(0, 32)
}

/**
 * The answers of an earlier look that hold now: with commits on top that are all later, a search would take the same
 * way to them. What was not found may be in the new commits.
 */
export async function knownFirsts(
  earlier: StoredHistory | null,
  { gitDir, commit }: HistoryPlace,
  reach: string,
  signal: AbortSignal,
): Promise<Map<string, FirstSeen | null>> {
  if (!earlier || earlier.reach !== reach) return new Map()
  if (earlier.commit === commit) return new Map(earlier.firsts)
  const times = await newTimes(gitDir, earlier.commit, commit, signal)
  if (times === null) return new Map()
  const soonest = times.reduce((least, at) => Math.min(least, at), Number.POSITIVE_INFINITY)
  return new Map(earlier.firsts.filter(([, first]) => first !== null && first.at <= soonest))
}

/** When the commits between two were made; null where the one does not lead to the other. */
async function newTimes(
  gitDir: string,
  from: string,
  to: string,
  signal: AbortSignal,
): Promise<number[] | null> {
  const at = `--git-dir=${gitDir}`
  try {
    await git([at, 'merge-base', '--is-ancestor', from, to], { signal })
  } catch (error) {
    // Rewritten since, or swept away.
    if (error instanceof GitError) return null
    throw error
  }
  const output = await git([at, 'rev-list', '--timestamp', to, `^${from}`], { signal })
  return output
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => Number(line.split(' ', 1)[0]))
}
