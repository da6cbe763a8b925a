import { findingsInText, type HostedRepository, known } from '@ai-census/repositories/hosts'
import type { Finding } from '@ai-census/schema'
import { evidence } from '../evidence.ts'
import { needs } from '../needs.ts'
import type { Home } from '../run-state.ts'
import { AgentConfiguration, type AgentTask, AgentTasks } from '../schema.ts'

const CONFIGURATION = 'copilot/cloud-agent/configuration'

export const getAgentConfiguration = (
  { api }: Home,
  { title }: HostedRepository,
): Promise<AgentConfiguration> =>
  api.get(`/repos/${title}/${CONFIGURATION}`, AgentConfiguration, needs.agentConfiguration)

/** The MCP servers that Copilot's agent may call in this repository, as a file of them would show, and its firewall. */
export function* configurationFindings(
  { title }: HostedRepository,
  configuration: AgentConfiguration,
  reading: { readonly fingerprintKey: string | Uint8Array },
): Generator<Finding> {
  const proof = evidence('agent-configuration', `/repos/{owner}/{repo}/${CONFIGURATION}`, title)
  const { mcp_configuration: mcp, custom_allowlist: allowed = [] } = configuration
  if (mcp) {
    const whole = 'mcpServers' in mcp ? mcp : { mcpServers: mcp }
    yield* findingsInText('.mcp.json', JSON.stringify(whole, null, 2), reading, proof.location)
  }
  if (!configuration.is_firewall_enabled) return
  yield {
    key: 'guardrail:copilot-agent-firewall',
    kind: 'guardrail',
    supplier: 'github-copilot',
    product: 'Copilot coding agent',
    name: `Firewall of Copilot’s agent in ${title}`.slice(0, 512),
    grade: 'configured',
    context: 'development',
    identifiers: [],
    attributes: known({
      recommendedAllowlist: configuration.is_firewall_recommended_allowlist_enabled,
      allowed: allowed.length > 0 ? allowed.map(hostOf).sort().slice(0, 1000) : undefined,
      workflowApproval: configuration.require_actions_workflow_approval,
    }),
    evidence: [proof],
  }
}

/** An entry of the list is a host or a URL; of the latter a path could hold what nobody should see. */
const hostOf = (entry: string): string =>
  (URL.canParse(entry) ? new URL(entry).host || entry : (entry.split('/', 1)[0] ?? entry)).slice(0, 253)

/** What the agents did: how much, and when last. */
export interface TaskTally {
  tasks: number
  lastOn: string | null
  readonly agents: Set<string>
}

/** Tasks since a day, the latest first; whether there were more before does not matter. */
export async function tallyTasks(
  { api }: Home,
  { title }: HostedRepository,
  since: Date,
): Promise<TaskTally> {
  const tally: TaskTally = { tasks: 0, lastOn: null, agents: new Set() }
  for (const archived of ['false', 'true']) {
    const query = `sort=updated_at&direction=desc&is_archived=${archived}&since=${since.toISOString()}`
    const path = `/agents/repos/${title}/tasks?${query}`
    for await (const task of api.list(path, AgentTasks, ({ tasks }) => tasks, needs.agentTasks))
      add(tally, task)
  }
  return tally
}

function add(tally: TaskTally, { created_at, updated_at, custom_agent }: AgentTask): void {
  tally.tasks++
  const day = (updated_at ?? created_at).slice(0, 10)
  if (day > (tally.lastOn ?? '')) tally.lastOn = day
  if (custom_agent?.id) tally.agents.add(custom_agent.id.slice(0, 1024))
}

export function* taskFindings({ title }: HostedRepository, tally: TaskTally): Generator<Finding> {
  if (tally.tasks === 0) return
  yield {
    key: 'usage:copilot-agent-tasks',
    kind: 'usage',
    supplier: 'github-copilot',
    product: 'Copilot coding agent',
    name: `Tasks of agents in ${title}`.slice(0, 512),
    grade: 'used',
    context: 'development',
    identifiers: [],
    attributes: known({
      tasks: tally.tasks,
      lastUsedOn: tally.lastOn ?? undefined,
      customAgents: tally.agents.size > 0 ? [...tally.agents].sort().slice(0, 1000) : undefined,
    }),
    evidence: [evidence('agent-tasks', '/agents/repos/{owner}/{repo}/tasks', title)],
  }
}
