import type { GcpCall } from './stand-in.ts'

export const NUMBER = '4711'
export const PROJECT = 'acme-prod'
export const LOCATION = 'europe-west4'
/** Planted where real answers may hold a secret; no report may ever have it. */
export const SECRET_VALUE = 'planted-value-that-must-not-leave'

const at = `projects/${NUMBER}/locations/${LOCATION}`
const times = { createTime: '2026-11-01T08:00:00Z', updateTime: '2026-11-02T08:00:00.123456Z' }

const services = [
  'aiplatform',
  'apikeys',
  'bigquery',
  'bigqueryconnection',
  'ces',
  'cloudaicompanion',
  'cloudfunctions',
  'contactcenterinsights',
  'container',
  'dialogflow',
  'discoveryengine',
  'documentai',
  'geminidataanalytics',
  'modelarmor',
  'monitoring',
  'notebooks',
  'run',
  'secretmanager',
  'speech',
  'tpu',
]

/** Where resources of these services are told below a location, by service and last part of the path. */
const resources: Readonly<Record<string, object>> = {
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

/** Services that are asked of the whole project, by service and path behind the project. */
const wholes: Readonly<Record<string, object>> = {
  'apikeys /locations/global/keys': {
    keys: [
      {
        name: `projects/${NUMBER}/locations/global/keys/k1`,
        uid: 'uid-1',
        displayName: 'gemini',
        keyString: SECRET_VALUE,
        restrictions: { apiTargets: [{ service: 'generativelanguage.googleapis.com' }] },
      },
      { name: `projects/${NUMBER}/locations/global/keys/k2`, displayName: 'maps', keyString: SECRET_VALUE },
    ],
  },
  'secretmanager /secrets': {
    secrets: [
      { name: `projects/${NUMBER}/secrets/openai-api-key`, ...times },
      { name: `projects/${NUMBER}/secrets/database` },
    ],
  },
  'cloudfunctions /locations/-/functions': {
    functions: [
      {
        name: `${at}/functions/summarise`,
        serviceConfig: {
          environmentVariables: { MISTRAL_API_KEY: SECRET_VALUE, PORT: '1' },
          secretEnvironmentVariables: [{ key: 'COHERE_API_KEY', secret: 'cohere' }],
        },
      },
    ],
  },
  'container /locations/-/clusters': {
    clusters: [
      {
        name: 'main',
        location: LOCATION,
        nodePools: [
          {
            name: 'gpu',
            config: { machineType: 'a2-highgpu-1g', accelerators: [{ acceleratorType: 'nvidia-a100' }] },
          },
          { name: 'plain', config: { machineType: 'e2-standard-4' } },
          { name: 'tpu', config: { machineType: 'ct5lp-hightpu-4t' } },
        ],
      },
    ],
  },
  'notebooks /locations/-/instances': {
    instances: [
      { name: `projects/${NUMBER}/locations/europe-west4-a/instances/lab`, creator: 'ada@acme.example' },
    ],
  },
  'bigquery /datasets': {
    datasets: [{ datasetReference: { datasetId: 'sales' }, location: 'EU' }],
  },
  'bigquery /datasets/sales/models': {
    models: [
      {
        modelReference: { projectId: PROJECT, datasetId: 'sales', modelId: 'summaries' },
        modelType: 'MODEL_TYPE_UNSPECIFIED',
        creationTime: '1793520000000',
      },
    ],
  },
  'bigquery /datasets/sales/models/summaries': {
    location: 'EU',
    remoteModelInfo: {
      endpoint: `https://europe-west4-aiplatform.googleapis.com/v1/${at}/publishers/google/models/gemini-2.5-flash`,
      connection: `${PROJECT}.eu.gemini`,
    },
  },
  'bigqueryconnection /locations/eu/connections': {
    connections: [
      {
        name: `projects/${NUMBER}/locations/eu/connections/gemini`,
        cloudResource: { serviceAccountId: 'sa@x' },
      },
    ],
  },
  'discoveryengine /locations/global/collections/default_collection/engines': {
    engines: [
      {
        name: `projects/${NUMBER}/locations/global/collections/default_collection/engines/help`,
        displayName: 'Help',
        solutionType: 'SOLUTION_TYPE_SEARCH',
        dataStoreIds: ['handbook'],
      },
    ],
  },
  'discoveryengine /locations/global/collections/default_collection/dataStores': {
    dataStores: [
      { name: `projects/${NUMBER}/locations/global/collections/default_collection/dataStores/handbook` },
    ],
  },
}

const series = (labels: object, value: string) => ({
  resource: { labels },
  points: [
    { interval: { endTime: '2026-11-19T00:00:00Z' }, value: { int64Value: value } },
    { interval: { endTime: '2026-11-18T00:00:00Z' }, value: { int64Value: '0' } },
  ],
})

/** Cloud Monitoring's answers to the questions of use. */
const metrics = (call: GcpCall): object =>
  call.query.filter?.includes('prediction_count')
    ? { timeSeries: [series({ endpoint_id: '1', location: LOCATION }, '9')] }
    : callsOfServices(call)

const callsOfServices = ({ query }: GcpCall): object =>
  query.filter?.includes('model_invocation_count')
    ? {
        timeSeries: [
          series({ publisher: 'google', model_user_id: 'gemini-2.5-flash', location: LOCATION }, '40'),
          series({ publisher: 'anthropic', model_user_id: 'claude-sonnet-4', location: 'us-east5' }, '2'),
          series({ publisher: 'google', model_user_id: 'gemini-unused', location: LOCATION }, '0'),
        ],
      }
    : {
        timeSeries: [
          series({ service: 'generativelanguage.googleapis.com', credential_id: 'apikey:uid-1' }, '5'),
          series({ service: 'vision.googleapis.com', credential_id: 'serviceaccount:1' }, '6'),
        ],
      }

export interface EstateOptions {
  /** Services that are on, by the first word of their host. */
  readonly enabled?: readonly string[]
}

/** One project with one of everything. */
export function estate({ enabled = services }: EstateOptions = {}): (call: GcpCall) => object | undefined {
  return (call) => {
    const { service, path } = call
    if (service === 'cloudresourcemanager') return projects(call)
    if (service === 'serviceusage')
      return {
        services: enabled.map((one) => ({
          name: `projects/${NUMBER}/services/${one}.googleapis.com`,
          state: 'ENABLED',
        })),
      }
    if (service === 'monitoring') return metrics(call)
    if (/\/projects\/[^/]+\/locations$/.test(path)) return { locations: [{ locationId: LOCATION }] }
    const rest = path.replace(/^.*?\/projects\/[^/]+/, '')
    const whole = wholes[`${service} ${rest}`]
    if (whole || !rest.includes(`/locations/${LOCATION}/`)) return whole
    return resources[`${service} ${rest.split('/').at(-1)}`]
  }
}

const project = {
  name: `projects/${NUMBER}`,
  projectId: PROJECT,
  displayName: 'Acme production',
  state: 'ACTIVE',
}

function projects({ path, query }: GcpCall): object | undefined {
  if (path === '/v3/projects:search') return { projects: [project] }
  if (path === `/v3/projects/${NUMBER}` || path === `/v3/projects/${PROJECT}`) return project
  if (path === '/v3/folders')
    return { folders: query.parent === 'organizations/1' ? [{ name: 'folders/2' }] : [] }
  if (path === '/v3/projects') return { projects: query.parent === 'folders/2' ? [project] : [] }
  return undefined
}
