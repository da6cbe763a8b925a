import type { ScanReport } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import { permissionOf } from './permissions.ts'
import { targets } from './table.ts'
import {
  type AwsCall,
  everything,
  type Fault,
  look,
  organisationData,
  smallAccount,
} from './testing/index.ts'

const data = smallAccount()
const sagemaker = { services: ['sagemaker'] }
const when =
  (operation: string, fault: Fault | ((call: AwsCall) => Fault | null)) =>
  (call: AwsCall): Fault | null => {
    if (call.operation !== operation) return null
    return typeof fault === 'function' ? fault(call) : fault
  }
const cell = (report: ScanReport | undefined, type: string) =>
  report?.coverage.cells?.find((one) => one.type === type)
const at = 'eu-west-1/sagemaker'

const denied = (permission: string): Fault => ({
  status: 400,
  code: 'AccessDeniedException',
  message: `User: arn:aws:iam::111122223333:user/census is not authorized to perform: ${permission} on resource: arn:aws:x because no identity-based policy allows the action`,
})

describe('an operation that is not permitted', () => {
  it('leaves its cell denied, by the permission’s name, and every other one as it was', async () => {
    const { reports } = await look(
      { data, fault: when('sagemaker:ListEndpoints', denied('sagemaker:ListEndpoints')) },
      sagemaker,
    )
    const report = reports[at]
    expect(cell(report, 'sagemaker-endpoint')).toMatchObject({
      status: 'denied',
      reason: 'sagemaker:ListEndpoints',
    })
    expect(cell(report, 'sagemaker-model')).toMatchObject({ status: 'complete', resources: 1 })
    expect(report?.coverage).toMatchObject({ status: 'partial', reason: 'sagemaker:ListEndpoints' })
    expect(report?.coverage.kinds).not.toContain('endpoint')
    expect(report?.unknowns).toMatchObject([{ place: 'sagemaker-endpoint', reason: 'permission' }])
  })

  it('of a description costs the details and not the thing', async () => {
    const { reports } = await look(
      { data, fault: when('sagemaker:DescribeEndpoint', denied('sagemaker:DescribeEndpoint')) },
      sagemaker,
    )
    expect(reports[at]?.findings.filter(({ kind }) => kind === 'endpoint')).toHaveLength(3)
    expect(cell(reports[at], 'sagemaker-endpoint')).toMatchObject({
      status: 'partial',
      reason: 'sagemaker:DescribeEndpoint',
    })
    expect(reports[at]?.coverage.status).toBe('partial')
  })

  it('names the policy of the organisation that forbids it', async () => {
    const message =
      'User: arn:aws:sts::111122223333:assumed-role/r/s is not authorized to perform: sagemaker:ListModels on resource: * with an explicit deny in a service control policy'
    const { reports } = await look(
      { data, fault: when('sagemaker:ListModels', { status: 400, code: 'AccessDeniedException', message }) },
      sagemaker,
    )
    expect(reports[at]?.unknowns[0]?.detail).toContain('service control policy')
  })

  it('leaves no scope of any service complete, whatever the service, and names its permission', async () => {
    const lists = new Set(targets.map(({ operations }) => operations[0]))
    const { reports } = await look(
      {
        data: (call) => organisationData({}, call) ?? everything(call),
        fault: ({ operation, before }) =>
          // Discovery itself asks for the organisation, once.
          (operation !== 'organizations:DescribeOrganization' || before > 0) &&
          // The table's first operations are known by these names.
          lists.has(operation as never)
            ? { status: 403, code: 'AccessDeniedException', message: 'No.' }
            : null,
      },
      { organization: true },
    )
    for (const type of targets) {
      const report = reports[`${type.where === 'global' ? 'global' : 'eu-west-1'}/${type.service}`]
      expect(report?.coverage.status, type.id).toBe('denied')
      const permission = permissionOf(type.operations[0]!)
      expect(cell(report, type.id), type.id).toMatchObject({ status: 'denied', reason: permission })
      expect(report?.findings, type.id).toEqual([])
    }
  })
})

describe('answers that are no list', () => {
  it.each<[string, Fault, string, string]>([
    [
      'the service needs a subscription',
      { status: 403, code: 'OptInRequired' },
      'not-enabled',
      'OptInRequired',
    ],
    [
      'the endpoint lacks the operation',
      { status: 404, code: 'UnknownOperationException' },
      'unsupported',
      'endpoint',
    ],
    [
      'the credentials are unknown',
      { status: 403, code: 'UnrecognizedClientException' },
      'denied',
      'credentials',
    ],
    ['the credentials have expired', { status: 403, code: 'ExpiredTokenException' }, 'denied', 'credentials'],
    ['too many requests', { status: 400, code: 'ThrottlingException' }, 'throttled', 'rate-limit'],
    ['an emulator does not have it', { status: 501, code: 'InternalFailure' }, 'unsupported', 'endpoint'],
    [
      'something else is at work there',
      { status: 409, code: 'ConflictException' },
      'failed',
      'ConflictException',
    ],
    ['429', { status: 429, code: 'TooManyRequestsException' }, 'throttled', 'rate-limit'],
    ['500', { status: 500, code: 'InternalFailure' }, 'failed', 'unavailable'],
    ['the connection is cut', { cut: 'before-answer' }, 'failed', 'unavailable'],
    ['half an answer', { cut: 'in-body' }, 'failed', 'unavailable'],
    [
      'a request that it does not understand',
      { status: 400, code: 'ValidationException' },
      'failed',
      'ValidationException',
    ],
  ])('%s', async (_, fault, status, reason) => {
    const { reports } = await look({ data, fault: when('sagemaker:ListEndpoints', fault) }, sagemaker)
    expect(cell(reports[at], 'sagemaker-endpoint')).toMatchObject({ status, reason })
    expect(reports[at]?.findings.some(({ kind }) => kind === 'endpoint')).toBe(false)
    // What an endpoint of one's own lacks AWS may have.
    expect(reports[at]?.coverage.kinds).not.toContain('endpoint')
  })

  it('refuses in EC2’s and IAM’s own forms as well', async () => {
    const fault = ({ operation }: AwsCall): Fault | null => {
      if (operation === 'ec2:DescribeVpcEndpoints')
        return { status: 403, code: 'UnauthorizedOperation', message: 'You are not authorized.' }
      return operation === 'iam:ListRoles' ? { status: 403, code: 'AccessDenied' } : null
    }
    const { reports } = await look({ data, fault }, { services: ['ec2', 'iam'] })
    expect(cell(reports['eu-west-1/ec2'], 'vpc-endpoint')).toMatchObject({
      status: 'denied',
      reason: 'ec2:DescribeVpcEndpoints',
    })
    expect(cell(reports['global/iam'], 'iam-last-accessed')).toMatchObject({
      status: 'denied',
      reason: 'iam:ListRoles',
    })
  })

  it('a page token that has expired keeps what came before it', async () => {
    const { reports } = await look({ data, pageSize: 1, tokensExpire: true }, sagemaker)
    expect(reports[at]?.findings.filter(({ kind }) => kind === 'endpoint')).toHaveLength(1)
    expect(cell(reports[at], 'sagemaker-endpoint')?.status).toBe('partial')
  })

  it('a thing that is gone between list and description is left out, and nothing has failed', async () => {
    const fault = when('sagemaker:DescribeEndpoint', ({ input }) =>
      input.EndpointName === 'churn'
        ? { status: 400, code: 'ValidationException', message: 'Could not find endpoint "churn".' }
        : null,
    )
    const { reports } = await look({ data, fault }, sagemaker)
    expect(
      reports[at]?.findings
        .filter(({ kind }) => kind === 'endpoint')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['fraud', 'search'])
    expect(reports[at]?.coverage.status).toBe('complete')
  })

  it('waits as long as it is asked to, and then goes on', async () => {
    const fault = when('sagemaker:ListEndpoints', ({ before }) =>
      before === 0 ? { status: 429, code: 'ThrottlingException', headers: { 'retry-after': '7' } } : null,
    )
    const { reports, waited } = await look({ data, fault }, sagemaker)
    expect(reports[at]?.coverage.status).toBe('complete')
    expect(waited).toBeGreaterThanOrEqual(7000)
  })

  it('sets its clock by AWS’s where its own is off', async () => {
    const fault = when('sagemaker:ListEndpoints', ({ before }) =>
      before === 0
        ? {
            status: 403,
            code: 'RequestTimeTooSkewed',
            headers: { date: new Date(Date.now() + 7_200_000).toUTCString() },
          }
        : null,
    )
    const { reports } = await look({ data, fault }, sagemaker)
    expect(reports[at]?.coverage.status).toBe('complete')
  })

  it('reads an answer that comes a few bytes at a time', async () => {
    const fault = when('sagemaker:ListModels', { slow: { bytes: 40, everyMs: 2 } })
    const { reports } = await look({ data, fault }, sagemaker)
    expect(cell(reports[at], 'sagemaker-model')).toMatchObject({ status: 'complete', resources: 1 })
  })
})

describe('tags that may not be read', () => {
  it('leave every scope of the region partial: a name that tags gave must not be lost for good', async () => {
    const { reports } = await look(
      { data, fault: when('resource-groups-tagging-api:GetResources', denied('tag:GetResources')) },
      sagemaker,
    )
    expect(reports[at]?.coverage.status).toBe('partial')
    expect(reports[at]?.unknowns).toMatchObject([{ place: 'tags', reason: 'permission' }])
  })
})
