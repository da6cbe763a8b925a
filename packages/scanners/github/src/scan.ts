import { catalogue } from '@ai-census/repositories'
import { type HostedRepository, lookAgain, settingFindings } from '@ai-census/repositories/hosts'
import { createParts, type Parts, ScopeFailure } from '@ai-census/scanner-kit'
import type { Finding, FindingKind } from '@ai-census/schema'
import type { GitHubConfig } from './config.ts'
import { evidence } from './evidence.ts'
import { type Context, type Home, isEnterpriseServer } from './run-state.ts'
import { configurationFindings, getAgentConfiguration, tallyTasks, taskFindings } from './targets/agents.ts'
import { agentPolicy, mayWorkIn } from './targets/coding-agent.ts'
import { listActions, listRepositoryStore } from './targets/repository-settings.ts'
import { repositoryStores, type Store } from './targets/stores.ts'

/** What GitHub keeps beside the files of a repository, as far as one permission shows it. */
export interface Facet {
  /** Part of the scope's key. */
  readonly what: string
  readonly title: string
  /** Where people see it, below the repository's page. */
  readonly page: string
  sees(config: GitHubConfig): readonly FindingKind[]
  look(home: Home, repository: HostedRepository, ctx: Context, parts: Parts): Promise<Iterable<Finding>>
}

export const actions: Facet = {
  what: 'actions',
  title: 'Actions secrets and variables',
  page: 'settings/secrets/actions',
  sees: () => ['credential', 'service'],
  look: async (home, repository, _, parts) =>
    settingFindings(await listActions(home, repository, parts), catalogue(), evidence),
}

const storeFacet = (what: string, title: string, store: Store): Facet => ({
  what,
  title,
  page: `settings/secrets/${what}`,
  sees: () => ['credential'],
  look: async (home, repository, _, parts) =>
    settingFindings([await listRepositoryStore(store, home, repository, parts)], catalogue(), evidence),
})

export const dependabot = storeFacet('dependabot', 'Dependabot secrets', repositoryStores.dependabotSecrets)
export const codespaces = storeFacet('codespaces', 'Codespaces secrets', repositoryStores.codespacesSecrets)

/** GitHub lets no app list tasks. */
const mayListTasks = ({ token }: Pick<GitHubConfig, 'token'>): boolean => token !== undefined

export const agents: Facet = {
  what: 'agents',
  title: 'Copilot’s agents',
  page: 'settings',
  sees: (config) => [
    'credential',
    'service',
    'mcp-server',
    'guardrail',
    ...(mayListTasks(config) ? (['usage'] as const) : []),
  ],
  async look(home, repository, ctx, parts) {
    const { agentSecrets, agentVariables } = repositoryStores
    const names = [
      await listRepositoryStore(agentSecrets, home, repository, parts),
      await listRepositoryStore(agentVariables, home, repository, parts),
    ]
    const { title } = repository
    const configuration = await parts.one(`/repos/${title}/copilot/cloud-agent/configuration`, () =>
      getAgentConfiguration(home, repository),
    )
    const since = new Date(home.now() - TASK_DAYS * 86_400_000)
    const tasks = mayListTasks(ctx.config)
      ? await parts.one(`/agents/repos/${title}/tasks`, () => tallyTasks(home, repository, since))
      : null
    return [
      ...settingFindings(names, catalogue(), evidence),
      ...(configuration ? configurationFindings(repository, configuration, ctx) : []),
      ...(tasks ? taskFindings(repository, tasks) : []),
    ]
  },
}

const TASK_DAYS = 90

/** The facets that are looked at of each repository; those of agents where they may work. */
export async function facetsOf(home: Home, { config }: Context): Promise<(fullName: string) => Facet[]> {
  if (!config.repositorySettings) return () => []
  const isCloud = !isEnterpriseServer(config.apiUrl)
  const usual = [actions, dependabot, ...(config.codespacesSecrets && isCloud ? [codespaces] : [])]
  // Whoever may not know where agents work hears so in the scope that tells; of repositories nothing is said then.
  const policy = isCloud ? await agentPolicy(home).catch(refused) : null
  return (fullName) => (policy && mayWorkIn(policy, fullName) ? [...usual, agents] : usual)
}

function refused(failure: unknown): null {
  if (failure instanceof ScopeFailure) return null
  throw failure
}

/**
 * Settings change without a push, and asking for them costs requests for each repository: they are asked for with
 * a push, and else once in `settingsDays`.
 */
export const scanFacet = (
  facet: Facet,
  home: Home,
  repository: HostedRepository,
  ctx: Context,
): AsyncGenerator<Finding> => {
  const { id, mark } = repository
  // Each facet has a day of its own.
  const at = { id: facet.what === 'actions' ? id : `${id}-${facet.what}`, mark }
  return lookAgain(at, home, ctx, async () => {
    const parts = createParts()
    return { findings: await facet.look(home, repository, ctx, parts), parts }
  })
}
