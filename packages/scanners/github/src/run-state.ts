import { catalogue } from '@ai-census/repositories'
import type { ScanContext } from '@ai-census/scanner-kit'
import { type OrganisationApi, openOrganisation, type Pace } from './client.ts'
import type { GitHubConfig } from './config.ts'
import { noState, openState, type State } from './state.ts'
import type { OrganisationScope, RepositoryPlan } from './targets/scopes.ts'

export type Context = ScanContext<GitHubConfig>

/** What the scopes of one organisation share. */
export interface Home {
  readonly login: string
  /** `github:acme`, `github:github.corp.example/acme`. */
  readonly source: string
  readonly api: OrganisationApi
  readonly state: State
}

/** A scope that was discovered, and what to do in it. */
export type Plan =
  | { readonly type: 'organisation'; readonly home: Home; readonly what: OrganisationScope }
  | { readonly type: 'contents' | 'settings'; readonly home: Home; readonly repository: RepositoryPlan }

/** What the scopes of one run share. */
export interface Run {
  readonly plans: Map<string, Plan>
  /** Equal where the same settings would show the same: the scanner's version and the catalogue. */
  readonly seenWith: string
  now(): number
  open(login: string): Promise<Home>
}

/** Finds the run that a context belongs to by its parsed configuration, which the runner makes once a run. */
export function createRuns(pace: Pace, version: string): (ctx: Context) => Run {
  const runs = new WeakMap<GitHubConfig, Run>()
  return (ctx) => {
    const known = runs.get(ctx.config)
    if (known) return known
    const { config } = ctx
    const run: Run = {
      plans: new Map(),
      seenWith: `${version} ${catalogue().hash}`,
      now: pace.now,
      open: async (login) => {
        const source = sourceOf(config.apiUrl, login)
        return {
          login,
          source,
          api: await openOrganisation(login, config, ctx.signal, pace),
          state: config.cacheFolder ? openState(config.cacheFolder, source, accessOf(ctx)) : noState,
        }
      },
    }
    runs.set(config, run)
    return run
  }
}

/** The credentials, told apart without being them: another token may see less. */
const accessOf = ({ config, fingerprint }: Context): string =>
  fingerprint(`github ${config.token ?? config.appId}`)

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
