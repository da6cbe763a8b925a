import { catalogue } from '@ai-census/repositories'
import {
  evidenceFrom,
  type GitAccess,
  type GitCredentials,
  noHostState,
  openHostState,
} from '@ai-census/repositories/hosts'
import type { ScanContext } from '@ai-census/scanner-kit'
import { type BitbucketApi, openApi, type Pace } from './client.ts'
import type { BitbucketConfig } from './config.ts'
import { needs } from './needs.ts'

export type Context = ScanContext<BitbucketConfig>

export const evidence = evidenceFrom('bitbucket')

/** What all scopes of one Bitbucket share. */
export interface Home extends GitAccess {
  readonly api: BitbucketApi
  /** Where git fetches from, without a slash at its end. */
  readonly gitRoot: string
  /** Equal where the same variables would show the same: the scanner's version and the catalogue. */
  readonly seenWith: string
}

export const CLOUD = 'https://bitbucket.org'

export function openHome(ctx: Context, pace: Pace, version: string): Home {
  const { config, fingerprint, signal } = ctx
  const root = (config.dataCenterUrl ?? CLOUD).replace(/\/+$/, '')
  const { permission } = config.dataCenterUrl ? needs.dataCenter : needs.repositories
  // The credentials, told apart without being them: another token may see less.
  const access = fingerprint(`bitbucket ${config.token}`)
  return {
    api: openApi(config, signal, pace),
    gitRoot: (config.gitUrl ?? root).replace(/\/+$/, ''),
    state: config.cacheFolder ? openHostState(config.cacheFolder, 'bitbucket', root, access) : noHostState,
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
