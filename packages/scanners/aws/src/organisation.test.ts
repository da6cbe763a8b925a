import { collectReports, quickClock } from '@ai-census/scanner-kit/testing'
import { describe, expect, it } from 'vitest'
import { createAwsScanner } from './index.ts'
import {
  type AwsCall,
  type Fault,
  look,
  NOW,
  type OrganisationOptions,
  smallAccount,
  standInEnvironment,
  startAwsStandIn,
} from './testing/index.ts'

const organisation: OrganisationOptions = {
  accounts: [
    { id: '111122223333', name: 'acme' },
    { id: '444455556666', name: 'shop-dev' },
    { id: '777788889999', name: 'bank' },
    { id: '000000000001', name: 'old', status: 'SUSPENDED' },
  ],
  regions: ['eu-west-1', 'us-east-1'],
  regionsOff: ['ap-east-1'],
}
const data = smallAccount(organisation)
const all = { organization: true, services: ['sagemaker', 'iam'] }

describe('an organisation', () => {
  it('is looked at account by account and region by region, under one source', async () => {
    const { reports } = await look({ data }, all)
    expect(
      Object.keys(reports)
        .filter((key) => key.includes('sagemaker'))
        .sort(),
    ).toEqual([
      'aws:444455556666/eu-west-1/sagemaker',
      'aws:444455556666/us-east-1/sagemaker',
      'aws:777788889999/eu-west-1/sagemaker',
      'aws:777788889999/us-east-1/sagemaker',
      'eu-west-1/sagemaker',
      'us-east-1/sagemaker',
    ])
    expect(new Set(Object.values(reports).map(({ scope }) => scope.source))).toEqual(new Set(['aws:o-acme']))
    expect(
      reports['aws:444455556666/eu-west-1/sagemaker']?.findings.find(({ name }) => name === 'churn')?.context,
    ).toBe('development')
  })

  it('assumes the role once an account, and never in its own', async () => {
    const { calls } = await look({ data }, { ...all, externalId: 'acme-1' })
    const assumed = calls.filter(({ operation }) => operation === 'sts:AssumeRole')
    expect(assumed.map(({ input }) => input.RoleArn).sort()).toEqual([
      'arn:aws:iam::444455556666:role/AiCensusReader',
      'arn:aws:iam::777788889999:role/AiCensusReader',
    ])
    expect(assumed[0]?.input.ExternalId).toBe('acme-1')
  })

  it('says of a region that is off that it is off', async () => {
    const { reports } = await look({ data }, all)
    expect(reports['ap-east-1/region']?.coverage).toMatchObject({
      status: 'not-enabled',
      reason: 'region-not-enabled',
    })
  })

  it('says of an account whose role may not be assumed that it is denied, and reads the others', async () => {
    const fault = ({ operation, input }: AwsCall): Fault | null =>
      operation === 'sts:AssumeRole' && String(input.RoleArn).includes('777788889999')
        ? {
            status: 403,
            code: 'AccessDenied',
            message:
              'User: arn:aws:iam::111122223333:user/census is not authorized to perform: sts:AssumeRole on resource: x',
          }
        : null
    const { reports } = await look({ data, fault }, all)
    expect(reports['aws:777788889999/global/account']?.coverage).toMatchObject({
      status: 'denied',
      reason: 'sts:AssumeRole',
    })
    expect(Object.keys(reports).filter((key) => key.startsWith('aws:777788889999'))).toHaveLength(1)
    expect(reports['aws:444455556666/global/account']?.coverage.status).toBe('complete')
    expect(reports['aws:444455556666/eu-west-1/sagemaker']?.coverage.status).toBe('complete')
  })

  it('whose regions may not be asked for is read where it is known to be, and says that there may be more', async () => {
    const fault = ({ operation }: AwsCall): Fault | null =>
      operation === 'ec2:DescribeRegions' ? { status: 403, code: 'UnauthorizedOperation' } : null
    const { reports } = await look({ data, fault }, { services: ['sagemaker'] })
    expect(reports['eu-west-1/sagemaker']?.coverage.status).toBe('complete')
    expect(reports['global/account']?.coverage).toMatchObject({
      status: 'denied',
      reason: 'ec2:DescribeRegions',
    })
  })

  it('says that a closed account is closed', async () => {
    const { reports } = await look({ data }, all)
    expect(reports['aws:000000000001/global/account']?.coverage).toMatchObject({
      status: 'not-enabled',
      reason: 'closed-account',
    })
    expect(reports['source:aws:test']).toBeUndefined()
  })

  it('keeps the accounts before the break of a list that breaks off, and says so', async () => {
    const fault = ({ operation, before }: AwsCall): Fault | null =>
      operation === 'organizations:ListAccounts' && before > 0
        ? { status: 400, code: 'AccessDeniedException' }
        : null
    const { reports } = await look({ data, fault, pageSize: 2 }, all)
    expect(Object.keys(reports)).toContain('aws:444455556666/eu-west-1/sagemaker')
    expect(reports['source:aws:test']?.coverage).toMatchObject({
      status: 'denied',
      reason: 'organizations:ListAccounts',
    })
  })

  it('says how many scopes remain', async () => {
    await using aws = await startAwsStandIn({ data })
    Object.assign(process.env, standInEnvironment(aws.url))
    const said: string[] = []
    await collectReports(createAwsScanner(quickClock()), all, {
      now: () => NOW,
      source: 'aws:test',
      onEvent: (event) => {
        if (event.type === 'progress' && event.what === 'scopes') said.push(`${event.done} of ${event.total}`)
      },
    })
    expect(said.at(-1)).toBe('16 of 16')
  })

  it('has one region fall out without a word about any other', async () => {
    const fault = ({ region, operation }: AwsCall): Fault | null =>
      region === 'us-east-1' && operation.startsWith('sagemaker:')
        ? { status: 429, code: 'ThrottlingException' }
        : null
    const { reports } = await look({ data, fault }, all)
    expect(reports['us-east-1/sagemaker']?.coverage.status).toBe('throttled')
    expect(reports['us-east-1/sagemaker']?.coverage.kinds).toEqual([])
    expect(reports['eu-west-1/sagemaker']?.coverage.status).toBe('complete')
  })

  it('gets new credentials where those of a role have expired', async () => {
    const expired = new Set<string>()
    const fault = ({ account, operation }: AwsCall): Fault | null => {
      if (account !== '444455556666' || operation !== 'sagemaker:ListModels' || expired.has(account))
        return null
      expired.add(account)
      return {
        status: 403,
        code: 'ExpiredTokenException',
        message: 'The security token included in the request is expired',
      }
    }
    const { reports, calls } = await look({ data, fault }, { ...all, regions: ['eu-west-1'] })
    expect(reports['aws:444455556666/eu-west-1/sagemaker']?.coverage.status).toBe('complete')
    expect(calls.filter(({ operation }) => operation === 'sts:AssumeRole')).toHaveLength(3)
  })

  it('without credentials is one denied source, with what to do', async () => {
    const fault = ({ operation }: AwsCall): Fault | null =>
      operation === 'sts:GetCallerIdentity' ? { status: 403, code: 'InvalidClientTokenId' } : null
    const { reports } = await look({ data, fault })
    expect(
      Object.values(reports).map(({ scope, coverage }) => [scope.key, coverage.status, coverage.reason]),
    ).toEqual([['source:aws:test', 'denied', 'credentials']])
  })
})

describe('a setting that cannot be', () => {
  it.each([
    ['a region that AWS does not have', { regions: 'eu-wets-1' }, 'eu-wets-1'],
    ['a service that the table does not have', { services: 'bedrok' }, 'bedrok'],
    [
      'an account that the organisation does not have',
      { organization: true, accounts: '999999999999' },
      '999999999999',
    ],
    ['an account’s id that is none', { accounts: 'acme' }, 'twelve digits'],
  ])('%s is the person’s to put right', async (_, config, word) => {
    await expect(look({ data }, config)).rejects.toThrow(word)
  })
})
