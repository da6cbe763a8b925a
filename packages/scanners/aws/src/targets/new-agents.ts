import { iso } from '@ai-census/cloud-kit'
import { arnOf, thing, toArn } from '../finding.ts'
import { listed } from '../simple.ts'
import { target } from '../target.ts'

/** Seconds or text; one that is neither says nothing. */
function instant(said: string | number | undefined): Date | undefined {
  const at = iso(said)
  return at ? new Date(at) : undefined
}

/** Apps that people make of prompts in Q Business. AWS shows them to a person who has signed in, seldom to a role. */
export const qApps = target({
  id: 'q-app',
  service: 'qapps',
  title: 'Amazon Q Apps',
  kinds: ['assistant'],
  operations: ['qbusiness:ListApplications', 'qapps:ListQApps'],
  async *list(aws) {
    for await (const { applicationId } of aws.list('qbusiness', 'ListApplications', 'applications', {
      maxResults: 100,
    })) {
      const apps = aws.list('qapps', 'ListQApps', 'apps', { instanceId: applicationId, limit: 100 })
      for (const app of await aws.within('qapps:ListQApps', apps, 10_000)) yield { applicationId, app }
    }
  },
  *toFindings({ applicationId, app }, place) {
    yield thing(place, {
      type: 'q-app',
      kind: 'assistant',
      name: app.title ?? app.appId ?? '',
      arn: app.appArn ?? arnOf(place, 'qapps', 'application/', applicationId, '/qapp/', app.appId),
      grade: 'configured',
      product: 'Amazon Q Apps',
      created: instant(app.createdAt),
      operation: 'qapps:ListQApps',
      attributes: { status: app.status, isVerified: app.isVerified, description: app.description },
    })
  },
})

export const contactAgents = target({
  id: 'q-connect-agent',
  service: 'qconnect',
  title: 'Amazon Q in Connect assistants and their agents',
  kinds: ['assistant', 'agent'],
  operations: ['qconnect:ListAssistants', 'qconnect:ListAIAgents'],
  async *list(aws) {
    for await (const assistant of aws.list('qconnect', 'ListAssistants', 'assistantSummaries', {
      maxResults: 100,
    })) {
      // Those that come with every assistant are AWS's own.
      const agents = aws.list('qconnect', 'ListAIAgents', 'aiAgentSummaries', {
        assistantId: assistant.assistantId,
        origin: 'CUSTOMER',
        maxResults: 100,
      })
      yield { assistant, agents: await aws.within('wisdom:ListAIAgents', agents) }
    }
  },
  *toFindings({ assistant, agents }, place) {
    const arn = assistant.assistantArn ?? arnOf(place, 'wisdom', 'assistant/', assistant.assistantId)
    yield thing(place, {
      type: 'q-connect-assistant',
      kind: 'assistant',
      name: assistant.name ?? assistant.assistantId ?? '',
      arn,
      grade: 'deployed',
      product: 'Q in Connect',
      operation: 'qconnect:ListAssistants',
      attributes: { status: assistant.status, description: assistant.description, agents: agents.length },
    })
    for (const agent of agents) {
      if (agent.origin === 'SYSTEM') continue
      yield thing(place, {
        type: 'q-connect-agent',
        kind: 'agent',
        name: agent.name ?? agent.aiAgentId ?? '',
        // An ARN with a version behind a colon is the same agent.
        arn: agent.aiAgentArn?.replace(/:(?:\d+|\$LATEST)$/, ''),
        id: agent.aiAgentId ?? agent.name ?? '',
        grade: agent.visibilityStatus === 'PUBLISHED' ? 'deployed' : 'configured',
        product: 'Q in Connect',
        operation: 'qconnect:ListAIAgents',
        relations: [toArn('depends-on', arn)],
        attributes: { does: agent.type, visibility: agent.visibilityStatus, description: agent.description },
      })
    }
  },
})

export const novaWorkflows = listed({
  service: 'nova-act',
  id: 'nova-act-workflow',
  title: 'Nova Act workflows',
  kind: 'agent',
  grade: 'configured',
  product: 'Nova Act',
  operation: 'ListWorkflowDefinitions',
  key: 'workflowDefinitionSummaries',
  it: (one) => ({
    name: one.workflowDefinitionName,
    arn: one.workflowDefinitionArn,
    created: instant(one.createdAt),
    attributes: { status: one.status },
  }),
})

export const devopsSpaces = listed({
  service: 'devops-agent',
  id: 'devops-agent-space',
  title: 'AWS DevOps Agent spaces',
  kind: 'agent',
  grade: 'deployed',
  product: 'DevOps Agent',
  operation: 'ListAgentSpaces',
  key: 'agentSpaces',
  it: (one, place) => ({
    name: one.name ?? one.agentSpaceId,
    arn: arnOf(place, 'aidevops', 'agentspace/', one.agentSpaceId),
    created: instant(one.createdAt),
    changed: instant(one.updatedAt),
    attributes: { description: one.description },
  }),
})

export const securitySpaces = listed({
  service: 'securityagent',
  id: 'security-agent-space',
  title: 'AWS Security Agent spaces',
  kind: 'agent',
  grade: 'deployed',
  product: 'Security Agent',
  operation: 'ListAgentSpaces',
  key: 'agentSpaceSummaries',
  it: (one, place) => ({
    name: one.name ?? one.agentSpaceId,
    arn: arnOf(place, 'securityagent', 'agent-space/', one.agentSpaceId),
    created: instant(one.createdAt),
    changed: instant(one.updatedAt),
  }),
})

/** The register of agents by its own service, which took over from AgentCore's. */
export const agentRegistries = target({
  id: 'agent-registry',
  service: 'agent-registry',
  title: 'Agent registries and their records',
  kinds: ['declared-system'],
  operations: ['agent-registry-control:ListRegistries', 'agent-registry-control:ListRegistryRecords'],
  async *list(aws) {
    for await (const registry of aws.list('agent-registry-control', 'ListRegistries', 'registries')) {
      const records = aws.list('agent-registry-control', 'ListRegistryRecords', 'registryRecords', {
        registryId: registry.registryId,
      })
      for (const record of await aws.within('agent-registry:ListRegistryRecords', records, 10_000))
        yield { registry, record }
    }
  },
  *toFindings({ registry, record }, place) {
    yield thing(place, {
      type: 'agent-registry-record',
      kind: 'declared-system',
      name: record.displayName ?? record.name ?? record.recordId ?? '',
      arn:
        record.recordArn ??
        arnOf(place, 'agent-registry', 'registry/', registry.registryId, '/record/', record.recordId),
      grade: 'declared',
      product: 'Agent Registry',
      created: instant(record.createdAt),
      changed: instant(record.updatedAt),
      operation: 'agent-registry-control:ListRegistryRecords',
      claims: record.description
        ? [{ field: 'purpose', value: record.description.slice(0, 1024), source: 'provider' }]
        : [],
      attributes: {
        registry: registry.name,
        describes: record.recordType,
        version: record.recordVersion,
        status: record.status,
        createdBy: record.createdBy,
        isDetected: record.createdByAutoDetection,
      },
    })
  },
})
