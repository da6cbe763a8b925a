import { mapAhead, names } from '@ai-census/cloud-kit'
import type { Relation } from '@ai-census/schema'
import { arnOf, thing, toArn, toModel } from '../finding.ts'
import { listed } from '../simple.ts'
import { AHEAD, target } from '../target.ts'
import { storeOf } from './vector-store.ts'

const DRAFT = 'DRAFT'

/** `arn:…:agent-alias/A1/AL1` → `A1`. */
const agentOf = (aliasArn: string | undefined): string | undefined =>
  /:agent-alias\/([^/]+)/.exec(aliasArn ?? '')?.[1]

export const agents = target({
  id: 'bedrock-agent',
  service: 'bedrock-agent',
  title: 'Bedrock agents',
  kinds: ['agent'],
  operations: [
    'bedrock-agent:ListAgents',
    'bedrock-agent:GetAgent',
    'bedrock-agent:ListAgentAliases',
    'bedrock-agent:ListAgentActionGroups',
    'bedrock-agent:ListAgentKnowledgeBases',
    'bedrock-agent:ListAgentCollaborators',
  ],
  list: (aws) =>
    mapAhead(
      aws.list('bedrock-agent', 'ListAgents', 'agentSummaries', { maxResults: 100 }),
      2,
      async (summary) => {
        const { agentId } = summary
        const detail = await aws.more('bedrock-agent', 'GetAgent', { agentId })
        const of = { agentId, agentVersion: DRAFT, maxResults: 100 }
        const [aliases, actions, knowledge, collaborators] = await Promise.all([
          aws.within(
            'bedrock:ListAgentAliases',
            aws.list('bedrock-agent', 'ListAgentAliases', 'agentAliasSummaries', { agentId }),
          ),
          aws.within(
            'bedrock:ListAgentActionGroups',
            aws.list('bedrock-agent', 'ListAgentActionGroups', 'actionGroupSummaries', of),
          ),
          aws.within(
            'bedrock:ListAgentKnowledgeBases',
            aws.list('bedrock-agent', 'ListAgentKnowledgeBases', 'agentKnowledgeBaseSummaries', of),
          ),
          // Only one that supervises others has any.
          detail?.agent?.agentCollaboration === 'DISABLED'
            ? []
            : aws.within(
                'bedrock:ListAgentCollaborators',
                aws.list('bedrock-agent', 'ListAgentCollaborators', 'agentCollaboratorSummaries', of),
              ),
        ])
        return { summary, detail, aliases, actions, knowledge, collaborators }
      },
    ),
  *toFindings({ summary, detail, aliases, actions, knowledge, collaborators }, place) {
    if (detail === undefined) return
    const agent = detail?.agent
    const guardrail = (agent ?? summary).guardrailConfiguration?.guardrailIdentifier
    const uses = (type: string, id: string | null | undefined): Relation | null =>
      toArn('uses', arnOf(place, 'bedrock', type, id ?? undefined))
    yield thing(place, {
      type: 'bedrock-agent',
      kind: 'agent',
      name: summary.agentName ?? summary.agentId ?? '',
      arn: agent?.agentArn ?? arnOf(place, 'bedrock', 'agent/', summary.agentId),
      // What only its draft has nobody can call but its makers.
      grade: aliases.length > 0 ? 'deployed' : 'configured',
      supplier: 'aws-bedrock',
      product: 'Bedrock agent',
      model: agent?.foundationModel,
      created: agent?.createdAt,
      changed: summary.updatedAt,
      operation: 'bedrock-agent:ListAgents',
      relations: [
        toModel(place, 'uses', agent?.foundationModel),
        ...knowledge.map(({ knowledgeBaseId }) => uses('knowledge-base/', knowledgeBaseId)),
        // A collaborator is named by the alias under which it is asked.
        ...collaborators.map(({ agentDescriptor }) => uses('agent/', agentOf(agentDescriptor?.aliasArn))),
        guardrail
          ? toArn(
              'uses',
              guardrail.startsWith('arn:') ? guardrail : arnOf(place, 'bedrock', 'guardrail/', guardrail),
            )
          : null,
      ],
      claims: summary.description
        ? [{ field: 'purpose', value: summary.description.slice(0, 1024), source: 'provider' }]
        : [],
      attributes: {
        status: summary.agentStatus,
        version: summary.latestAgentVersion,
        aliases: names(aliases.map(({ agentAliasName }) => agentAliasName)),
        tools: names(actions.map(({ actionGroupName }) => actionGroupName)),
        knowledgeBases: names(knowledge.map(({ knowledgeBaseId }) => knowledgeBaseId)),
        collaborators: names(collaborators.map(({ collaboratorName }) => collaboratorName)),
        role: agent?.agentResourceRoleArn,
        hasGuardrail: Boolean(guardrail),
        hasMemory: agent ? Boolean(agent.memoryConfiguration) : undefined,
      },
    })
  },
})

export const knowledgeBases = target({
  id: 'bedrock-knowledge-base',
  service: 'bedrock-agent',
  title: 'Bedrock knowledge bases',
  kinds: ['knowledge-base'],
  operations: [
    'bedrock-agent:ListKnowledgeBases',
    'bedrock-agent:GetKnowledgeBase',
    'bedrock-agent:ListDataSources',
  ],
  list: (aws) =>
    mapAhead(
      aws.list('bedrock-agent', 'ListKnowledgeBases', 'knowledgeBaseSummaries', { maxResults: 100 }),
      AHEAD,
      async (summary) => {
        const { knowledgeBaseId } = summary
        const sources = aws.list('bedrock-agent', 'ListDataSources', 'dataSourceSummaries', {
          knowledgeBaseId,
          maxResults: 100,
        })
        return {
          summary,
          detail: await aws.more('bedrock-agent', 'GetKnowledgeBase', { knowledgeBaseId }),
          sources: await aws.within('bedrock:ListDataSources', sources),
        }
      },
    ),
  *toFindings({ summary, detail, sources }, place) {
    if (detail === undefined) return
    const base = detail?.knowledgeBase
    const embedding = base?.knowledgeBaseConfiguration?.vectorKnowledgeBaseConfiguration?.embeddingModelArn
    const store = storeOf(base?.storageConfiguration)
    yield thing(place, {
      type: 'bedrock-knowledge-base',
      kind: 'knowledge-base',
      name: summary.name ?? summary.knowledgeBaseId ?? '',
      arn: base?.knowledgeBaseArn ?? arnOf(place, 'bedrock', 'knowledge-base/', summary.knowledgeBaseId),
      grade: 'deployed',
      supplier: 'aws-bedrock',
      product: 'Bedrock knowledge base',
      model: embedding,
      created: base?.createdAt,
      changed: summary.updatedAt,
      operation: 'bedrock-agent:ListKnowledgeBases',
      relations: [
        toModel(place, 'uses', embedding),
        toArn('uses', base?.knowledgeBaseConfiguration?.kendraKnowledgeBaseConfiguration?.kendraIndexArn),
        ...store.relations,
      ],
      claims: summary.description
        ? [{ field: 'purpose', value: summary.description.slice(0, 1024), source: 'provider' }]
        : [],
      attributes: {
        status: summary.status,
        knowledgeBaseType: base?.knowledgeBaseConfiguration?.type,
        store: base?.storageConfiguration?.type,
        storeHost: store.host,
        dataSources: names(sources.map(({ name }) => name)),
        role: base?.roleArn,
      },
    })
  },
})

export const flows = target({
  id: 'bedrock-flow',
  service: 'bedrock-agent',
  title: 'Bedrock flows',
  kinds: ['pipeline'],
  operations: ['bedrock-agent:ListFlows', 'bedrock-agent:GetFlow'],
  list: (aws) =>
    mapAhead(
      aws.list('bedrock-agent', 'ListFlows', 'flowSummaries', { maxResults: 100 }),
      AHEAD,
      async (summary) => ({
        summary,
        detail: await aws.more('bedrock-agent', 'GetFlow', { flowIdentifier: summary.id }),
      }),
    ),
  *toFindings({ summary, detail }, place) {
    if (detail === undefined) return
    const nodes = detail?.definition?.nodes ?? []
    const models = nodes.flatMap(({ configuration }) => [
      configuration?.knowledgeBase?.modelId,
      configuration?.prompt?.sourceConfiguration?.inline?.modelId,
    ])
    yield thing(place, {
      type: 'bedrock-flow',
      kind: 'pipeline',
      name: summary.name ?? '',
      arn: summary.arn,
      grade: 'configured',
      supplier: 'aws-bedrock',
      product: 'Bedrock flow',
      model: models.find((model) => model !== undefined),
      created: summary.createdAt,
      changed: summary.updatedAt,
      operation: 'bedrock-agent:ListFlows',
      relations: [
        ...models.map((model) => toModel(place, 'uses', model)),
        ...nodes.map(({ configuration }) => {
          const id = configuration?.knowledgeBase?.knowledgeBaseId
          return id ? toArn('uses', arnOf(place, 'bedrock', 'knowledge-base/', id)) : null
        }),
        ...nodes.map(({ configuration }) =>
          toArn('uses', configuration?.prompt?.sourceConfiguration?.resource?.promptArn),
        ),
        ...nodes.map(({ configuration }) => {
          return toArn(
            'uses',
            arnOf(place, 'bedrock', 'agent/', agentOf(configuration?.agent?.agentAliasArn)),
          )
        }),
        ...nodes.map(({ configuration }) => toArn('calls', configuration?.lambdaFunction?.lambdaArn)),
      ],
      attributes: {
        status: summary.status,
        version: summary.version,
        description: summary.description,
        steps: names(nodes.map(({ type }) => type)),
        role: detail?.executionRoleArn,
      },
    })
  },
})

export const prompts = listed({
  service: 'bedrock-agent',
  supplier: 'aws-bedrock',
  id: 'bedrock-prompt',
  title: 'Bedrock managed prompts',
  kind: 'pipeline',
  grade: 'configured',
  product: 'Bedrock prompt',
  operation: 'ListPrompts',
  key: 'promptSummaries',
  input: { maxResults: 100 },
  it: (one) => ({
    name: one.name,
    arn: one.arn,
    created: one.createdAt,
    changed: one.updatedAt,
    attributes: { version: one.version, description: one.description },
  }),
})
