import { catalogue } from '@ai-census/repositories'
import { type GitAccess, type LookHome, openHostState } from '@ai-census/repositories/hosts'
import type { ScanContext } from '@ai-census/scanner-kit'
import { type OrganisationApi, openOrganisation, type Pace } from './client.ts'
import type { GitHubConfig } from './config.ts'
import { needs } from './needs.ts'

export type Context = ScanContext<GitHubConfig>

/** What the scopes of one organisation share. */
export interface Home extends GitAccess, LookHome {
  readonly login: string
  /** `github:acme`, `github:github.corp.example/acme`. */
  readonly source: string
  readonly api: OrganisationApi
}

export async function openHome(login: string, ctx: Context, pace: Pace, version: string): Promise<Home> {
  const { config } = ctx
  const source = sourceOf(config.apiUrl, login)
  const api = await openOrganisation(login, config, ctx.signal, pace)
  const { permission, classic } = needs.contents
  return {
    login,
    source,
    api,
    state: openHostState(ctx, 'github', source, config.token ?? String(config.appId)),
    seenWith: `${version} ${catalogue().hash}`,
    credentials: async () => ({ username: 'x-access-token', password: await api.gitToken() }),
    need: {
      permission,
      sentence: `It needs the permission ${permission} (of a classic token: ${classic}).`,
    },
    now: pace.now,
  }
}

/** By the path that every Enterprise Server has its API under; it has no Copilot of its own. */
export const isEnterpriseServer = (apiUrl: string): boolean =>
  new URL(apiUrl).pathname.replace(/\/$/, '').endsWith('/api/v3')

/**
 * The host that people see. An Enterprise Server has both on one; `api.acme.ghe.com` is the API of
 * `acme.ghe.com`; whatever else stands before the API of GitHub.com is a gateway.
 */
export function webHost(apiUrl: string): string {
  const { host } = new URL(apiUrl)
  if (isEnterpriseServer(apiUrl)) return host
  return host.endsWith('.ghe.com') ? host.replace(/^api\./, '') : 'github.com'
}

/** GitHub.com is meant where nothing is said: `github:acme`. */
function sourceOf(apiUrl: string, login: string): string {
  const host = webHost(apiUrl)
  return host === 'github.com' ? `github:${login}` : `github:${host}/${login}`
}
