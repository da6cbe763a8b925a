import { describe, expect, it, vi } from 'vitest'
import { type AwsCall, look, organisationData } from './testing/index.ts'

const HERE = 'eu-west-1:111122223333'
const PROMPT = 'You are a claims agent and this must stay where it is'

const task = (Resource: string, given: object) => ({ Type: 'Task', Resource, End: true, ...given })

/** As AWS's documentation of the integrations shows them, in both languages; the values are ours. */
const claims = {
  QueryLanguage: 'JSONPath',
  StartAt: 'Draft',
  States: {
    Draft: task('arn:aws:states:::bedrock:invokeModel', {
      Parameters: {
        ModelId: 'us.anthropic.claude-sonnet-4-20250514-v1:0',
        Body: { messages: [{ role: 'user', content: PROMPT }] },
      },
    }),
    Each: {
      Type: 'Map',
      ItemProcessor: {
        StartAt: 'Ask',
        States: {
          Ask: task('arn:aws:states:::aws-sdk:bedrockagentruntime:invokeAgent', {
            Arguments: { AgentId: 'AGENT12345', AgentAliasId: 'A1', InputText: `{% ${PROMPT} %}` },
          }),
          Harness: task('arn:aws:states:::bedrockagentcore:invokeHarness', {
            Arguments: { HarnessArn: `arn:aws:bedrock-agentcore:${HERE}:harness/help` },
          }),
        },
      },
      End: true,
    },
    Fork: {
      Type: 'Parallel',
      Branches: [
        {
          StartAt: 'Search',
          States: {
            Search: task('arn:aws:states:::aws-sdk:bedrockagentruntime:retrieveAndGenerate', {
              Parameters: {
                RetrieveAndGenerateConfiguration: {
                  KnowledgeBaseConfiguration: {
                    KnowledgeBaseId: 'KB1',
                    'ModelArn.$': '$.model',
                  },
                },
              },
            }),
          },
        },
        {
          StartAt: 'Outside',
          States: {
            Outside: task('arn:aws:states:::http:invoke', {
              Parameters: {
                ApiEndpoint: 'https://api.openai.com/v1/chat/completions',
                Authentication: { ConnectionArn: `arn:aws:events:${HERE}:connection/openai/1` },
                RequestBody: { prompt: PROMPT },
              },
            }),
          },
        },
      ],
      End: true,
    },
    Deploy: task('arn:aws:states:::sagemaker:createEndpoint', {
      Parameters: { EndpointName: 'Fraud', 'EndpointConfigName.$': '$.config' },
    }),
    Score: task('arn:aws:states:::sagemaker:createTransformJob.sync', { Parameters: { ModelName: 'Churn' } }),
    Faces: task('arn:aws:states:::aws-sdk:rekognition:detectFaces', { Parameters: {} }),
    Code: task(`arn:aws:lambda:${HERE}:function:x`, {}),
  },
}
const plain = { StartAt: 'A', States: { A: task('arn:aws:states:::sqs:sendMessage', { Parameters: {} }) } }

const machine = (name: string) => ({
  stateMachineArn: `arn:aws:states:${HERE}:stateMachine:${name}`,
  name,
  type: 'STANDARD',
  creationDate: new Date('2026-03-04T05:06:07Z'),
})

const data =
  (definitions: Readonly<Record<string, string>>) =>
  (call: AwsCall): object | undefined => {
    if (call.operation === 'sfn:ListStateMachines')
      return { stateMachines: Object.keys(definitions).map(machine) }
    if (call.operation === 'sfn:DescribeStateMachine') {
      const name = String(call.input.stateMachineArn).split(':').at(-1) ?? ''
      const definition = definitions[name]
      return { ...machine(name), status: 'ACTIVE', definition, roleArn: 'arn:aws:iam::111122223333:role/r' }
    }
    if (call.operation === 'eventbridge:ListApiDestinations')
      return {
        ApiDestinations: [
          ['to-mistral', 'https://api.mistral.ai/v1/*'],
          ['to-shop', 'https://shop.example/orders'],
          // A place for people, where nothing answers for a model.
          ['to-page', 'https://platform.openai.com/docs'],
        ].map(([Name, InvocationEndpoint]) => ({
          Name,
          InvocationEndpoint: `${InvocationEndpoint}?token=${PROMPT}`,
          ApiDestinationArn: `arn:aws:events:${HERE}:api-destination/${Name}/1`,
          ApiDestinationState: 'ACTIVE',
          HttpMethod: 'POST',
        })),
      }
    return organisationData({}, call)
  }

// The first look loads clients of the SDK.
vi.setConfig({ testTimeout: 120_000 })

describe('a state machine', () => {
  it('that calls AI itself is a pipeline of each supplier, with models, agents and hosts', async () => {
    const { reports } = await look(
      { data: data({ claims: JSON.stringify(claims), plain: JSON.stringify(plain) }) },
      { services: ['states'] },
    )
    const { findings = [], coverage } = reports['eu-west-1/states'] ?? {}
    expect(coverage?.status).toBe('complete')
    const to = (supplier: string) => findings.find((one) => one.supplier === supplier)
    expect(findings.map(({ supplier }) => supplier).sort()).toEqual([
      'aws-ai-services',
      'aws-bedrock',
      'aws-sagemaker',
      'openai',
    ])
    expect(to('aws-bedrock')).toMatchObject({
      kind: 'pipeline',
      grade: 'deployed',
      name: 'claims',
      model: { id: 'us.anthropic.claude-sonnet-4-20250514-v1:0', publisher: 'anthropic' },
      attributes: {
        actions: [
          'bedrock:invokeModel',
          'bedrockagentcore:invokeHarness',
          'bedrockagentruntime:invokeAgent',
          'bedrockagentruntime:retrieveAndGenerate',
        ],
      },
    })
    expect(to('aws-bedrock')?.relations?.map(({ to: { value } }) => value)).toEqual([
      'aws:111122223333/eu-west-1/bedrock/us.anthropic.claude-sonnet-4-20250514-v1:0',
      `arn:aws:bedrock:${HERE}:agent/AGENT12345`,
      `arn:aws:bedrock-agentcore:${HERE}:harness/help`,
      `arn:aws:bedrock:${HERE}:knowledge-base/KB1`,
    ])
    expect(to('aws-sagemaker')?.relations?.map(({ to: { value } }) => value)).toEqual([
      `arn:aws:sagemaker:${HERE}:endpoint/fraud`,
      `arn:aws:sagemaker:${HERE}:model/churn`,
    ])
    expect(to('openai')?.relations).toEqual([
      { type: 'calls', to: { type: 'host', value: 'api.openai.com' } },
    ])
    // Of what it says to models nothing leaves the scanner.
    expect(JSON.stringify(reports)).not.toContain('claims agent')
  })

  it('whose definition is in no such language is a doubt, and one that is gone is none', async () => {
    const { reports } = await look(
      {
        data: data({ odd: 'not a definition', gone: '{}' }),
        fault: ({ operation, input }) =>
          operation === 'sfn:DescribeStateMachine' && String(input.stateMachineArn).endsWith('gone')
            ? { status: 400, code: 'StateMachineDoesNotExist', message: 'State Machine Does Not Exist' }
            : null,
      },
      { services: ['states'] },
    )
    const report = reports['eu-west-1/states']
    expect(report?.findings).toEqual([])
    expect(report?.unknowns.map(({ place, reason }) => [place, reason])).toEqual([
      ['state-machine: states:DescribeStateMachine', 'malformed'],
    ])
  })

  it('whose definition only another key opens is kept from us, aloud', async () => {
    const { reports } = await look(
      {
        data: data({ sealed: JSON.stringify(claims) }),
        fault: ({ operation }) =>
          operation === 'sfn:DescribeStateMachine'
            ? { status: 400, code: 'KmsAccessDeniedException', message: 'x' }
            : null,
      },
      { services: ['states'] },
    )
    expect(reports['eu-west-1/states']?.coverage).toMatchObject({
      status: 'partial',
      reason: 'KmsAccessDeniedException',
    })
  })
})

describe('an API destination', () => {
  it('is AI where its address is a supplier’s, and leaves what the address says behind', async () => {
    const { reports } = await look({ data: data({}) }, { services: ['events'] })
    const { findings = [] } = reports['eu-west-1/events'] ?? {}
    expect(findings.map(({ name, supplier, kind }) => [name, supplier, kind])).toEqual([
      ['to-mistral', 'mistral', 'service'],
    ])
    expect(findings[0]?.relations).toEqual([{ type: 'calls', to: { type: 'host', value: 'api.mistral.ai' } }])
    expect(JSON.stringify(reports)).not.toContain('claims agent')
  })
})
