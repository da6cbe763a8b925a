import { type Finding, reportDigest, type ScanReport } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import {
  type AwsStandInOptions,
  everything,
  look,
  nothingTold,
  organisationData,
  SECRET_VALUE,
  smallAccount,
} from './testing/index.ts'

const data = smallAccount()
const findingsOf = (reports: Readonly<Record<string, ScanReport>>): Finding[] =>
  Object.values(reports).flatMap(({ findings }) => findings)
const named = (reports: Readonly<Record<string, ScanReport>>, key: RegExp) =>
  findingsOf(reports).find((finding) => key.test(finding.key))

describe('a look at an account', () => {
  it('leads from the endpoint over its model to the image and to the publisher', async () => {
    const { reports } = await look({ data }, { services: ['sagemaker'] })
    expect(named(reports, /^sagemaker-endpoint:.*fraud$/)).toMatchObject({
      kind: 'endpoint',
      grade: 'deployed',
      context: 'test',
      relations: [
        { type: 'serves', to: { value: 'arn:aws:sagemaker:eu-west-1:111122223333:model/fraud-v2' } },
      ],
      attributes: { capturesData: true, instanceTypes: ['ml.g5.xlarge'] },
    })
    expect(named(reports, /^sagemaker-model:/)).toMatchObject({
      model: { id: 'mistralai/Mistral-7B-Instruct-v0.2', publisher: 'mistral' },
      identifiers: [
        { type: 'arn', value: 'arn:aws:sagemaker:eu-west-1:111122223333:model/fraud-v2' },
        { type: 'image-digest', value: `sha256:${'a'.repeat(64)}` },
        { type: 'huggingface-repo', value: 'mistralai/Mistral-7B-Instruct-v0.2' },
      ],
    })
  })

  it('takes system, owner and environment from tags', async () => {
    const { reports } = await look({ data }, { services: ['sagemaker'] })
    expect(named(reports, /^sagemaker-endpoint:.*fraud$/)?.claims).toEqual([
      { field: 'system', value: 'fraud-detection', source: 'tag' },
      { field: 'technical-owner', value: 'risk-team', source: 'tag' },
      { field: 'environment', value: 'staging', source: 'tag' },
    ])
  })

  it('leads from the agent to its model, its tools, its knowledge and the store outside of AWS', async () => {
    const { reports } = await look({ data }, { services: ['bedrock-agent'] })
    expect(named(reports, /^bedrock-agent:/)).toMatchObject({
      grade: 'deployed',
      model: { publisher: 'anthropic' },
      attributes: { tools: ['refunds'], aliases: ['live'] },
      relations: [
        { type: 'uses', to: { type: 'resource-id' } },
        {
          type: 'uses',
          to: { type: 'arn', value: 'arn:aws:bedrock:eu-west-1:111122223333:knowledge-base/KB1' },
        },
      ],
    })
    expect(named(reports, /^bedrock-knowledge-base:/)?.relations).toContainEqual({
      type: 'uses',
      to: { type: 'host', value: 'manuals-x.svc.eu-west1.pinecone.io' },
    })
  })

  it('proves a model that is no resource by its metrics, and says who called it', async () => {
    const { reports } = await look({ data }, { services: ['cloudwatch', 'cloudtrail'] })
    const model = named(reports, /^bedrock-model:/)
    expect(model).toMatchObject({
      kind: 'model',
      grade: 'used',
      model: { publisher: 'anthropic' },
      attributes: { invocations: 7, inputTokens: 7, firstUsedOn: '2026-11-12', lastUsedOn: '2026-11-13' },
    })
    const callers = named(reports, /^bedrock-callers:/)
    expect(callers).toMatchObject({
      kind: 'usage',
      attributes: { callsSeen: 12, principals: ['arn:aws:iam::111122223333:role/shop'] },
    })
    expect(model?.identifiers).toEqual(expect.arrayContaining(callers?.identifiers ?? []))
  })

  it('joins the calls of an endpoint with the endpoint', async () => {
    const { reports } = await look({ data }, { services: ['cloudwatch'] })
    expect(named(reports, /^sagemaker-endpoint-use:/)).toMatchObject({
      kind: 'usage',
      identifiers: [{ type: 'arn', value: 'arn:aws:sagemaker:eu-west-1:111122223333:endpoint/fraud' }],
    })
  })

  it('joins the units that an endpoint of Comprehend consumed with the endpoint', async () => {
    const { reports } = await look({ data: smallAccount() }, { services: ['cloudwatch'] })
    const use = reports['eu-west-1/cloudwatch']?.findings.find(({ key }) =>
      key.startsWith('comprehend-endpoint-use:'),
    )
    expect(use).toMatchObject({
      kind: 'usage',
      grade: 'used',
      name: 'mail',
      identifiers: [
        {
          type: 'arn',
          value: 'arn:aws:comprehend:eu-west-1:111122223333:document-classifier-endpoint/mail',
        },
      ],
      attributes: { consumedInferenceUnits: 7, lastUsedOn: '2026-11-13' },
    })
  })

  it('reads the bill and who was let in', async () => {
    const { reports } = await look({ data }, { services: ['cost-explorer', 'iam'] })
    const bills = findingsOf(reports).filter(({ key }) => key.startsWith('ai-costs:'))
    expect(bills.map(({ name, supplier, attributes }) => [name, supplier, attributes.costsUsd])).toEqual([
      ['Amazon Bedrock', 'aws-bedrock', 12.5],
      ['Claude Sonnet 4.5 (Amazon Bedrock Edition)', 'aws-bedrock', 99.1],
    ])
    expect(named(reports, /^iam-last-accessed:bedrock$/)?.attributes.principals).toEqual([
      'arn:aws:iam::111122223333:role/shop',
    ])
    expect(named(reports, /^iam-last-accessed:(s3|sagemaker)$/)).toBeUndefined()
  })

  it('sees a supplier in the names of variables and parameters', async () => {
    const { reports } = await look({ data }, { services: ['lambda', 'ssm'] })
    expect(findingsOf(reports).map(({ kind, supplier, name }) => [kind, supplier, name])).toEqual([
      ['service', 'openai', 'summarise'],
      ['credential', 'anthropic', '/prod/ANTHROPIC_API_KEY'],
    ])
  })

  it('takes a catalogue of a thousand models for what is on offer, and no more', async () => {
    const { reports } = await look({ data }, { services: ['bedrock'] })
    expect(
      findingsOf(reports).map(({ kind, grade, attributes }) => [kind, grade, attributes.models]),
    ).toEqual([['service', 'available', 1000]])
  })

  it('keeps no value of a variable, parameter, tag or event', async () => {
    const { reports } = await look({ data })
    expect(JSON.stringify(reports)).not.toContain(SECRET_VALUE)
    expect(JSON.stringify(reports)).not.toContain('a-secret-for-tests-only')
  })
})

describe('the same account', () => {
  const digests = (reports: Readonly<Record<string, ScanReport>>) =>
    Object.fromEntries(Object.entries(reports).map(([key, report]) => [key, reportDigest(report)]))

  it('looks the same twice', async () => {
    const [first, second] = [await look({ data }), await look({ data })]
    expect(digests(first.reports)).toEqual(digests(second.reports))
    expect(findingsOf(first.reports).length).toBeGreaterThan(10)
  })

  it.each<[string, Partial<AwsStandInOptions>]>([
    ['one by one', { pageSize: 1 }],
    ['two by two', { pageSize: 2 }],
    ['with an empty page first', { emptyFirst: true, pageSize: 1 }],
    ['with fields that nobody knows yet', { future: true }],
  ])('looks the same %s', async (_, how) => {
    const services = ['sagemaker', 'bedrock-agent', 'lambda', 'ssm', 'iam']
    const whole = await look({ data }, { services })
    const cut = await look({ data, ...how }, { services })
    expect(digests(cut.reports)).toEqual(digests(whole.reports))
  })

  it('has exactly one finding less where one endpoint is gone, in a whole look', async () => {
    const services = ['sagemaker']
    const before = await look({ data }, { services })
    const after = await look(
      {
        data: (call) => {
          const output = data(call)
          if (call.operation !== 'sagemaker:ListEndpoints' || !output || !('Endpoints' in output))
            return output
          return { Endpoints: (output.Endpoints as object[]).slice(1) }
        },
      },
      { services },
    )
    const keys = (reports: Readonly<Record<string, ScanReport>>) => findingsOf(reports).map(({ key }) => key)
    expect(keys(before.reports).filter((key) => !keys(after.reports).includes(key))).toEqual([
      'sagemaker-endpoint:arn:aws:sagemaker:eu-west-1:111122223333:endpoint/fraud',
    ])
    expect(after.reports['eu-west-1/sagemaker']?.coverage.status).toBe('complete')
  })
})

describe('everything that the SDK’s models know', () => {
  it('is read in every service’s own protocol, with all fields, and with values that nobody knows yet', async () => {
    const all: AwsStandInOptions['data'] = (call) => organisationData({}, call) ?? everything(call)
    const { reports } = await look({ data: all, future: true })
    const odd = Object.values(reports).flatMap(({ scope, coverage }) =>
      coverage.status === 'complete' ? [] : [[scope.key, coverage.detail]],
    )
    expect(odd).toEqual([])
    expect(findingsOf(reports).length).toBeGreaterThan(170)
  })

  it('may be missing from an answer, field by field, and nothing breaks', async () => {
    const bare: AwsStandInOptions['data'] = (call) => organisationData({}, call) ?? nothingTold(call)
    const { reports } = await look({ data: bare }, { organization: true })
    const broken = Object.values(reports).flatMap(({ scope, coverage }) =>
      coverage.status === 'failed' ? [[scope.key, coverage.reason, coverage.detail]] : [],
    )
    expect(broken).toEqual([])
  })
})
