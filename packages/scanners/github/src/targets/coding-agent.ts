import { known } from '@ai-census/repositories/hosts'
import type { Finding } from '@ai-census/schema'
import { evidence, organisationIdentifier } from '../evidence.ts'
import { needs } from '../needs.ts'
import type { Home } from '../run-state.ts'
import { CodingAgentPermissions, SelectedRepositories } from '../schema.ts'

const PATH = 'copilot/coding-agent/permissions'

export const getCodingAgent = ({ api, login }: Home): Promise<CodingAgentPermissions> =>
  api.get(`/orgs/${login}/${PATH}`, CodingAgentPermissions, needs.codingAgent)

export const listCodingAgentRepositories = ({ api, login }: Home): AsyncGenerator<{ full_name: string }> =>
  api.list(
    `/orgs/${login}/${PATH}/repositories`,
    SelectedRepositories,
    ({ repositories }) => repositories,
    needs.codingAgent,
  )

/** Where the agent may work. That it does shows elsewhere, in pull requests and bills. */
export function* codingAgentFindings(
  source: string,
  login: string,
  { enabled_repositories: policy }: CodingAgentPermissions,
  selected: readonly string[],
): Generator<Finding> {
  if (policy === 'none') return
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
      repositories: policy,
      selectedRepositories: policy === 'selected' ? [...selected].sort().slice(0, 1000) : undefined,
    }),
    evidence: [evidence('coding-agent', `/orgs/{org}/${PATH}`, login)],
  }
}
