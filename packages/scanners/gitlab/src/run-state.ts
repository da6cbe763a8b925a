import { catalogue } from '@ai-census/repositories'
import { evidenceFrom, type GitAccess, noHostState, openHostState } from '@ai-census/repositories/hosts'
import type { ScanContext } from '@ai-census/scanner-kit'
import { type GitLabApi, openApi, type Pace } from './client.ts'
import type { GitLabConfig } from './config.ts'
import { needs } from './needs.ts'

export type Context = ScanContext<GitLabConfig>

export const evidence = evidenceFrom('gitlab')

/** What all scopes of one GitLab share. */
export interface Home extends GitAccess {
  readonly api: GitLabApi
  /** The source of a group, or of the whole GitLab: `gitlab:acme`, `gitlab:git.corp.example/acme`. */
  sourceOf(path: string | null): string
  /** Without a slash at its end. */
  readonly url: string
  /** Equal where the same variables would show the same: the scanner's version and the catalogue. */
  readonly seenWith: string
}

export function openHome(ctx: Context, pace: Pace, version: string): Home {
  const { config, fingerprint, signal } = ctx
  const url = config.url.replace(/\/+$/, '')
  const { permission } = needs.contents
  // The credentials, told apart without being them: another token may see less.
  const access = fingerprint(`gitlab ${config.token}`)
  return {
    api: openApi(config, signal, pace),
    url,
    sourceOf: (path) => sourceOf(url, path),
    state: config.cacheFolder ? openHostState(config.cacheFolder, 'gitlab', url, access) : noHostState,
    seenWith: `${version} ${catalogue().hash}`,
    // Any name will do.
    credentials: async () => ({ username: 'oauth2', password: config.token }),
    need: {
      permission,
      sentence: `It needs a token with the scope ${permission}, of somebody who may read the code.`,
    },
    now: pace.now,
  }
}

/** GitLab.com is meant where nothing is said; one that shares its host with others has its path in it. */
function sourceOf(url: string, path: string | null): string {
  const { host, pathname } = new URL(url)
  const place = `${host}${pathname.replace(/\/$/, '')}`
  const parts = [place === 'gitlab.com' && path !== null ? null : place, path]
  return `gitlab:${parts.filter((part) => part !== null).join('/')}`
}
