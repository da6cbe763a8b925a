import { catalogue } from '@ai-census/repositories'
import {
  evidenceFrom,
  type GitAccess,
  type HostPace,
  type LookHome,
  openHostState,
} from '@ai-census/repositories/hosts'
import type { ScanContext } from '@ai-census/scanner-kit'
import { type GitLabApi, openApi } from './client.ts'
import type { GitLabConfig } from './config.ts'
import { needs } from './needs.ts'

export type Context = ScanContext<GitLabConfig>

export const evidence = evidenceFrom('gitlab')

/** What all scopes of one GitLab share. */
export interface Home extends GitAccess, LookHome {
  readonly api: GitLabApi
  /** The source of a group, or of the whole GitLab: `gitlab:acme`, `gitlab:git.corp.example/acme`. */
  sourceOf(path: string | null): string
  /** Without a slash at its end. */
  readonly url: string
}

export function openHome(ctx: Context, pace: HostPace, version: string): Home {
  const { config, signal } = ctx
  const url = config.url.replace(/\/+$/, '')
  const { permission } = needs.contents
  return {
    api: openApi(config, signal, pace),
    url,
    sourceOf: (path) => sourceOf(url, path),
    state: openHostState(ctx, 'gitlab', url, config.token),
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
