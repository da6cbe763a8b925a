import {
  ACCOUNTS,
  all,
  below,
  FOUNDRY,
  HUB,
  idOf,
  OPENAI,
  one,
  PLANTED,
  PROJECT,
  SPEECH,
  SUB,
  SUBSCRIPTION,
  TENANT,
  WORKSPACES,
} from './ids.ts'
import { agents } from './small-agents.ts'
import { platforms } from './small-platforms.ts'
import { use } from './small-use.ts'
import type { Estate } from './stand-in.ts'

const systemData = {
  createdBy: 'ada@acme.example',
  createdByType: 'User',
  createdAt: '2026-01-02T03:04:05.678Z',
  lastModifiedAt: '2026-02-03T04:05:06Z',
}

const account = (id: string, kind: string, extra: object = {}) => ({
  id,
  name: id.split('/').at(-1),
  type: ACCOUNTS,
  kind,
  location: 'West Europe',
  sku: { name: 'S0' },
  systemData,
  tags: { application: 'Shop', owner: 'team-shop', 'api-key': PLANTED },
  aFieldOfTomorrow: { x: 1 },
  properties: {
    endpoint: `https://${id.split('/').at(-1)}.openai.azure.com/`,
    customSubDomainName: id.split('/').at(-1),
    provisioningState: 'AStateOfTomorrow',
    ...extra,
  },
})

const deployment = (parent: string, name: string, format: string, model: string, extra: object = {}) => ({
  id: `${parent}/deployments/${name}`,
  name,
  sku: { name: 'GlobalStandard', capacity: 10 },
  systemData,
  properties: { model: { format, name: model, version: '1' }, provisioningState: 'Succeeded', ...extra },
})

const connection = (parent: string, name: string, category: string, target: string, authType = 'ApiKey') => ({
  id: `${parent}/connections/${name}`,
  name,
  properties: { category, target, authType, credentials: { key: PLANTED }, metadata: { note: PLANTED } },
})

/** One of everything that the table has a row for, with what documentation shows of each. */
export const smallSubscription = (): Estate => ({
  '/subscriptions': [
    {
      id: SUB,
      subscriptionId: SUBSCRIPTION,
      tenantId: TENANT,
      displayName: 'Acme Production',
      state: 'Enabled',
    },
  ],
  [SUB]: { id: SUB, subscriptionId: SUBSCRIPTION, tenantId: TENANT, displayName: 'Acme Production' },
  [`${SUB}/providers`]: [{ namespace: 'Microsoft.CognitiveServices', registrationState: 'Registered' }],
  [all(ACCOUNTS)]: [
    account(OPENAI, 'OpenAI'),
    account(FOUNDRY, 'AIServices', { allowProjectManagement: true }),
    account(SPEECH, 'SpeechServices', {
      endpoint: 'https://westeurope.api.cognitive.microsoft.com/',
      customSubDomainName: undefined,
    }),
  ],
  [below(OPENAI, 'deployments')]: [
    deployment(OPENAI, 'chat', 'OpenAI', 'gpt-4o', { raiPolicyName: 'strict' }),
    deployment(OPENAI, 'embed', 'OpenAI', 'text-embedding-3-large'),
  ],
  [below(FOUNDRY, 'deployments')]: [
    deployment(FOUNDRY, 'mistral', 'Mistral AI', 'Mistral-Large-2411'),
    deployment(FOUNDRY, 'novel', 'AMakerOfTomorrow', 'a-model-of-tomorrow'),
  ],
  [below(FOUNDRY, 'managedComputeDeployments')]: [
    {
      ...one(`${FOUNDRY}/managedComputeDeployments/gemma`, {
        model: 'azureml://registries/azure-huggingface/models/google--gemma-3-27b-it/versions/5',
        deploymentTemplate: 'azureml://registries/azure-huggingface/deploymenttemplates/x/versions/1',
        acceleratorType: 'A100_80GB',
        provisioningState: 'Succeeded',
        routes: { chatCompletionsScoringPath: '/managed-deployments/gemma/v1/chat/completions' },
      }),
      sku: { name: 'GlobalManagedCompute', capacity: 1 },
    },
    one(`${FOUNDRY}/managedComputeDeployments/oss`, {
      model: 'azureml://registries/azureml-openai-oss/models/gpt-oss-120b/versions/4',
      computeId: `${FOUNDRY}/computes/pool`,
    }),
  ],
  [below(FOUNDRY, 'projects')]: [
    { id: PROJECT, name: 'shop-foundry/support', properties: { displayName: 'Support', isDefault: true } },
  ],
  [below(FOUNDRY, 'connections')]: [
    connection(FOUNDRY, 'openai-direct', 'OpenAI', `https://api.openai.com/v1?key=${PLANTED}`),
    connection(FOUNDRY, 'files', 'AzureBlob', 'https://acme.blob.core.windows.net/', 'AAD'),
  ],
  [below(PROJECT, 'connections')]: [
    connection(PROJECT, 'search', 'CognitiveSearch', 'https://shop-search.search.windows.net', 'AAD'),
    connection(PROJECT, 'unknown', 'CustomKeys', `https://user:${PLANTED}@models.elsewhere.example/v1`),
  ],
  ...agents,
  [below(OPENAI, 'raiPolicies')]: [
    one(`${OPENAI}/raiPolicies/Microsoft.Default`, { type: 'SystemManaged' }),
    one(`${OPENAI}/raiPolicies/strict`, {
      type: 'UserManaged',
      basePolicyName: 'Microsoft.Default',
      contentFilters: [{ name: 'Hate', enabled: true, blocking: false }],
    }),
  ],
  [below(OPENAI, 'raiBlocklists')]: [one(`${OPENAI}/raiBlocklists/words`, { description: 'Words' })],
  [below(OPENAI, 'defenderForAISettings')]: [
    one(`${OPENAI}/defenderForAISettings/Default`, { state: 'Enabled' }),
  ],
  [below(SPEECH, 'commitmentPlans')]: [
    one(`${SPEECH}/commitmentPlans/stt`, { planType: 'STT', autoRenew: true }),
  ],
  [below(OPENAI, 'providers/Microsoft.Insights/diagnosticSettings')]: [
    one(`${OPENAI}/providers/Microsoft.Insights/diagnosticSettings/logs`, {
      logs: [{ category: 'RequestResponse', enabled: true }],
    }),
  ],
  [all('Microsoft.CognitiveServices/deletedAccounts')]: [
    { id: `${SUB}/providers/x/deletedAccounts/old`, name: 'old', kind: 'OpenAI', properties: {} },
  ],
  ...machineLearning,
  ...platforms,
  ...use,
})

const ENDPOINT = `${HUB}/onlineEndpoints/fraud`
const BATCH = `${HUB}/batchEndpoints/nightly`
const machineLearning: Estate = {
  [all(WORKSPACES)]: [one(HUB, { friendlyName: 'Shop hub' }, { kind: 'Hub', tags: { env: 'dev' } })],
  [all('Microsoft.MachineLearningServices/registries')]: [
    one(idOf('Microsoft.MachineLearningServices/registries', 'acme')),
  ],
  [below(HUB, 'onlineEndpoints')]: [
    one(ENDPOINT, { scoringUri: 'https://fraud.westeurope.inference.ml.azure.com/score', authMode: 'Key' }),
  ],
  [below(ENDPOINT, 'deployments')]: [
    one(`${ENDPOINT}/deployments/blue`, {
      model: `${HUB}/models/fraud/versions/3`,
      environmentVariables: { OPENAI_API_KEY: PLANTED },
    }),
  ],
  [below(BATCH, 'deployments')]: [
    one(`${BATCH}/deployments/v1`, {
      model: {
        referenceType: 'Id',
        assetId: 'azureml://registries/azureml-meta/models/Llama-3-8B/versions/1',
      },
    }),
  ],
  [below(HUB, 'batchEndpoints')]: [
    one(BATCH, { scoringUri: 'https://westeurope.inference.ml.azure.com/jobs' }),
  ],
  [below(HUB, 'serverlessEndpoints')]: [
    one(`${HUB}/serverlessEndpoints/cohere`, {
      modelSettings: { modelId: 'azureml://registries/azureml-cohere/models/Cohere-command-r' },
      inferenceEndpoint: { uri: 'https://cohere.westeurope.models.ai.azure.com' },
    }),
  ],
  [below(HUB, 'marketplaceSubscriptions')]: [
    one(`${HUB}/marketplaceSubscriptions/cohere`, {
      modelId: 'azureml://registries/azureml-cohere/models/Cohere-command-r',
      marketplacePlan: { publisherId: 'cohere', offerId: 'cohere-command-r' },
    }),
  ],
  [below(HUB, 'connections')]: [
    connection(HUB, 'aoai', 'AzureOpenAI', 'https://shop-openai.openai.azure.com/'),
  ],
  [below(HUB, 'computes')]: [
    one(`${HUB}/computes/gpu`, {
      computeType: 'AmlCompute',
      properties: { vmSize: 'STANDARD_NC6S_V3', scaleSettings: { maxNodeCount: 4 } },
    }),
  ],
  [below(HUB, 'jobs')]: [
    {
      id: `${HUB}/jobs/1`,
      name: '1',
      properties: { jobType: 'FineTuning' },
      systemData: { createdAt: '2026-11-19T00:00:00Z' },
    },
    {
      id: `${HUB}/jobs/2`,
      name: '2',
      properties: { jobType: 'FineTuning' },
      systemData: { createdAt: '2025-01-01T00:00:00Z' },
    },
  ],
  [below(HUB, 'models')]: [
    one(`${HUB}/models/fraud`, { latestVersion: '3' }),
    one(`${HUB}/models/churn`, { latestVersion: '1' }),
  ],
  [below(`${HUB}/models/fraud`, 'versions')]: ['3', '2', '1'].map((version) =>
    one(`${HUB}/models/fraud/versions/${version}`, {
      modelType: version === '1' ? 'custom_model' : 'mlflow_model',
      modelUri: `azureml://datastores/store/paths/fraud/${version}`,
      jobName: `train-${version}`,
    }),
  ),
  [below(HUB, 'data')]: [one(`${HUB}/data/orders`, { dataType: 'uri_folder' })],
}
