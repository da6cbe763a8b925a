import { known } from '@ai-census/repositories/hosts'
import type { Finding } from '@ai-census/schema'
import { evidence, organisationIdentifier } from '../evidence.ts'
import { needs } from '../needs.ts'
import type { Home } from '../run-state.ts'
import { CodingAgentPermissions, SelectedRepositories } from '../schema.ts'

const PATH = 'copilot/coding-agent/permissions'

/** Where Copilot's agent may work: in all repositories, in those selected, or in none. */
export interface AgentPolicy {
  readonly repositories: CodingAgentPermissions['enabled_repositories']
  /** By full names. */
  readonly selected: ReadonlySet<string>
}

const policies = new WeakMap<Home, Promise<AgentPolicy>>()

/** Asked for once a run: by the organisation's own scope, and by the look for what the agent has in repositories. */
export function agentPolicy(home: Home): Promise<AgentPolicy> {
  let policy = policies.get(home)
  if (!policy) {
    policy = askPolicy(home)
    // Whoever awaits it hears of a refusal; nobody may be there yet.
    policy.catch(() => undefined)
    policies.set(home, policy)
  }
  return policy
}

async function askPolicy({ api, login }: Home): Promise<AgentPolicy> {
  const path = `/orgs/${login}/${PATH}`
  const { enabled_repositories: repositories } = await api.get(
    path,
    CodingAgentPermissions,
    needs.codingAgent,
  )
  const selected = new Set<string>()
  if (repositories === 'selected')
    for await (const { full_name } of api.list(
      `${path}/repositories`,
      SelectedRepositories,
      (page) => page.repositories,
      needs.codingAgent,
    ))
      selected.add(full_name)
  return { repositories, selected }
}

export const mayWorkIn = ({ repositories, selected }: AgentPolicy, fullName: string): boolean =>
  repositories === 'all' || selected.has(fullName)

/** Where the agent may work. That it does shows in its tasks, in pull requests and bills. */
export function* codingAgentFindings(
  source: string,
  login: string,
  { repositories, selected }: AgentPolicy,
): Generator<Finding> {
  if (repositories === 'none') return
  yield {
    key: 'agent:copilot-coding-agent',
    kind: 'agent',
    supplier: 'github-copilot',
    product: 'Copilot coding agent',
    name: `Copilot coding agent of ${login}`,
    grade: 'configured',
    context: 'development',
    identifiers: [organisationIdentifier(source)],
    attributes: known({
      repositories,
      selectedRepositories: repositories === 'selected' ? [...selected].sort().slice(0, 1000) : undefined,
    }),
    evidence: [evidence('coding-agent', `/orgs/{org}/${PATH}`, login)],
  }
}
