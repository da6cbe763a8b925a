import { describe, expect, it } from 'vitest'
import { ArmRefusal, classify } from './classify.ts'
import {
  ACCOUNTS,
  type ArmCall,
  all,
  below,
  type Estate,
  HUB,
  idOf,
  look,
  one,
  refusal,
  SUB,
  smallSubscription,
} from './testing/index.ts'
import { otherVersion } from './versions.ts'

/*
 * Shapes of the examples in Azure's REST specifications (cognitive services, machine learning, bot service, container
 * service, resource graph, cost management), stable and preview; the values are ours.
 */
const estate = smallSubscription()
const scan = (more: Estate) => look({ estate: { ...estate, ...more } })
async function findingsOf(more: Estate, service: string, type: string) {
  const { reports } = await scan(more)
  return (reports[service]?.findings ?? []).filter(({ key }) => key.startsWith(`${type}:`))
}
const ML = 'microsoft.machinelearningservices'

describe('what answers of older and newer versions say', () => {
  it('of times and makers that stand among the properties', async () => {
    const [compute] = await findingsOf(
      {
        [below(HUB, 'computes')]: [
          one(`${HUB}/computes/lab`, {
            computeType: 'ComputeInstance',
            createdOn: '2026-04-01T22:00:00.0000000+00:00',
            modifiedOn: '2026-04-02T22:00:00.0000000+00:00',
            description: 'For experiments',
            properties: {
              vmSize: 'STANDARD_NC6',
              state: 'Running',
              createdBy: { userName: 'ada@acme.example', userId: '1' },
              personalComputeInstanceSettings: { assignedUser: { objectId: 'ada-object' } },
              customServices: [{ name: 'llm', image: { type: 'docker', reference: 'ollama/ollama:latest' } }],
            },
          }),
        ],
      },
      ML,
      'ml-compute',
    )
    expect(compute?.attributes).toMatchObject({
      createdAt: '2026-04-01T22:00:00.000Z',
      changedAt: '2026-04-02T22:00:00.000Z',
      createdBy: 'ada@acme.example',
      assignedTo: 'ada-object',
      status: 'Running',
      description: 'For experiments',
      images: ['ollama/ollama:latest'],
      accelerated: true,
    })
  })

  it('of the identity that an account acts as, and when it was made', async () => {
    const [account] = await findingsOf(
      {
        [all(ACCOUNTS)]: [
          one(
            idOf(ACCOUNTS, 'plain'),
            { dateCreated: '2026-01-10T22:19:29.8347758Z' },
            {
              kind: 'OpenAI',
              identity: { type: 'SystemAssigned', principalId: 'principal-1' },
            },
          ),
        ],
      },
      'microsoft.cognitiveservices',
      'cognitive-account',
    )
    expect(account?.attributes).toMatchObject({
      createdAt: '2026-01-10T22:19:29.834Z',
      managedIdentity: 'principal-1',
    })
  })

  it('of the model of an online deployment, as an id or as an object with it', async () => {
    const endpoint = `${HUB}/onlineEndpoints/score`
    const asset = 'azureml://registries/azureml-meta/models/Llama-3.3-70B-Instruct/versions/4'
    const found = await findingsOf(
      {
        [below(HUB, 'onlineEndpoints')]: [one(endpoint)],
        [below(endpoint, 'deployments')]: [
          one(`${endpoint}/deployments/new`, { model: asset }),
          one(`${endpoint}/deployments/old`, { model: { referenceType: 'Id', assetId: asset } }),
        ],
      },
      ML,
      'ml-online-deployment',
    )
    expect(found.map(({ model }) => model)).toEqual([
      { id: 'Llama-3.3-70B-Instruct', publisher: 'meta' },
      { id: 'Llama-3.3-70B-Instruct', publisher: 'meta' },
    ])
  })

  it('of jobs: experiments, models and data, and those that ran long ago', async () => {
    const [jobs] = await findingsOf(
      {
        [below(HUB, 'jobs')]: [
          {
            id: `${HUB}/jobs/1`,
            name: '1',
            systemData: { createdAt: '2021-01-01T12:34:56.999Z' },
            properties: {
              jobType: 'Command',
              experimentName: 'churn',
              inputs: {
                base: { jobInputType: 'mlflow_model', uri: 'azureml:base:3' },
                rows: { jobInputType: 'uri_folder', uri: 'https://data.example/rows?sig=secret' },
              },
              outputs: { made: { jobOutputType: 'MLFlowModel', uri: 'azureml:churn:1' } },
            },
          },
        ],
      },
      ML,
      'ml-jobs',
    )
    expect(jobs?.attributes).toMatchObject({
      jobs: 1,
      usageSince: '2021-01-01',
      lastUsedOn: '2021-01-01',
      experiments: ['churn'],
      models: ['azureml:base:3', 'azureml:churn:1'],
      data: ['https://data.example/rows'],
    })
  })

  it('of pools whose machines are of several sizes', async () => {
    const cluster = idOf('Microsoft.ContainerService/managedClusters', 'mixed')
    const [found] = await findingsOf(
      {
        [all('Microsoft.ContainerService/managedClusters')]: [
          one(cluster, {
            agentPoolProfiles: [
              {
                type: 'VirtualMachines',
                virtualMachinesProfile: {
                  scale: { manual: [{ size: 'Standard_NC24ads_A100_v4', count: 1 }] },
                },
              },
            ],
          }),
        ],
      },
      'microsoft.containerservice',
      'aks-cluster',
    )
    expect(found?.attributes.acceleratedSizes).toEqual(['Standard_NC24ads_A100_v4'])
  })

  it('of resources in Resource Graph’s older form, columns and rows', async () => {
    const unseen = idOf('Microsoft.Bing/accounts', 'grounding')
    const fault = (call: ArmCall) =>
      call.path.endsWith('/microsoft.resourcegraph/resources')
        ? {
            json: {
              totalRecords: 1,
              count: 1,
              data: {
                columns: [
                  { name: 'id', type: 'string' },
                  { name: 'name', type: 'string' },
                  { name: 'type', type: 'string' },
                ],
                rows: [[unseen, 'grounding', 'microsoft.bing/accounts']],
              },
            },
          }
        : null
    const { reports } = await look({ estate, fault })
    expect(reports['microsoft.resourcegraph']?.findings.map(({ name }) => name)).toEqual(['grounding'])
  })

  it('of costs by something else than meters: a doubt', async () => {
    const { reports } = await scan({
      [`${SUB}/providers/microsoft.costmanagement/query`]: {
        properties: {
          columns: [
            { name: 'PreTaxCost', type: 'Number' },
            { name: 'ResourceGroup', type: 'String' },
          ],
          rows: [[12.5, 'shop']],
        },
      },
    })
    expect(reports['microsoft.costmanagement']?.coverage).toMatchObject({
      status: 'partial',
      reason: 'unexpected-answer',
    })
  })
})

describe('a cloud that has other api-versions', () => {
  const words = (type: string, versions: string) =>
    `No registered resource provider found for location 'westeurope' and API version 'x' for type '${type}'. The supported api-versions are '${versions}'. The supported locations are 'westeurope'.`

  it('is asked in one that it says it has', async () => {
    const fault = (call: ArmCall) =>
      call.path === all(ACCOUNTS) && call.query.get('api-version') !== '2023-05-01'
        ? refusal(
            400,
            'NoRegisteredProviderFound',
            words('accounts', '2021-10-01, 2023-05-01, 2024-01-01-preview'),
          )
        : null
    const { reports } = await look({ estate, fault })
    const cell = reports['microsoft.cognitiveservices']?.coverage.cells?.find(
      ({ type }) => type === 'cognitive-account',
    )
    expect(cell?.status).toBe('complete')
  })

  it('has the newest one below ours chosen, a preview only where there is nothing else', () => {
    expect(otherVersion(words('x', '2021-10-01, 2023-05-01, 2024-01-01-preview'), '2025-06-01')).toBe(
      '2023-05-01',
    )
    expect(otherVersion(words('x', '2024-01-01-preview'), '2025-06-01')).toBe('2024-01-01-preview')
    expect(otherVersion(words('x', ''), '2025-06-01')).toBeNull()
  })
})

describe('a refusal', () => {
  const said = (status: number, code: string, message = '') =>
    classify(new ArmRefusal(status, code, message, new Headers()), 'Microsoft.X/y/read')
  const action = 'Microsoft.CognitiveServices/accounts/read'

  it.each([
    [
      403,
      'AuthorizationFailed',
      `The client 'c' with object id 'o' does not have authorization to perform action '${action}' over scope '/s' or the scope is invalid.`,
      { type: 'denied', permission: action },
    ],
    [
      403,
      'LinkedAuthorizationFailed',
      `The client has permission to perform action 'Microsoft.X/y/read' on scope 's', however, it does not have permission to perform action '${action}' on the linked scope(s) '/s'.`,
      { type: 'denied', permission: action },
    ],
    [
      409,
      'MissingSubscriptionRegistration',
      "The subscription is not registered to use namespace 'Microsoft.Search'.",
      { type: 'not-enabled', reason: 'provider-not-registered' },
    ],
    [400, 'SubscriptionNotRegistered', '', { type: 'not-enabled', reason: 'provider-not-registered' }],
    [
      403,
      'DisallowedOperation',
      'The current subscription type is not permitted to perform operations on any provider namespace.',
      { type: 'not-enabled', reason: 'subscription-type' },
    ],
    [
      400,
      'NoRegisteredProviderFound',
      "The supported api-versions are '2020-01-01'.",
      { type: 'failed', reason: 'NoRegisteredProviderFound' },
    ],
    [
      404,
      'InvalidResourceType',
      "The resource type 'applications' could not be found in the namespace for api version 'x'. The supported api-versions are ''.",
      { type: 'unsupported', reason: 'InvalidResourceType' },
    ],
    [
      404,
      'InvalidResourceType',
      "The resource type could not be found for api version 'x'. The supported api-versions are '2020-01-01'.",
      { type: 'failed', reason: 'InvalidResourceType' },
    ],
    [404, 'ResourceGroupNotFound', "Resource group 'gone' could not be found.", { type: 'gone' }],
    [
      404,
      'SubscriptionNotFound',
      '',
      { type: 'denied', permission: 'Microsoft.Resources/subscriptions/read' },
    ],
    [404, '', '', { type: 'failed', reason: 'http-404' }],
    [
      401,
      'PermissionDenied',
      'The principal `p` lacks the required data action `Microsoft.CognitiveServices/accounts/AIServices/agents/read` to perform `GET /api/projects/{projectName}/assistants` operation.',
      { type: 'denied', permission: 'Microsoft.CognitiveServices/accounts/AIServices/agents/read' },
    ],
    [401, 'PermissionDenied', '', { type: 'denied', permission: 'Microsoft.X/y/read' }],
    [401, 'InvalidAuthenticationToken', 'The access token is invalid.', { type: 'stale-credentials' }],
  ])('%s %s is what it says', (status, code, message, verdict) => {
    expect(said(status, code, message)).toMatchObject(verdict)
  })
})
