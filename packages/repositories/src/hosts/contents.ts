import { type ScanContext, ScopeFailure } from '@ai-census/scanner-kit'
import type { Finding, Scope } from '@ai-census/schema'
import { placeAs, placeWith } from '../git/remote.ts'
import { readScope } from '../read.ts'
import { parseRemote } from '../remote.ts'
import type { ReadSettings } from '../settings.ts'
import { openEmpty } from '../sources/empty.ts'
import { openGitUrl } from '../sources/git-url.ts'
import type { OpenOptions, Snapshot } from '../sources/snapshot.ts'
import type { HostState } from './kept.ts'
import { type HostedRepository, headOf } from './repository.ts'

/** What git shows to be let in: as a browser would, or a token of an identity platform. */
export type GitCredentials =
  | { readonly username: string; readonly password: string }
  | { readonly bearer: string }

/** How git gets at the repositories of one host. */
export interface GitAccess {
  readonly state: HostState
  /** Null for a host that wants none. */
  credentials(): Promise<GitCredentials | null>
  /** Git says only that it may not: the permission that it takes, and the sentence that tells people of it. */
  readonly need: { readonly permission: string; readonly sentence: string }
  /** Milliseconds since 1970. */
  now(): number
}

/** What a repository's default branch shows, from the last look's results where it has not moved. */
export async function* lookAtContents(
  scope: Scope,
  repository: HostedRepository,
  access: GitAccess,
  ctx: ScanContext<ReadSettings>,
): AsyncGenerator<Finding> {
  const askedAt = access.now()
  let snapshot: Snapshot | undefined
  const open = async (options: OpenOptions) => {
    snapshot = await openContents(repository, access, options)
    return snapshot
  }
  try {
    yield* readScope(scope, open, ctx)
  } catch (error) {
    throw named(error, access.need)
  }
  // Only now: a look that failed must ask again, whoever pushed or did not.
  const { id, mark, branch, commit } = repository
  if (!snapshot) return
  // A commit that is known from an earlier look is as old as that look.
  const before = commit === undefined ? null : headOf(access.state, id).get()
  const since = before?.mark === mark && before.commit === commit ? before.askedAt : askedAt
  headOf(access.state, id).set({ mark, branch, commit: snapshot.commit, askedAt: since })
}

/** The state of the default branch. Of a commit that is known from last time nothing is fetched until it is read. */
async function openContents(
  { url, gitUrl, commit }: HostedRepository,
  access: GitAccess,
  options: OpenOptions,
): Promise<Snapshot> {
  const remote = parseRemote(url)
  if (commit === null) return openEmpty(remote)
  // Credentials are for the host that they were made for: `file:` needs none.
  const credentials = gitUrl.startsWith('file:') ? null : await access.credentials()
  const place = credentials ? placeFor(gitUrl, credentials) : { url: gitUrl, settings: [] }
  return openGitUrl({ ...options, place, ref: commit, remote })
}

const placeFor = (url: string, credentials: GitCredentials) =>
  'bearer' in credentials
    ? placeAs(url, `Bearer ${credentials.bearer}`)
    : placeWith(url, credentials.username, credentials.password)

function named(error: unknown, { permission, sentence }: GitAccess['need']): unknown {
  if (!(error instanceof ScopeFailure) || error.status !== 'denied') return error
  return new ScopeFailure('denied', permission, `${error.message} ${sentence}`)
}
