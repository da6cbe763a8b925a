import { collectReports, quickClock } from '@ai-census/scanner-kit/testing'
import type { Finding } from '@ai-census/schema'
import { describe, expect, it, vi } from 'vitest'
import { classify } from './classify.ts'
import { createAwsScanner } from './index.ts'
import { NOW, type Recorded, standInEnvironment, startNaiveServer } from './testing/index.ts'

/*
 * Answers in the shapes that AWS documents, with values of our own: the command line's output (times as text) in the places of
 * the wire's (times as seconds), CloudWatch in JSON and in XML, numbers of queries that are not ours.
 */
const json = (value: unknown): Recorded => ({
  status: 200,
  type: 'application/x-amz-json-1.1',
  body: JSON.stringify(value),
})
const xml = (body: string): Recorded => ({ status: 200, type: 'text/xml', body })
const unknown: Recorded = { status: 404, type: 'text/plain', body: 'Not recorded' }
const caller = xml(
  '<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::111122223333:user/ana</Arn><Account>111122223333</Account></GetCallerIdentityResult></GetCallerIdentityResponse>',
)
const CLAUDE = 'anthropic.claude-3-haiku-20240307-v1:0'

async function scan(recorded: Readonly<Record<string, Recorded>>, services: string) {
  await using server = await startNaiveServer({ GetCallerIdentity: caller, ...recorded }, unknown)
  Object.assign(process.env, standInEnvironment(server.url))
  const reports = await collectReports(
    createAwsScanner(quickClock()),
    { services },
    { now: () => NOW, source: 'aws:documented' },
  )
  const cells = new Map(
    reports.flatMap(({ coverage }) => (coverage.cells ?? []).map((cell) => [cell.type, cell] as const)),
  )
  const findings: Finding[] = reports.flatMap((report) => report.findings)
  return { cells, findings, of: (type: string) => findings.find(({ key }) => key.startsWith(`${type}:`)) }
}

// The first look loads clients of the SDK.
vi.setConfig({ testTimeout: 240_000 })

const customModel = 'arn:aws:bedrock:eu-west-1:111122223333:custom-model/amazon.nova-lite-v1:0/abc'

describe('times as the command line prints them', () => {
  it('are read where the wire has seconds', async () => {
    const { of, cells } = await scan(
      {
        ListEndpoints: json({
          Endpoints: [
            {
              EndpointName: 'fraud',
              EndpointArn: 'arn:aws:sagemaker:eu-west-1:111122223333:endpoint/fraud',
              CreationTime: '2026-06-13T20:32:54.526000+00:00',
              LastModifiedTime: '2026-06-14T20:32:54+00:00',
              EndpointStatus: 'InService',
            },
          ],
        }),
        ListTrainingJobs: json({
          TrainingJobSummaries: [
            {
              TrainingJobName: 'nightly',
              TrainingJobArn: 'arn:aws:sagemaker:eu-west-1:111122223333:training-job/nightly',
              CreationTime: '2021-03-01T08:00:00.123000+01:00',
              TrainingJobStatus: 'Completed',
            },
          ],
        }),
      },
      'sagemaker',
    )
    expect(of('sagemaker-endpoint')?.attributes.createdAt).toBe('2026-06-13T20:32:54.526Z')
    expect(cells.get('sagemaker-endpoint')?.status).not.toBe('failed')
    // Old jobs that a list shows are told, with their dates.
    expect(of('sagemaker-training-jobs')?.attributes).toMatchObject({
      jobs: 1,
      usageSince: '2021-03-01',
      lastUsedOn: '2021-03-01',
    })
  })

  it('are read as seconds where the wire has text', async () => {
    const { of } = await scan(
      {
        'GET /custom-models': json({
          modelSummaries: [
            {
              modelArn: customModel,
              modelName: 'triage',
              creationTime: 1_780_000_000,
              baseModelArn: 'arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0',
              baseModelName: 'Nova Lite',
            },
          ],
        }),
      },
      'bedrock',
    )
    expect(of('bedrock-custom-model')).toMatchObject({
      name: 'triage',
      attributes: { createdAt: '2026-05-28T20:26:40.000Z' },
    })
  })

  it('are read with a space and without a zone, as an emulator writes them', async () => {
    const at = '2026-11-27 09:24:01'
    const models = { modelSummaries: [{ modelArn: customModel, modelName: 'triage', creationTime: at }] }
    const { of } = await scan({ 'GET /custom-models': json(models) }, 'bedrock')
    expect(of('bedrock-custom-model')?.attributes.createdAt).toBe('2026-11-27T09:24:01.000Z')
  })
})

/** All metrics of a namespace at once, whatever was asked for; and sums under numbers and labels of somebody else. */
const metrics = [
  { Namespace: 'AWS/Bedrock', MetricName: 'Invocations', Dimensions: [{ Name: 'ModelId', Value: CLAUDE }] },
  {
    Namespace: 'AWS/Bedrock',
    MetricName: 'InputTokenCount',
    Dimensions: [{ Name: 'ModelId', Value: CLAUDE }],
  },
  { Namespace: 'AWS/Bedrock', MetricName: 'Invocations' },
  { Namespace: 'AWS/EC2', MetricName: 'CPUUtilization', Dimensions: [{ Name: 'InstanceId', Value: 'i-1' }] },
]
const sums = [
  { Id: 'tokens', Label: `${CLAUDE} InputTokenCount`, Timestamps: ['2026-11-12T00:00:00Z'], Values: [9000] },
  { Id: 'calls', Label: `${CLAUDE} Invocations`, Timestamps: ['2026-11-12T00:00:00Z'], Values: [7] },
]
const members = (name: string, all: readonly string[]) =>
  `<${name}>${all.map((one) => `<member>${one}</member>`).join('')}</${name}>`
const xmlOf = {
  ListMetrics: xml(
    `<ListMetricsResponse xmlns="http://monitoring.amazonaws.com/doc/2010-08-01/"><ListMetricsResult>${members(
      'Metrics',
      metrics.map(
        ({ Namespace, MetricName, Dimensions = [] }) =>
          `<MetricName>${MetricName}</MetricName><Namespace>${Namespace}</Namespace>${members(
            'Dimensions',
            Dimensions.map(({ Name, Value }) => `<Name>${Name}</Name><Value>${Value}</Value>`),
          )}`,
      ),
    )}</ListMetricsResult></ListMetricsResponse>`,
  ),
  GetMetricData: xml(
    `<GetMetricDataResponse xmlns="http://monitoring.amazonaws.com/doc/2010-08-01/"><GetMetricDataResult>${members(
      'MetricDataResults',
      sums.map(
        ({ Id, Label, Timestamps, Values }) =>
          `<Id>${Id}</Id><Label>${Label}</Label>${members('Timestamps', Timestamps)}${members('Values', Values.map(String))}<StatusCode>Complete</StatusCode>`,
      ),
    )}</GetMetricDataResult></GetMetricDataResponse>`,
  ),
}

describe('CloudWatch', () => {
  it.each<[string, Record<string, Recorded>]>([
    ['JSON', { ListMetrics: json({ Metrics: metrics }), GetMetricData: json({ MetricDataResults: sums }) }],
    ['XML, whatever it is asked in', xmlOf],
  ])(
    'answers in %s: each sum counts once, for the model and the metric that its label names',
    async (_, recorded) => {
      const { of, cells } = await scan(recorded, 'cloudwatch')
      // The terms of the model were not recorded, which the cell says.
      expect(cells.get('bedrock-model-use')?.status).toBe('partial')
      expect(of('bedrock-model')).toMatchObject({
        grade: 'used',
        model: { id: CLAUDE, publisher: 'anthropic' },
        attributes: { invocations: 7, inputTokens: 9000, lastUsedOn: '2026-11-12' },
      })
    },
  )

  it('that answers for metrics nobody asked for leaves a doubt', async () => {
    const { of, cells } = await scan(
      {
        ListMetrics: json({ Metrics: metrics }),
        GetMetricData: json({
          MetricDataResults: [
            { Id: 'x', Label: 'Latency', Timestamps: ['2026-11-12T00:00:00Z'], Values: [1] },
          ],
        }),
      },
      'cloudwatch',
    )
    expect(of('bedrock-model')).toBeUndefined()
    expect(cells.get('bedrock-model-use')?.status).toBe('partial')
  })

  it('proves services that have no resources, by the operations that are use and none of our own', async () => {
    const by = (Namespace: string, MetricName: string, Operation: string) => ({
      Namespace,
      MetricName,
      Dimensions: [{ Name: 'Operation', Value: Operation }],
    })
    const listed = [
      by('AWS/Rekognition', 'SuccessfulRequestCount', 'DetectFaces'),
      by('AWS/Rekognition', 'SuccessfulRequestCount', 'ListCollections'),
      by('AWS/Polly', '2XXCount', 'ListLexicons'),
      { Namespace: 'AWS/Textract', MetricName: 'SuccessfulRequestCount' },
      {
        Namespace: 'AWS/Translate',
        MetricName: 'CharacterCount',
        Dimensions: [{ Name: 'LanguagePair', Value: 'en-de' }],
      },
    ]
    const at = ['2026-11-12T00:00:00Z']
    const { of, cells } = await scan(
      {
        ListMetrics: json({ Metrics: listed }),
        GetMetricData: json({
          MetricDataResults: [
            { Id: 'a', Label: 'DetectFaces SuccessfulRequestCount', Timestamps: at, Values: [31] },
            { Id: 'b', Label: 'CharacterCount', Timestamps: at, Values: [4200] },
          ],
        }),
      },
      'cloudwatch',
    )
    expect(of('rekognition-use')).toMatchObject({
      grade: 'used',
      supplier: 'aws-ai-services',
      attributes: { calls: 31, operations: ['DetectFaces'] },
    })
    expect(of('translate-use')?.attributes).toMatchObject({ characters: 4200 })
    // Lists are what this scanner asks itself; without operations nobody can tell them apart.
    expect(of('polly-use')).toBeUndefined()
    expect(of('textract-use')).toBeUndefined()
    // The list is one that knows other services as well.
    expect(cells.get('polly-use')?.status).toBe('partial')
  })
})

describe('a refusal', () => {
  const said = (name: string, message: string, status = 400) =>
    classify(
      Object.assign(new Error(message), { name, $metadata: { httpStatusCode: status } }),
      'bedrock:ListGuardrails',
    )

  it.each<[string, string, number, object]>([
    [
      'AccessDeniedException',
      'User: arn:aws:iam::111122223333:user/ana is not authorized to perform: bedrock:ListGuardrails because no identity-based policy allows the bedrock:ListGuardrails action',
      403,
      { type: 'denied', permission: 'bedrock:ListGuardrails' },
    ],
    [
      'AccessDeniedException',
      'Your account is not authorized to invoke this API operation.',
      403,
      { type: 'failed', detail: 'AWS refuses the account itself, whatever its roles may' },
    ],
    [
      'AccessDeniedException',
      'The service is no longer available to new customers.',
      403,
      { type: 'not-enabled' },
    ],
    [
      'UnrecognizedClientException',
      'The security token included in the request is invalid.',
      400,
      { type: 'denied', permission: 'credentials' },
    ],
    [
      'OptInRequired',
      'You are not subscribed to this service.',
      403,
      { type: 'not-enabled', reason: 'OptInRequired' },
    ],
    [
      'SubscriptionRequiredException',
      'The AWS Access Key Id needs a subscription for the service',
      400,
      { type: 'not-enabled' },
    ],
    ['UnknownOperationException', '', 404, { type: 'unsupported', reason: 'operation' }],
    ['ValidationException', 'The feature is not supported in this region.', 400, { type: 'unsupported' }],
    [
      'ValidationException',
      'The requested operation is not recognized by the service.',
      400,
      { type: 'unsupported' },
    ],
    [
      'ValidationException',
      '1 validation error detected',
      400,
      { type: 'failed', reason: 'ValidationException' },
    ],
    ['ThrottlingException', 'Rate exceeded', 400, { type: 'throttled' }],
    ['ResourceNotFoundException', 'Agent not found', 404, { type: 'gone' }],
    // A page for people, which the SDK calls by a name of its own.
    ['NotFound', 'Unknown', 404, { type: 'failed', reason: 'http-404' }],
    ['SyntaxError', 'Unexpected token', 404, { type: 'failed', reason: 'http-404' }],
  ])('%s (%s) is what it says', (name, message, status, verdict) => {
    expect(said(name, message, status)).toMatchObject(verdict)
  })
})

describe('a last page', () => {
  it('is the last one where it says so, whatever marker comes with it', async () => {
    const page = (name: string) =>
      xml(
        `<List${name}Response><List${name}Result><${name}/><IsTruncated>false</IsTruncated><Marker>m</Marker></List${name}Result></List${name}Response>`,
      )
    const { cells } = await scan({ ListRoles: page('Roles'), ListUsers: page('Users') }, 'iam')
    expect(cells.get('iam-last-accessed')).toMatchObject({ status: 'complete', pages: 2 })
  })
})
