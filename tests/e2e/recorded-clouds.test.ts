/**
 * A person points the scanners at a server that gives kept answers again, as emulators and recordings do: it knows a part of
 * what is asked, in one page, whatever the question was. Shapes are those that the providers document; the values are ours.
 */
import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ScanReport } from '@ai-census/schema'
import { expect, it } from 'vitest'
import { cli, temporary } from '../support/cli.ts'
import { type Kept, loopbackOnly, startRecorder } from '../support/recorder.ts'

async function scan(
  scanner: string,
  kept: Readonly<Record<string, Kept>>,
  settings: (url: string) => readonly string[],
  env: (url: string) => Record<string, string> = () => ({}),
) {
  using state = temporary(`recorded-${scanner}`)
  await using recorder = await startRecorder(kept)
  const connections = join(state.path, 'connections')
  const run = (format: string) =>
    cli(
      ['scan', '--scanner', scanner, '--format', format].concat(
        settings(recorder.url).flatMap((setting) => ['--set', setting]),
      ),
      { state: state.path, cwd: state.path, env: { ...loopbackOnly(connections), ...env(recorder.url) } },
    )
  const { code, stdout, stderr } = await run('json')
  // A check asks for one thing by each permission of the table: every client that there is.
  const checked = await cli(
    ['check', scanner].concat(settings(recorder.url).flatMap((setting) => ['--set', setting])),
    { state: state.path, cwd: state.path, env: { ...loopbackOnly(connections), ...env(recorder.url) } },
  )
  const parsed: unknown = JSON.parse(stdout)
  const reports = ScanReport.array().parse(Array.isArray(parsed) ? parsed : Object(parsed).reports)
  const cells = reports.flatMap(({ coverage }) => coverage.cells ?? [])
  return {
    code,
    stderr,
    checked,
    asked: [...recorder.asked],
    left: existsSync(connections)
      ? [...new Set(readFileSync(connections, 'utf8').split('\n').filter(Boolean))]
      : [],
    findings: reports.flatMap(({ findings }) => findings),
    complete: cells
      .filter(({ status }) => status === 'complete')
      .map(({ type }) => type)
      .sort(),
  }
}

it('knows a connection that leaves this machine when it sees one', async () => {
  using state = temporary('recorded-guard')
  const file = join(state.path, 'connections')
  const program =
    "await fetch('https://sts.amazonaws.com').catch((error) => console.log(error.cause.message))"
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
    env: { PATH: process.env.PATH, ...loopbackOnly(file) },
  })
  expect(stdout.trim()).toBe('connect sts.amazonaws.com')
  expect(readFileSync(file, 'utf8')).toBe('sts.amazonaws.com\n')
})

const SUB = '/subscriptions/00000000-1111-2222-3333-444444444444'
const ACCOUNTS = `${SUB}/providers/Microsoft.CognitiveServices/accounts`
const ACCOUNT = `${SUB}/resourceGroups/shop/providers/Microsoft.CognitiveServices/accounts/shop-ai`

it('Azure: the account, its deployments and their makers', async () => {
  const systemData = {
    createdBy: 'ada@acme.example',
    createdByType: 'User',
    createdAt: '2026-04-03T04:41:33.937Z',
  }
  const deployment = (name: string, model: object) => ({
    id: `${ACCOUNT}/deployments/${name}`,
    name,
    type: 'Microsoft.CognitiveServices/accounts/deployments',
    sku: { name: 'GlobalStandard', capacity: 1 },
    properties: { model, provisioningState: 'Succeeded' },
    systemData,
  })
  const result = await scan(
    'azure',
    {
      'GET /subscriptions': {
        json: {
          value: [
            { id: SUB, subscriptionId: SUB.slice(15), displayName: 'Shop', state: 'Enabled', tenantId: 't' },
          ],
        },
      },
      [`GET ${ACCOUNTS}`]: {
        json: {
          value: [
            {
              id: ACCOUNT,
              name: 'shop-ai',
              type: 'Microsoft.CognitiveServices/accounts',
              location: 'West Europe',
              kind: 'AIServices',
              sku: { name: 'S0' },
              identity: { type: 'SystemAssigned', principalId: 'b5cf119e-0000-1111-2222-333344445555' },
              properties: {
                endpoint: 'https://shop-ai.cognitiveservices.azure.com/',
                customSubDomainName: 'shop-ai',
                provisioningState: 'Succeeded',
                dateCreated: '2026-01-10T22:19:29.8347758Z',
              },
            },
          ],
        },
      },
      [`GET ${ACCOUNT}/deployments`]: {
        json: {
          value: [
            deployment('chat', { format: 'OpenAI', name: 'gpt-4o-mini', version: '2024-07-18' }),
            deployment('mistral', { format: 'Mistral AI', name: 'mistral-medium-2505', version: '1' }),
          ],
        },
      },
    },
    (url) => [`endpoint=${url}`, 'allowInsecure=true'],
  )
  expect(result.left).toEqual([])
  // What is not known to be missing is not said to be.
  expect(result.checked.stdout).toMatch(/^UNKNOWN {2}.*status 404/m)
  expect(result.checked.stdout).toMatch(/^ok /m)
  expect(result.findings.map(({ name, model }) => [name, model?.id, model?.publisher]).sort()).toEqual([
    ['chat', 'gpt-4o-mini', 'openai'],
    ['mistral', 'mistral-medium-2505', 'mistral'],
    ['shop-ai', undefined, undefined],
  ])
  // There is no account of a kind that is asked for its calls as a whole.
  expect(result.complete).toEqual(['ai-service-use', 'cognitive-account', 'cognitive-deployment'])
  expect(result.code).toBe(3)
})

const REGION = 'eu-west-1'
const amazon = (url: string) => ({
  AWS_ENDPOINT_URL: url,
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'a-secret-of-tests',
  AWS_REGION: REGION,
  AWS_EC2_METADATA_DISABLED: 'true',
})

it('AWS: an endpoint, an agent with its model, and what CloudWatch proves', async () => {
  const CLAUDE = 'anthropic.claude-sonnet-4-20250514-v1:0'
  const result = await scan(
    'aws',
    {
      GetCallerIdentity: {
        xml: '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:iam::111122223333:user/ana</Arn><UserId>AIDAEXAMPLE</UserId><Account>111122223333</Account></GetCallerIdentityResult></GetCallerIdentityResponse>',
      },
      // As the command line prints it: times in words.
      ListEndpoints: {
        json: {
          Endpoints: [
            {
              EndpointName: 'fraud',
              EndpointArn: `arn:aws:sagemaker:${REGION}:111122223333:endpoint/fraud`,
              CreationTime: '2026-06-13T20:32:54.526000+00:00',
              LastModifiedTime: '2026-06-13T20:32:54.526000+00:00',
              EndpointStatus: 'InService',
            },
          ],
        },
      },
      'POST /agents/': {
        json: {
          agentSummaries: [
            {
              agentId: 'AGENT12345',
              agentName: 'claims',
              agentStatus: 'PREPARED',
              updatedAt: '2026-07-01T10:00:00.123456Z',
            },
          ],
        },
      },
      'GET /agents/AGENT12345/': {
        json: {
          agent: {
            agentId: 'AGENT12345',
            agentName: 'claims',
            agentArn: `arn:aws:bedrock:${REGION}:111122223333:agent/AGENT12345`,
            agentVersion: 'DRAFT',
            agentStatus: 'PREPARED',
            foundationModel: CLAUDE,
            agentResourceRoleArn: 'arn:aws:iam::111122223333:role/agent',
            idleSessionTTLInSeconds: 600,
            createdAt: '2026-06-30T10:00:00.123456Z',
            updatedAt: '2026-07-01T10:00:00.123456Z',
          },
        },
      },
      ListMetrics: {
        json: {
          Metrics: [
            {
              Namespace: 'AWS/Bedrock',
              MetricName: 'Invocations',
              Dimensions: [{ Name: 'ModelId', Value: CLAUDE }],
            },
          ],
        },
      },
      GetMetricData: {
        json: {
          MetricDataResults: [
            {
              Id: 'q1',
              Label: 'Invocations',
              Timestamps: [1_795_000_000],
              Values: [12],
              StatusCode: 'Complete',
            },
          ],
        },
      },
    },
    () => [],
    amazon,
  )
  expect(result.left).toEqual([])
  // What is not known to be missing is not said to be.
  expect(result.checked.stdout).toMatch(/^UNKNOWN {2}.*status 404/m)
  expect(result.checked.stdout).toMatch(/^ok /m)
  const byKind = (type: string) => result.findings.find(({ key }) => key.startsWith(`${type}:`))
  expect(byKind('sagemaker-endpoint')?.attributes.createdAt).toBe('2026-06-13T20:32:54.526Z')
  expect(byKind('bedrock-agent')).toMatchObject({
    name: 'claims',
    model: { id: CLAUDE, publisher: 'anthropic' },
  })
  expect(byKind('bedrock-model')).toMatchObject({
    grade: 'used',
    model: { id: CLAUDE, publisher: 'anthropic' },
  })
  expect(result.findings).toHaveLength(3)
  // Nothing that was not kept counts as looked at.
  expect(result.complete).toEqual([])
  expect(result.code).toBe(3)
})

it('Google Cloud: an endpoint with its model, and a publisher’s model that was called', async () => {
  const HOME = 'projects/4711/locations/europe-west4'
  const result = await scan(
    'gcp',
    {
      'GET /v3/projects/acme-prod': {
        json: { name: 'projects/4711', projectId: 'acme-prod', displayName: 'Acme', state: 'ACTIVE' },
      },
      'GET /v1/projects/acme-prod/locations/europe-west4/endpoints': {
        json: {
          endpoints: [
            {
              name: `${HOME}/endpoints/123`,
              displayName: 'churn',
              createTime: '2026-02-03T04:05:06.123456Z',
              deployedModels: [{ id: '9', model: `${HOME}/models/456`, createTime: '2026-02-03T04:05:06Z' }],
            },
          ],
          nextPageToken: '',
        },
      },
      'GET /v3/projects/acme-prod/timeSeries': {
        json: {
          timeSeries: [
            {
              metric: { type: 'aiplatform.googleapis.com/publisher/online_serving/model_invocation_count' },
              resource: {
                type: 'aiplatform.googleapis.com/PublisherModel',
                labels: {
                  publisher: 'anthropic',
                  model_user_id: 'claude-sonnet-4',
                  location: 'us-east5',
                  project_id: 'acme-prod',
                },
              },
              points: [
                {
                  interval: { startTime: '2026-11-12T00:00:00Z', endTime: '2026-11-13T00:00:00Z' },
                  value: { int64Value: '42' },
                },
              ],
            },
          ],
        },
      },
    },
    (url) => [`endpoint=${url}`, 'allowInsecure=true', 'projects=acme-prod', 'locations=europe-west4'],
  )
  expect(result.left).toEqual([])
  // What is not known to be missing is not said to be.
  expect(result.checked.stdout).toMatch(/^UNKNOWN {2}.*status 404/m)
  expect(result.checked.stdout).toMatch(/^ok /m)
  expect(result.findings.find(({ name }) => name === 'churn')).toMatchObject({
    grade: 'deployed',
    kind: 'endpoint',
  })
  expect(result.findings.find(({ key }) => key.startsWith('vertex-model-use'))).toMatchObject({
    model: { publisher: 'anthropic' },
    attributes: { invocations: 42 },
  })
  expect(result.complete).toContain('vertex-endpoint')
  expect(result.code).toBe(3)
})
