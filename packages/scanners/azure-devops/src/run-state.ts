import { catalogue } from '@ai-census/repositories'
import { evidenceFrom, type GitAccess, noHostState, openHostState } from '@ai-census/repositories/hosts'
import type { ScanContext } from '@ai-census/scanner-kit'
import { type AzureDevOpsApi, isEntraToken, type Pace } from './client.ts'
import type { AzureDevOpsConfig } from './config.ts'
import { needs, shownAs } from './needs.ts'

export type Context = ScanContext<AzureDevOpsConfig>

export const evidence = evidenceFrom('azure-devops')

/** What the scopes of one organisation share. */
export interface Home extends GitAccess {
  readonly organisation: string
  /** `azure-devops:acme`; of Azure DevOps Server `azure-devops:<host>/<folder>/<collection>`. */
  readonly source: string
  readonly api: AzureDevOpsApi
  /** Where git fetches from, without a slash at its end. */
  readonly gitRoot: string
  /** Where people open it. */
  readonly url: string
  /** Equal where the same variables would show the same: the scanner's version and the catalogue. */
  readonly seenWith: string
}

export function openHome(
  organisation: string,
  ctx: Context,
  api: AzureDevOpsApi,
  pace: Pace,
  version: string,
): Home {
  const { config, fingerprint } = ctx
  const root = config.url.replace(/\/+$/, '')
  const source = sourceOf(root, organisation)
  const { permission } = needs.code
  // The credentials, told apart without being them: another token may see less.
  const access = fingerprint(`azure-devops ${config.token}`)
  return {
    organisation,
    source,
    api,
    gitRoot: (config.gitUrl ?? root).replace(/\/+$/, ''),
    url: `${root}/${encodeURIComponent(organisation)}`,
    state: config.cacheFolder
      ? openHostState(config.cacheFolder, 'azure-devops', source, access)
      : noHostState,
    seenWith: `${version} ${catalogue().hash}`,
    credentials: async () =>
      isEntraToken(config.token) ? { bearer: config.token } : { username: '', password: config.token },
    need: {
      permission,
      sentence: `It needs a token with ${permission} (${shownAs[permission]}), of somebody who may read the repository.`,
    },
    now: pace.now,
  }
}

/** Azure DevOps Services is meant where nothing is said. */
function sourceOf(root: string, organisation: string): string {
  const { host, pathname } = new URL(root)
  const place = host === 'dev.azure.com' ? [] : [`${host}${pathname.replace(/\/$/, '')}`]
  return `azure-devops:${[...place, encodeURIComponent(organisation)].join('/')}`
}
