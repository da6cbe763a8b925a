import type { Finding } from '@ai-census/schema'
import type { Client } from '../client.ts'
import { Agent } from '../schema.ts'

/** A dumb get: it lets every failure through. */
export const getAgents = (client: Client, project: string) =>
  client.list(`/v1/projects/${encodeURIComponent(project)}/agents`, Agent, 'agents:read')

/** Pure: what the answer says, as a finding. */
export function toFinding(agent: Agent, project: string): Finding {
  return {
    key: `agent:${agent.id}`,
    kind: 'agent',
    // TODO: the slug of the supplier that serves it, as its signature file is called.
    supplier: null,
    supplierName: '__title__',
    name: agent.name,
    ...(agent.model ? { model: { id: agent.model } } : {}),
    grade: 'deployed',
    context: 'production',
    identifiers: [{ type: 'todo-agent', value: `${project}/${agent.id}` }],
    attributes: {},
    evidence: [
      {
        method: 'api',
        rule: '_template/agents',
        strength: 'strong',
        location: { api: '_template', operation: 'GET /v1/projects/{id}/agents', resource: agent.id },
      },
    ],
  }
}
