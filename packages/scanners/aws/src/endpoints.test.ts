import { collectReports, quickClock } from '@ai-census/scanner-kit/testing'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { classify } from './classify.ts'
import { createAwsScanner } from './index.ts'
import { hasOwnEndpoint } from './own-endpoint.ts'
import { globalRegion, nearRegion } from './partitions.ts'
import { NOW, smallAccount, standInEnvironment, startAwsStandIn } from './testing/index.ts'

afterEach(() => vi.unstubAllEnvs())

describe('an endpoint of one’s own', () => {
  it('holds for one service alone where it is set for that service', async () => {
    await using rest = await startAwsStandIn({ data: smallAccount() })
    await using one = await startAwsStandIn({ data: smallAccount() })
    for (const [name, value] of Object.entries(standInEnvironment(rest.url))) vi.stubEnv(name, value)
    vi.stubEnv('AWS_ENDPOINT_URL_SAGEMAKER', one.url)
    vi.stubEnv('AWS_ENDPOINT_URL_BEDROCK_AGENT', one.url)
    await collectReports(
      createAwsScanner(quickClock()),
      { services: ['sagemaker', 'bedrock-agent', 'lambda'] },
      { now: () => NOW },
    )
    const servicesOf = (calls: typeof one.calls) =>
      [...new Set(calls.map(({ model }) => model.service))].sort()
    expect(servicesOf(one.calls)).toEqual(['bedrock-agent', 'sagemaker'])
    expect(servicesOf(rest.calls)).toEqual(['ec2', 'lambda', 'resource-groups-tagging-api', 'sts'])
  })

  it('has no names put before it', () => {
    expect(hasOwnEndpoint('sagemaker', { AWS_ENDPOINT_URL: 'http://127.0.0.1:1' })).toBe(true)
    expect(hasOwnEndpoint('sagemaker', { AWS_ENDPOINT_URL_LAMBDA: 'http://127.0.0.1:1' })).toBe(false)
    expect(hasOwnEndpoint('cost-explorer', { AWS_ENDPOINT_URL_COST_EXPLORER: 'http://127.0.0.1:1' })).toBe(
      true,
    )
  })
})

describe('credentials', () => {
  it('that nobody gives make one denied source, with what to do', async () => {
    await using aws = await startAwsStandIn({ data: smallAccount() })
    for (const [name, value] of Object.entries(standInEnvironment(aws.url))) vi.stubEnv(name, value)
    for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_PROFILE'])
      vi.stubEnv(name, undefined)
    const reports = await collectReports(createAwsScanner(quickClock()), {}, { now: () => NOW })
    expect(reports.map(({ coverage }) => [coverage.status, coverage.reason])).toEqual([
      ['denied', 'credentials'],
    ])
    expect(reports[0]?.coverage.detail).toContain('AWS_PROFILE')
    expect(aws.calls).toEqual([])
  })
})

describe('a partition', () => {
  it('has homes of its own for what is not regional', () => {
    expect(globalRegion('aws-us-gov', 'iam')).toBe('us-gov-west-1')
    expect(globalRegion('aws-cn', 'cost-explorer')).toBe('cn-northwest-1')
    expect(nearRegion('aws-cn', {})).toBe('cn-north-1')
    expect(nearRegion('aws', { AWS_REGION: 'eu-north-1' })).toBe('eu-north-1')
  })
})

describe('a refusal', () => {
  const error = (name: string, rest: object = {}) => Object.assign(new Error('x'), { name }, rest)

  it('of a name that is not known is no word about the region', () => {
    expect(classify(error('Error', { code: 'ENOTFOUND' }), 'x:List')).toMatchObject({
      type: 'unsupported',
      reason: 'no-address',
    })
  })

  it('without an answer is tried twice', () => {
    expect(classify(error('TimeoutError'), 'x:List')).toMatchObject({ type: 'transient', most: 2 })
  })

  it('never repeats what AWS says word by word', () => {
    const said = Object.assign(error('AccessDeniedException'), {
      message: 'User: arn:aws:sts::1:assumed-role/secret-name is not authorized to perform: a:B',
    })
    expect(classify(said, 'x:List')).toEqual({
      type: 'denied',
      permission: 'a:B',
      detail: 'the permission a:B is missing',
    })
  })
})
