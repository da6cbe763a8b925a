import { ScopeFailure } from '@ai-census/scanner-kit'
import { GitError, git, hasGit, noGit } from '../git/command.ts'
import type { Remote } from '../remote.ts'
import { openEmpty } from './empty.ts'
import { openGitObjects } from './git-objects.ts'
import type { Snapshot } from './snapshot.ts'

export interface BareRepository {
  readonly gitDir: string
  /** A branch, tag or commit; undefined for where HEAD points. */
  readonly ref: string | undefined
  readonly below: string
  readonly remote: Remote | null
  readonly signal: AbortSignal
}

/** A commit of a repository on this machine. Throws `ScopeFailure` where there is no such commit. */
export async function openBareRepository(source: BareRepository): Promise<Snapshot> {
  if (!(await hasGit())) throw noGit()
  const commit = await resolve(source)
  return commit === null
    ? openEmpty(source.remote)
    : openGitObjects({ ...source, commit, sizes: true, hasHistory: true })
}

async function resolve({ gitDir, ref, signal }: BareRepository): Promise<string | null> {
  const name = `${ref ?? 'HEAD'}^{commit}`
  try {
    const args = [`--git-dir=${gitDir}`, 'rev-parse', '--verify', '--quiet', '--end-of-options', name]
    return (await git(args, { signal })).toString('utf8').trim()
  } catch (error) {
    if (!(error instanceof GitError)) throw error
    if (error.code !== 1)
      throw new ScopeFailure('failed', 'unreadable-repository', `${gitDir}: ${error.message}`)
    if (ref === undefined) return null
    throw new ScopeFailure('failed', 'no-such-ref', `${gitDir} has no branch, tag or commit "${ref}".`)
  }
}
