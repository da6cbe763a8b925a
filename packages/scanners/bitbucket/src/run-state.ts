import { catalogue } from '@ai-census/repositories'
import {
  evidenceFrom,
  type GitAccess,
  type GitCredentials,
  type HostPace,
  type LookHome,
  openHostState,
} from '@ai-census/repositories/hosts'
import type { ScanContext } from '@ai-census/scanner-kit'
import { type BitbucketApi, openApi } from './client.ts'
import type { BitbucketConfig } from './config.ts'
import { needs } from './needs.ts'

export type Context = ScanContext<BitbucketConfig>

export const evidence = evidenceFrom('bitbucket')

/** What all scopes of one Bitbucket share. */
export interface Home extends GitAccess, LookHome {
  readonly api: BitbucketApi
  /** Where git fetches from, without a slash at its end. */
  readonly gitRoot: string
}

export const CLOUD = 'https://bitbucket.org'

export function openHome(ctx: Context, pace: HostPace, version: string): Home {
  const { config, signal } = ctx
  const root = (config.dataCenterUrl ?? CLOUD).replace(/\/+$/, '')
  const { permission } = config.dataCenterUrl ? needs.dataCenter : needs.repositories
  return {
    api: openApi(config, signal, pace),
    gitRoot: (config.gitUrl ?? root).replace(/\/+$/, ''),
    state: openHostState(ctx, 'bitbucket', root, config.token),
    seenWith: `${version} ${catalogue().hash}`,
    credentials: async () => credentialsOf(config),
    need: { permission, sentence: `It needs a token with ${permission}.` },
    now: pace.now,
  }
}

/** Git wants fixed names beside the tokens of Bitbucket Cloud, and takes those of a Data Center as they are. */
function credentialsOf({ username, token, dataCenterUrl }: BitbucketConfig): GitCredentials {
  if (dataCenterUrl) return username ? { username, password: token } : { bearer: token }
  return { username: username ? 'x-bitbucket-api-token-auth' : 'x-token-auth', password: token }
}

/** Bitbucket Cloud is meant where nothing is said. */
export function sourceOf({ dataCenterUrl }: BitbucketConfig, place: string): string {
  if (!dataCenterUrl) return `bitbucket:${place}`
  const { host, pathname } = new URL(dataCenterUrl)
  return `bitbucket:${host}${pathname.replace(/\/$/, '')}/${place}`
}
