import type { ClientConfig } from '../services.ts'
import { RestClient, RestCommand, type RestService } from './client.ts'
import { schemaOf } from './schemas.ts'

/** Services of agents that AWS has a model of, and the registry no package: their lists, and nothing else. */
interface Paged {
  readonly nextToken?: string
  readonly maxResults?: number
}
interface Next {
  readonly nextToken?: string
}

const PAGED = ['nextToken', 'maxResults']

const listQApps = {
  name: 'ListQApps',
  method: 'GET',
  path: '/apps.list',
  query: ['nextToken', 'limit'],
  headers: { 'instance-id': 'instanceId' },
} as const
interface QApp {
  readonly appId?: string
  readonly appArn?: string
  readonly title?: string
  readonly description?: string
  readonly createdAt?: string | number
  readonly status?: string
  readonly isVerified?: boolean
}
export class ListQAppsCommand extends RestCommand<
  { readonly instanceId?: string | undefined; readonly limit?: number; readonly nextToken?: string },
  Next & { readonly apps?: QApp[] }
> {
  readonly operation = listQApps
}
export const ListQApps$ = schemaOf(listQApps, {
  apps: [
    {
      appId: 'text',
      appArn: 'text',
      title: 'text',
      description: 'text',
      createdAt: 'time',
      status: 'text',
      isVerified: 'flag',
    },
  ],
  nextToken: 'text',
})

const listAssistants = { name: 'ListAssistants', method: 'GET', path: '/assistants', query: PAGED } as const
interface Assistant {
  readonly assistantId?: string
  readonly assistantArn?: string
  readonly name?: string
  readonly status?: string
  readonly description?: string
}
export class ListAssistantsCommand extends RestCommand<
  Paged,
  Next & { readonly assistantSummaries?: Assistant[] }
> {
  readonly operation = listAssistants
}
export const ListAssistants$ = schemaOf(listAssistants, {
  assistantSummaries: [
    {
      assistantId: 'text',
      assistantArn: 'text',
      name: 'text',
      type: 'text',
      status: 'text',
      description: 'text',
    },
  ],
  nextToken: 'text',
})

const listAIAgents = {
  name: 'ListAIAgents',
  method: 'GET',
  path: '/assistants/{assistantId}/aiagents',
  query: [...PAGED, 'origin'],
} as const
interface AIAgent {
  readonly aiAgentId?: string
  readonly aiAgentArn?: string
  readonly name?: string
  readonly type?: string
  readonly origin?: string
  readonly visibilityStatus?: string
  readonly description?: string
}
export class ListAIAgentsCommand extends RestCommand<
  Paged & { readonly assistantId?: string | undefined; readonly origin?: 'SYSTEM' | 'CUSTOMER' },
  Next & { readonly aiAgentSummaries?: AIAgent[] }
> {
  readonly operation = listAIAgents
}
export const ListAIAgents$ = schemaOf(listAIAgents, {
  aiAgentSummaries: [
    {
      aiAgentId: 'text',
      aiAgentArn: 'text',
      name: 'text',
      type: 'text',
      origin: 'text',
      visibilityStatus: 'text',
      description: 'text',
      modifiedTime: 'time',
    },
  ],
  nextToken: 'text',
})

const listWorkflowDefinitions = {
  name: 'ListWorkflowDefinitions',
  method: 'POST',
  path: '/workflow-definitions',
  query: PAGED,
} as const
interface Workflow {
  readonly workflowDefinitionArn?: string
  readonly workflowDefinitionName?: string
  readonly createdAt?: string | number
  readonly status?: string
}
export class ListWorkflowDefinitionsCommand extends RestCommand<
  Paged,
  Next & { readonly workflowDefinitionSummaries?: Workflow[] }
> {
  readonly operation = listWorkflowDefinitions
}
export const ListWorkflowDefinitions$ = schemaOf(listWorkflowDefinitions, {
  workflowDefinitionSummaries: [
    { workflowDefinitionArn: 'text', workflowDefinitionName: 'text', createdAt: 'time', status: 'text' },
  ],
  nextToken: 'text',
})

const listDevOpsSpaces = {
  name: 'ListAgentSpaces',
  method: 'POST',
  path: '/v1/agentspaces/list',
  query: PAGED,
} as const
const listSecuritySpaces = { name: 'ListAgentSpaces', method: 'POST', path: '/ListAgentSpaces' } as const
interface AgentSpace {
  readonly agentSpaceId?: string
  readonly name?: string
  readonly description?: string
  readonly createdAt?: string | number
  readonly updatedAt?: string | number
}
const SPACE = { agentSpaceId: 'text', name: 'text', createdAt: 'time', updatedAt: 'time' } as const
class ListDevOpsSpacesCommand extends RestCommand<Paged, Next & { readonly agentSpaces?: AgentSpace[] }> {
  readonly operation = listDevOpsSpaces
}
class ListSecuritySpacesCommand extends RestCommand<
  Paged,
  Next & { readonly agentSpaceSummaries?: AgentSpace[] }
> {
  readonly operation = listSecuritySpaces
}

const listRegistries = { name: 'ListRegistries', method: 'POST', path: '/registries-list' } as const
interface Registry {
  readonly registryId?: string
  readonly registryArn?: string
  readonly name?: string
}
export class ListRegistriesCommand extends RestCommand<Paged, Next & { readonly registries?: Registry[] }> {
  readonly operation = listRegistries
}
export const ListRegistries$ = schemaOf(listRegistries, {
  registries: [{ registryId: 'text', registryArn: 'text', name: 'text', status: 'text', createdAt: 'time' }],
  nextToken: 'text',
})

const listRegistryRecords = {
  name: 'ListRegistryRecords',
  method: 'POST',
  path: '/registries/{registryId}/records-list',
} as const
interface RegistryRecord {
  readonly recordId?: string
  readonly recordArn?: string
  readonly name?: string
  readonly displayName?: string
  readonly description?: string
  readonly recordType?: string
  readonly recordVersion?: string
  readonly status?: string
  readonly createdAt?: string | number
  readonly updatedAt?: string | number
  readonly createdByAutoDetection?: boolean
  readonly createdBy?: string
}
export class ListRegistryRecordsCommand extends RestCommand<
  Paged & { readonly registryId?: string | undefined },
  Next & { readonly registryRecords?: RegistryRecord[] }
> {
  readonly operation = listRegistryRecords
}
export const ListRegistryRecords$ = schemaOf(listRegistryRecords, {
  registryRecords: [
    {
      recordId: 'text',
      recordArn: 'text',
      name: 'text',
      displayName: 'text',
      description: 'text',
      recordType: 'text',
      recordVersion: 'text',
      status: 'text',
      createdAt: 'time',
      updatedAt: 'time',
      createdByAutoDetection: 'flag',
      createdBy: 'text',
    },
  ],
  nextToken: 'text',
})

const opened =
  <Sdk extends object>(service: RestService, sdk: Sdk) =>
  async (config: ClientConfig) => ({ sdk, client: new RestClient(service, config) })

export const qapps = opened(
  { service: 'qapps', host: 'data.qapps.{region}.amazonaws.com', signedAs: 'qapps' },
  { ListQAppsCommand, ListQApps$ },
)
export const qconnect = opened(
  { service: 'qconnect', host: 'wisdom.{region}.amazonaws.com', signedAs: 'wisdom' },
  { ListAssistantsCommand, ListAssistants$, ListAIAgentsCommand, ListAIAgents$ },
)
export const novaAct = opened(
  { service: 'nova-act', host: 'nova-act.{region}.amazonaws.com', signedAs: 'nova-act' },
  { ListWorkflowDefinitionsCommand, ListWorkflowDefinitions$ },
)
export const devopsAgent = opened(
  { service: 'devops-agent', host: 'cp.aidevops.{region}.api.aws', signedAs: 'aidevops' },
  {
    ListAgentSpacesCommand: ListDevOpsSpacesCommand,
    ListAgentSpaces$: schemaOf(listDevOpsSpaces, {
      agentSpaces: [{ ...SPACE, description: 'text' }],
      nextToken: 'text',
    }),
  },
)
export const securityAgent = opened(
  { service: 'securityagent', host: 'securityagent.{region}.api.aws', signedAs: 'securityagent' },
  {
    ListAgentSpacesCommand: ListSecuritySpacesCommand,
    ListAgentSpaces$: schemaOf(listSecuritySpaces, { agentSpaceSummaries: [SPACE], nextToken: 'text' }),
  },
)
export const agentRegistry = opened(
  {
    service: 'agent-registry-control',
    host: 'agent-registry-control.{region}.api.aws',
    signedAs: 'agent-registry',
  },
  { ListRegistriesCommand, ListRegistries$, ListRegistryRecordsCommand, ListRegistryRecords$ },
)
