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
  /** Of what was not found, by what it was looked for. */
  readonly sought: readonly (readonly [key: string, trace: string])[]
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

/** An earlier look that was led to the commit of now, with what came since. */
export interface EarlierLook {
  readonly history: StoredHistory
  /** When the commits since were made. */
  readonly times: readonly number[]
}

/** Null where the earlier look reached elsewhere, or where its commit is none of those that led to this one. */
export async function earlierLook(
  history: StoredHistory | null,
  { gitDir, commit }: HistoryPlace,
  reach: string,
  signal: AbortSignal,
): Promise<EarlierLook | null> {
  if (!history || history.reach !== reach) return null
  if (history.commit === commit) return { history, times: [] }
  const times = await newTimes(gitDir, history.commit, commit, signal)
  return times && { history, times }
}

/**
 * The answers of an earlier look that hold now: with commits on top that are all later, a search would take the same
 * way to them. What was not found may be in the new commits.
 */
export function knownFirsts(earlier: EarlierLook | null, commit: string): Map<string, FirstSeen | null> {
  if (!earlier) return new Map()
  const { history, times } = earlier
  if (history.commit === commit) return new Map(history.firsts)
  const soonest = times.reduce((least, at) => Math.min(least, at), Number.POSITIVE_INFINITY)
  return new Map(history.firsts.filter(([, first]) => first !== null && first.at <= soonest))
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
