import { mapAhead, names } from '@ai-census/cloud-kit'
import { z } from 'zod'
import { digestOf, thing, toResource } from '../finding.ts'
import { listed, parentOf } from '../listed.ts'
import { lastOf, listOf, Named, optional, resource, text, variables } from '../resource.ts'
import { AHEAD, target } from '../target.ts'

const ReasoningEngine = z.object({
  ...resource,
  spec: optional(
    z.object({
      agentFramework: text,
      serviceAccount: text,
      identityType: text,
      deploymentSpec: optional(z.object({ env: variables, secretEnv: variables })),
      containerSpec: optional(z.object({ imageUri: text })),
    }),
  ),
})

export const reasoningEngines = listed({
  id: 'vertex-agent-engine',
  title: 'Vertex AI Agent Engine agents',
  kind: 'agent',
  grade: 'deployed',
  product: 'Vertex AI Agent Engine',
  service: 'aiplatform',
  permission: 'aiplatform.reasoningEngines.list',
  path: 'reasoningEngines',
  item: ReasoningEngine,
  it: ({ spec }) => ({
    identifiers: digestOf(spec?.containerSpec?.imageUri),
    attributes: {
      framework: spec?.agentFramework,
      serviceAccount: spec?.serviceAccount,
      identityType: spec?.identityType,
      image: spec?.containerSpec?.imageUri,
      // Names alone: values may be keys.
      environmentNames: names(spec?.deploymentSpec?.env?.map(({ name }) => name)),
      secretNames: names(spec?.deploymentSpec?.secretEnv?.map(({ name }) => name)),
    },
  }),
})

const Engine = z.object({
  ...resource,
  solutionType: text,
  industryVertical: text,
  dataStoreIds: listOf(z.string()),
  appType: text,
  // Models that an administrator switched on or off against the default.
  modelConfigs: optional(z.record(z.string(), z.unknown())),
  chatEngineMetadata: optional(z.object({ dialogflowAgent: text })),
  searchEngineConfig: optional(z.object({ searchTier: text, searchAddOns: listOf(z.string()) })),
})

export const engines = listed({
  id: 'discovery-engine',
  title: 'Agentspace and Vertex AI Search apps',
  kind: 'assistant',
  grade: 'deployed',
  product: 'Agent Builder',
  service: 'discoveryengine',
  permission: 'discoveryengine.engines.list',
  path: 'collections/default_collection/engines',
  item: Engine,
  it: ({ name, ...one }, place) => ({
    relations: [
      ...(one.dataStoreIds ?? []).map((id) =>
        toResource(
          place,
          'uses',
          'discoveryengine',
          `${name.replace(/\/engines\/.*$/, '')}/dataStores/${id}`,
        ),
      ),
      toResource(place, 'uses', 'dialogflow', one.chatEngineMetadata?.dialogflowAgent),
    ],
    attributes: {
      solution: one.solutionType,
      vertical: one.industryVertical,
      appType: one.appType,
      modelsSwitchedOn: names(
        Object.entries(one.modelConfigs ?? {}).flatMap(([model, state]) =>
          state === 'MODEL_ENABLED' ? [model] : [],
        ),
      ),
      dataStores: names(one.dataStoreIds),
      tier: one.searchEngineConfig?.searchTier,
      addOns: names(one.searchEngineConfig?.searchAddOns),
    },
  }),
})

export const dataStores = listed({
  id: 'discovery-data-store',
  title: 'Vertex AI Search data stores',
  kind: 'knowledge-base',
  grade: 'configured',
  product: 'Agent Builder',
  service: 'discoveryengine',
  permission: 'discoveryengine.dataStores.list',
  path: 'collections/default_collection/dataStores',
  item: z.object({ ...resource, contentConfig: text, solutionTypes: listOf(z.string()) }),
  it: ({ contentConfig, solutionTypes }) => ({
    attributes: { content: contentConfig, solutions: names(solutionTypes) },
  }),
})

const CxAgent = z.object({
  ...resource,
  defaultLanguageCode: text,
  genAppBuilderSettings: optional(z.object({ engine: text })),
})
const Playbook = z.object({
  name: z.string(),
  displayName: text,
  llmModelSettings: optional(z.object({ model: text })),
})

export const dialogflowCx = target({
  id: 'dialogflow-cx-agent',
  service: 'dialogflow',
  title: 'Dialogflow CX agents, with their playbooks and tools',
  kinds: ['agent'],
  operations: ['dialogflow.agents.list', 'dialogflow.playbooks.list', 'dialogflow.tools.list'],
  list: (gcp, place) =>
    mapAhead(
      gcp.list({
        service: 'dialogflow',
        path: `/v3/${parentOf(place)}/agents`,
        key: 'agents',
        permission: 'dialogflow.agents.list',
        item: CxAgent,
      }),
      AHEAD,
      async (agent) => ({
        agent,
        playbooks: await gcp.within({
          service: 'dialogflow',
          path: `/v3/${agent.name}/playbooks`,
          key: 'playbooks',
          permission: 'dialogflow.playbooks.list',
          item: Playbook,
        }),
        tools: await gcp.within({
          service: 'dialogflow',
          path: `/v3/${agent.name}/tools`,
          key: 'tools',
          permission: 'dialogflow.tools.list',
          item: Named,
        }),
      }),
    ),
  *toFindings({ agent, playbooks, tools }, place) {
    const models = names(playbooks.map((one) => one.llmModelSettings?.model))
    yield thing(place, {
      type: 'dialogflow-cx-agent',
      kind: 'agent',
      name: agent.displayName || lastOf(agent.name),
      service: 'dialogflow',
      resource: agent.name,
      grade: 'deployed',
      supplier: 'google-cloud-ai',
      product: 'Dialogflow CX',
      ...(models?.[0] ? { model: models[0] } : {}),
      operation: 'dialogflow.agents.list',
      relations: [toResource(place, 'uses', 'discoveryengine', agent.genAppBuilderSettings?.engine)],
      attributes: {
        description: agent.description,
        language: agent.defaultLanguageCode,
        playbooks: names(playbooks.map((one) => one.displayName)),
        tools: names(tools.map((one) => one.displayName)),
        models,
      },
    })
  },
})

const EsAgent = z.object({ parent: text, displayName: text, tier: text })

export const dialogflowEs = target({
  id: 'dialogflow-es-agent',
  service: 'dialogflow',
  title: 'Dialogflow ES agent, of which a location has one at most',
  kinds: ['agent'],
  operations: ['dialogflow.agents.get'],
  async *list(gcp, place) {
    const agent = await gcp.find(
      { service: 'dialogflow', path: `/v2/${parentOf(place)}/agent`, permission: 'dialogflow.agents.get' },
      EsAgent,
    )
    if (agent) yield agent
  },
  *toFindings({ displayName, tier }, place) {
    yield thing(place, {
      type: 'dialogflow-es-agent',
      kind: 'agent',
      name: displayName || 'Dialogflow ES agent',
      service: 'dialogflow',
      resource: `${parentOf(place)}/agent`,
      grade: 'deployed',
      supplier: 'google-cloud-ai',
      product: 'Dialogflow ES',
      operation: 'dialogflow.agents.get',
      attributes: { tier },
    })
  },
})

export const cesApps = listed({
  id: 'agent-studio-app',
  title: 'Apps of CX Agent Studio',
  kind: 'agent',
  grade: 'deployed',
  supplier: 'google-cloud-ai',
  product: 'CX Agent Studio',
  service: 'ces',
  permission: 'ces.apps.list',
  path: 'apps',
  item: z.object({ ...resource, rootAgent: text, modelSettings: optional(z.object({ model: text })) }),
  it: ({ rootAgent, modelSettings }) => ({
    ...(modelSettings?.model ? { model: modelSettings.model } : {}),
    attributes: { rootAgent },
  }),
})

export const dataAgents = listed({
  id: 'data-agent',
  title: 'Data agents of Gemini for BigQuery and Looker',
  kind: 'agent',
  grade: 'deployed',
  supplier: 'google-gemini',
  product: 'Conversational Analytics',
  service: 'geminidataanalytics',
  permission: 'geminidataanalytics.dataAgents.list',
  path: 'dataAgents',
  version: 'v1beta',
  item: Named,
})

export const extensions = listed({
  id: 'vertex-extension',
  title: 'Vertex AI extensions, by which models call tools',
  kind: 'agent',
  grade: 'configured',
  product: 'Vertex AI extension',
  service: 'aiplatform',
  permission: 'aiplatform.extensions.list',
  path: 'extensions',
  version: 'v1beta1',
  item: Named,
})

export const documentProcessors = listed({
  id: 'document-ai-processor',
  title: 'Document AI processors',
  kind: 'model',
  grade: 'deployed',
  supplier: 'google-cloud-ai',
  product: 'Document AI',
  service: 'documentai',
  permission: 'documentai.processors.list',
  path: 'processors',
  item: z.object({ ...resource, type: text, defaultProcessorVersion: text }),
  it: ({ type, defaultProcessorVersion }) => ({
    attributes: { processorType: type, version: defaultProcessorVersion && lastOf(defaultProcessorVersion) },
  }),
})

export const speechRecognizers = listed({
  id: 'speech-recognizer',
  title: 'Speech-to-Text recognizers',
  kind: 'model',
  grade: 'configured',
  supplier: 'google-cloud-ai',
  product: 'Speech-to-Text',
  service: 'speech',
  permission: 'speech.recognizers.list',
  path: 'recognizers',
  version: 'v2',
  item: z.object({ ...resource, defaultRecognitionConfig: optional(z.object({ model: text })) }),
  it: ({ defaultRecognitionConfig }) => ({
    attributes: { recognitionModel: defaultRecognitionConfig?.model },
  }),
})

export const issueModels = listed({
  id: 'contact-center-issue-model',
  title: 'Contact Center AI topic models',
  kind: 'model',
  grade: 'configured',
  supplier: 'google-cloud-ai',
  product: 'Contact Center AI Insights',
  service: 'contactcenterinsights',
  permission: 'contactcenterinsights.issueModels.list',
  path: 'issueModels',
  // It is one page by its definition, and takes no size.
  size: {},
  item: z.object({ ...resource, modelType: text }),
  it: ({ state, modelType }) => ({
    grade: state === 'DEPLOYED' ? 'deployed' : 'configured',
    attributes: { modelType },
  }),
})
