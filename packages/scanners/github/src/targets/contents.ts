import {
  type OpenOptions,
  openEmpty,
  openGitUrl,
  parseRemote,
  placeWith,
  type Snapshot,
} from '@ai-census/repositories'
import { ScopeFailure } from '@ai-census/scanner-kit'
import type { GitHubConfig } from '../config.ts'
import { needs } from '../needs.ts'
import { type Home, webHost } from '../run-state.ts'
import type { RepositoryPlan } from './scopes.ts'

/** The state of the default branch. Of a commit that is known from last time nothing is fetched until it is read. */
export async function openContents(
  { fullName, url, commit }: RepositoryPlan,
  { api }: Home,
  config: GitHubConfig,
  options: OpenOptions,
): Promise<Snapshot> {
  const remote = parseRemote(url)
  if (commit === null) return openEmpty(remote)
  const root = config.gitUrl ?? `https://${webHost(config.apiUrl)}`
  const from = `${root.replace(/\/$/, '')}/${fullName}.git`
  // A token is for the host that it was made for: `file:` needs none.
  const place = from.startsWith('file:')
    ? { url: from, settings: [] }
    : placeWith(from, 'x-access-token', await api.gitToken())
  return openGitUrl({ ...options, place, ref: commit, remote }).catch((error: unknown) => {
    throw named(error)
  })
}

/** Git says only that it may not; which permission that takes, we know. */
export function named(error: unknown): unknown {
  if (!(error instanceof ScopeFailure) || error.status !== 'denied') return error
  const { permission, classic } = needs.contents
  const what = `${error.message} It needs the permission ${permission} (of a classic token: ${classic}).`
  return new ScopeFailure('denied', permission, what)
}
