import { at, LOCATION, NUMBER, PROJECT, SECRET_VALUE, times } from './names.ts'

/** Where resources of these services are told below a location, by service and last part of the path. */
export const resources: Readonly<Record<string, object>> = {
  'aiplatform endpoints': {
    endpoints: [
      {
        name: `${at}/endpoints/1`,
        displayName: 'fraud',
        labels: { team: 'risk', env: 'test', 'secret-note': 'x' },
        ...times,
        dedicatedEndpointDns: '1.europe-west4-4711.prediction.vertexai.goog',
        deployedModels: [
          {
            id: '7',
            model: `projects/${PROJECT}/locations/${LOCATION}/models/100@2`,
            dedicatedResources: {
              machineSpec: { machineType: 'g2-standard-8', acceleratorType: 'NVIDIA_L4' },
            },
            fieldOfTomorrow: { a: 1 },
          },
        ],
        predictRequestResponseLoggingConfig: { enabled: true },
      },
      { name: `${at}/endpoints/2`, displayName: 'empty', ...times },
      {
        name: `${at}/endpoints/3`,
        displayName: 'gemini',
        deployedModels: [{ model: 'publishers/google/models/gemini-2.5-flash' }],
      },
    ],
  },
  'aiplatform deploymentResourcePools': {
    deploymentResourcePools: [{ name: `${at}/deploymentResourcePools/p`, ...times }],
  },
  'aiplatform models': {
    models: [
      {
        name: `${at}/models/100`,
        displayName: 'fraud-llama',
        versionId: '2',
        ...times,
        baseModelSource: {
          modelGardenSource: { publicModelName: 'publishers/meta/models/llama-3.1-8b-instruct' },
        },
        containerSpec: {
          imageUri: `europe-docker.pkg.dev/acme/serve@sha256:${'ab'.repeat(32)}`,
          env: [{ name: 'HF_TOKEN', value: SECRET_VALUE }],
        },
        artifactUri: 'gs://acme-models/fraud',
        modelSourceInfo: { sourceType: 'A_VALUE_OF_TOMORROW' },
      },
    ],
  },
  // By the model that they are of.
  'aiplatform 100:listVersions': {
    models: ['2', '1'].map((versionId) => ({
      name: `${at}/models/100@${versionId}`,
      displayName: 'fraud-llama',
      versionId,
      versionAliases: versionId === '2' ? ['default'] : [],
      ...times,
      containerSpec: {
        command: ['python', '-m', 'vllm.entrypoints.api_server'],
        args: [`--model=google/gemma-${versionId}b-it`, '--token', SECRET_VALUE],
      },
    })),
  },
  'aiplatform modelDeploymentMonitoringJobs': {
    modelDeploymentMonitoringJobs: [
      { name: `${at}/modelDeploymentMonitoringJobs/5`, displayName: 'drift', endpoint: `${at}/endpoints/1` },
    ],
  },
  'aiplatform datasets': {
    datasets: [{ name: `${at}/datasets/9`, displayName: 'claims', dataItemCount: '12' }],
  },
  'aiplatform indexes': {
    indexes: [{ name: `${at}/indexes/3`, displayName: 'docs', deployedIndexes: [{ indexEndpoint: 'x' }] }],
  },
  'aiplatform indexEndpoints': {
    indexEndpoints: [
      {
        name: `${at}/indexEndpoints/4`,
        displayName: 'docs',
        publicEndpointDomainName: '4.europe-west4-4711.vdb.vertexai.goog',
        deployedIndexes: [{ index: `${at}/indexes/3` }],
      },
    ],
  },
  'aiplatform ragCorpora': {
    ragCorpora: [
      {
        name: `${at}/ragCorpora/8`,
        displayName: 'policies',
        vectorDbConfig: {
          pinecone: { indexName: 'policies' },
          apiAuth: { apiKeyConfig: { apiKeySecretVersion: SECRET_VALUE } },
          ragEmbeddingModelConfig: {
            vertexPredictionEndpoint: { endpoint: `${at}/publishers/google/models/text-embedding-005` },
          },
        },
      },
    ],
  },
  'aiplatform featurestores': { featurestores: [{ name: `${at}/featurestores/f` }] },
  'aiplatform featureOnlineStores': { featureOnlineStores: [{ name: `${at}/featureOnlineStores/o` }] },
  'aiplatform featureGroups': { featureGroups: [{ name: `${at}/featureGroups/g` }] },
  'aiplatform schedules': { schedules: [{ name: `${at}/schedules/s`, cron: '0 3 * * *' }] },
  'aiplatform customJobs': {
    customJobs: [1, 2].map((n) => ({
      name: `${at}/customJobs/${n}`,
      state: 'JOB_STATE_SUCCEEDED',
      createTime: `2026-11-0${n}T00:00:00Z`,
      jobSpec: {
        workerPoolSpecs: [
          { containerSpec: { imageUri: 'gcr.io/acme/train', env: [{ name: 'KEY', value: SECRET_VALUE }] } },
        ],
      },
    })),
  },
  'aiplatform hyperparameterTuningJobs': {
    hyperparameterTuningJobs: [{ name: `${at}/hyperparameterTuningJobs/1`, ...times }],
  },
  'aiplatform trainingPipelines': { trainingPipelines: [{ name: `${at}/trainingPipelines/1`, ...times }] },
  'aiplatform tuningJobs': {
    tuningJobs: [
      {
        name: `${at}/tuningJobs/1`,
        ...times,
        baseModel: 'gemini-2.5-flash',
        tunedModel: { model: `${at}/models/101@1` },
        supervisedTuningSpec: { trainingDatasetUri: 'gs://acme/tune.jsonl' },
      },
    ],
  },
  'aiplatform batchPredictionJobs': {
    batchPredictionJobs: [{ name: `${at}/batchPredictionJobs/1`, ...times, model: `${at}/models/100` }],
  },
  'aiplatform pipelineJobs': { pipelineJobs: [{ name: `${at}/pipelineJobs/1`, ...times }] },
  'aiplatform reasoningEngines': {
    reasoningEngines: [
      {
        name: `${at}/reasoningEngines/6`,
        displayName: 'helper',
        spec: {
          agentFramework: 'google-adk',
          deploymentSpec: {
            env: [{ name: 'OPENAI_API_KEY', value: SECRET_VALUE }],
            secretEnv: [{ name: 'TAVILY_API_KEY', secretRef: { secret: 'tavily' } }],
          },
        },
      },
    ],
  },
  'aiplatform notebookRuntimes': {
    notebookRuntimes: [{ name: `${at}/notebookRuntimes/n`, runtimeUser: 'ada@acme.example' }],
  },
  'modelarmor templates': { templates: [{ name: `${at}/templates/strict` }] },
  'documentai processors': { processors: [{ name: `${at}/processors/p`, type: 'INVOICE_PROCESSOR' }] },
  'speech recognizers': { recognizers: [{ name: `${at}/recognizers/r` }] },
  'contactcenterinsights issueModels': { issueModels: [{ name: `${at}/issueModels/i`, state: 'DEPLOYED' }] },
  'cloudaicompanion codeRepositoryIndexes': {
    codeRepositoryIndexes: [{ name: `${at}/codeRepositoryIndexes/c` }],
  },
  'cloudaicompanion geminiGcpEnablementSettings': {
    geminiGcpEnablementSettings: [{ name: `${at}/geminiGcpEnablementSettings/on` }],
  },
  'cloudaicompanion codeToolsSettings': { codeToolsSettings: [{ name: `${at}/codeToolsSettings/s` }] },
  'aiplatform persistentResources': { persistentResources: [{ name: `${at}/persistentResources/pr` }] },
  'aiplatform extensions': { extensions: [{ name: `${at}/extensions/e`, displayName: 'code interpreter' }] },
  'ces apps': {
    apps: [
      { name: `${at}/apps/a`, displayName: 'service desk', modelSettings: { model: 'gemini-2.5-flash' } },
    ],
  },
  'geminidataanalytics dataAgents': { dataAgents: [{ name: `${at}/dataAgents/d`, displayName: 'sales' }] },
  'dialogflow agent': { parent: `projects/${NUMBER}`, displayName: 'old desk', tier: 'TIER_STANDARD' },
  'tpu nodes': { nodes: [{ name: `${at}/nodes/t`, acceleratorType: 'v5litepod-8', state: 'READY' }] },
  'dialogflow agents': {
    agents: [
      {
        name: `${at}/agents/a`,
        displayName: 'front desk',
        gitIntegrationSettings: { githubSettings: { accessToken: SECRET_VALUE } },
      },
    ],
  },
  'dialogflow playbooks': {
    playbooks: [{ name: 'pb', displayName: 'greet', llmModelSettings: { model: 'gemini-2.0-flash-001' } }],
  },
  'dialogflow tools': { tools: [{ name: 't', displayName: 'lookup' }] },
  'run services': {
    services: [
      {
        name: `${at}/services/chat`,
        uri: 'https://chat-4711.europe-west4.run.app',
        ...times,
        template: {
          containers: [
            { image: 'vllm/vllm-openai:v0.9', env: [{ name: 'ANTHROPIC_API_KEY', value: SECRET_VALUE }] },
          ],
        },
      },
      {
        name: `${at}/services/shop`,
        template: { containers: [{ image: 'acme/shop', env: [{ name: 'PORT' }] }] },
      },
    ],
  },
  'run jobs': {
    jobs: [
      {
        name: `${at}/jobs/nightly`,
        template: { template: { containers: [{ image: 'x', env: [{ name: 'OPENAI_API_KEY' }] }] } },
      },
    ],
  },
}
