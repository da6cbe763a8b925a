import { below, FOUNDRY, idOf, OPENAI, one, PLANTED, PROJECT } from './ids.ts'
import type { Estate } from './stand-in.ts'

const APPLICATION = `${PROJECT}/applications/helpdesk`

/** Agents: published by Resource Manager, and as their project tells them itself. */
export const agents: Estate = {
  [below(PROJECT, 'applications')]: [
    one(APPLICATION, {
      displayName: 'Help desk',
      agents: [{ agentId: '1', agentName: 'Triage' }],
      defaultInstanceIdentity: { principalId: 'AAAAAAAA-0000-1111-2222-333333333333' },
      tags: { team: 'desk' },
    }),
  ],
  [below(APPLICATION, 'agentDeployments')]: [
    one(`${APPLICATION}/agentDeployments/live`, {
      agents: [{ agentId: '1', agentName: 'Triage', agentVersion: '2' }],
      state: 'Running',
      protocols: [{ protocol: 'Agent', version: '1.0' }],
    }),
  ],
  [below(FOUNDRY, 'capabilityHosts')]: [
    one(`${FOUNDRY}/capabilityHosts/agents`, { capabilityHostKind: 'Agents' }),
  ],
  [below(PROJECT, 'capabilityHosts')]: [
    one(`${PROJECT}/capabilityHosts/agents`, {
      capabilityHostKind: 'Agents',
      vectorStoreConnections: ['search'],
    }),
  ],
  '/api/projects/support/agents': [
    {
      object: 'agent',
      id: 'Triage',
      name: 'Triage',
      versions: {
        latest: {
          version: '2',
          created_at: 1_790_000_000,
          definition: {
            kind: 'prompt',
            model: 'mistral',
            instructions: PLANTED,
            tools: [
              { type: 'mcp', server_label: 'tickets', server_url: 'https://mcp.acme.example/tickets' },
              { type: 'openapi', openapi: { name: 'x', spec: { key: PLANTED } } },
            ],
          },
        },
      },
    },
  ],
  '/api/projects/support/assistants': [
    {
      id: 'asst_1',
      object: 'assistant',
      created_at: 1_760_000_000,
      name: 'Old triage',
      model: 'gpt-4o',
      instructions: PLANTED,
      tools: [{ type: 'file_search' }],
      tool_resources: { file_search: { vector_store_ids: ['vs_1'] } },
    },
  ],
  '/providers/microsoft.resourcegraph/resources': [
    {
      // Resource Graph has cases of its own.
      id: OPENAI.replace('/resourceGroups/', '/RESOURCEGROUPS/'),
      name: 'Shop-OpenAI',
      type: 'microsoft.cognitiveservices/accounts',
    },
    {
      id: idOf('Microsoft.HealthBot/healthBots', 'nurse'),
      name: 'nurse',
      type: 'microsoft.healthbot/healthbots',
      location: 'westeurope',
    },
  ],
}
