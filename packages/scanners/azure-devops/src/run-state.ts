import { catalogue } from '@ai-census/repositories'
import {
  evidenceFrom,
  type GitAccess,
  type HostPace,
  type LookHome,
  openHostState,
} from '@ai-census/repositories/hosts'
import type { ScanContext } from '@ai-census/scanner-kit'
import { type AzureDevOpsApi, isEntraToken } from './client.ts'
import type { AzureDevOpsConfig } from './config.ts'
import { inWords, needs } from './needs.ts'

export type Context = ScanContext<AzureDevOpsConfig>

export const evidence = evidenceFrom('azure-devops')

/** What the scopes of one organisation share. */
export interface Home extends GitAccess, LookHome {
  readonly organisation: string
  /** `azure-devops:acme`; of Azure DevOps Server `azure-devops:<host>/<folder>/<collection>`. */
  readonly source: string
  readonly api: AzureDevOpsApi
  /** Where git fetches from, without a slash at its end. */
  readonly gitRoot: string
  /** Where people open it. */
  readonly url: string
}

export function openHome(
  organisation: string,
  ctx: Context,
  api: AzureDevOpsApi,
  pace: HostPace,
  version: string,
): Home {
  const { config } = ctx
  const root = config.url.replace(/\/+$/, '')
  const source = sourceOf(root, organisation)
  const { permission } = needs.code
  return {
    organisation,
    source,
    api,
    gitRoot: (config.gitUrl ?? root).replace(/\/+$/, ''),
    url: `${root}/${encodeURIComponent(organisation)}`,
    state: openHostState(ctx, 'azure-devops', source, config.token),
    seenWith: `${version} ${catalogue().hash}`,
    credentials: async () =>
      isEntraToken(config.token) ? { bearer: config.token } : { username: '', password: config.token },
    need: {
      permission,
      sentence: `It needs ${inWords(permission)}, of somebody who may read the repository.`,
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
