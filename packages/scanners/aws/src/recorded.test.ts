import { collectReports, quickClock } from '@ai-census/scanner-kit/testing'
import type { ScanReport } from '@ai-census/schema'
import { describe, expect, it, vi } from 'vitest'
import { createAwsScanner } from './index.ts'
import { NOW, type Recorded, standInEnvironment, startNaiveServer } from './testing/index.ts'

const json = (value: unknown, status = 200): Recorded => ({
  status,
  type: 'application/x-amz-json-1.1',
  body: JSON.stringify(value),
})
const xml = (body: string, status = 200): Recorded => ({ status, type: 'text/xml', body })

const caller = xml(
  '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:iam::111122223333:user/ana</Arn><UserId>AIDA</UserId><Account>111122223333</Account></GetCallerIdentityResult></GetCallerIdentityResponse>',
)
/** With a page token that the server never gets beyond. */
const endpoints = json({
  Endpoints: [
    {
      EndpointName: 'Fraud',
      EndpointArn: 'arn:aws:sagemaker:eu-west-1:111122223333:endpoint/fraud',
      CreationTime: 1_700_000_000.5,
      LastModifiedTime: 1_700_000_100,
      EndpointStatus: 'InService',
    },
  ],
  NextToken: 'again',
})
const jobs = json({
  TrainingJobSummaries: [
    {
      TrainingJobName: 'nightly',
      TrainingJobArn: 'arn:aws:sagemaker:eu-west-1:111122223333:training-job/nightly',
      CreationTime: NOW.getTime() / 1000 - 86_400,
      TrainingJobStatus: 'Completed',
    },
  ],
  NextToken: 'again',
})
const agents: Recorded = { ...json({ agentSummaries: [{ agentId: 'A1', agentName: 'help' }] }) }
const records = {
  GetCallerIdentity: caller,
  ListEndpoints: endpoints,
  ListTrainingJobs: jobs,
  'POST /agents/': agents,
}

async function lookAt(recorded: Record<string, Recorded>, otherwise: Recorded): Promise<ScanReport[]> {
  await using server = await startNaiveServer(recorded, otherwise)
  Object.assign(process.env, standInEnvironment(server.url))
  return await collectReports(createAwsScanner(quickClock()), {}, { now: () => NOW, source: 'aws:test' })
}
const cellsOf = (reports: readonly ScanReport[]) => reports.flatMap(({ coverage }) => coverage.cells ?? [])

// The first look loads every client of the SDK.
vi.setConfig({ testTimeout: 240_000 })

describe('a server that has some recorded answers, and knows nothing else', () => {
  it.each<[string, Recorded]>([
    ['404 with a message of its own', json({ message: 'no recording' }, 404)],
    ['404 in words', { status: 404, type: 'text/plain', body: 'Not found' }],
    ['400', json({ error: 'no recording' }, 400)],
    ['501', { status: 501, type: 'text/plain', body: 'not implemented' }],
    ['500 with a web page', { status: 500, type: 'text/html', body: '<html>oops</html>' }],
    ['an empty body', { status: 200, type: 'application/json', body: '' }],
    ['no content', { status: 204, type: 'application/json', body: '' }],
    ['a web page', { status: 200, type: 'text/html', body: '<!DOCTYPE html><html>hello</html>' }],
    ['{}', json({})],
    ['a list where an object should be', json([])],
    ['null', json(null)],
    [
      'an unknown action',
      xml('<ErrorResponse><Error><Code>InvalidAction</Code></Error></ErrorResponse>', 404),
    ],
    ['cut JSON', { status: 200, type: 'application/json', body: '{"Endpoints": [' }],
  ])('has what it knows found, and nothing taken for absent: %s', async (_, otherwise) => {
    const reports = await lookAt(records, otherwise)
    const found = reports.flatMap(({ findings }) => findings)
    expect(found.map(({ key }) => key).sort()).toEqual([
      'bedrock-agent:arn:aws:bedrock:eu-west-1:111122223333:agent/A1',
      'sagemaker-endpoint:arn:aws:sagemaker:eu-west-1:111122223333:endpoint/fraud',
      'sagemaker-training-jobs:sagemaker-training-jobs',
    ])
    // Of `{}` this is AWS's own way of saying that logging is off.
    const whole = cellsOf(reports).filter(({ status }) => status === 'complete')
    expect(whole.map(({ type }) => type).filter((type) => type !== 'bedrock-invocation-logging')).toEqual([])
    for (const { scope, coverage } of reports) expect(coverage.kinds ?? [], scope.key).toEqual([])
  })

  it('and gives the same page for ever is left, aloud, and what is on it counts once', async () => {
    const reports = await lookAt(records, json({ message: 'no recording' }, 404))
    const cell = cellsOf(reports).find(({ type }) => type === 'sagemaker-training-jobs')
    expect(cell).toMatchObject({ status: 'partial', reason: 'pagination-loop', pages: 1 })
    const found = reports.flatMap(({ findings }) => findings)
    expect(found.find(({ key }) => key.startsWith('sagemaker-training-jobs'))?.attributes.jobs).toBe(1)
    const unknowns = reports.flatMap((report) => report.unknowns)
    expect(unknowns.find(({ place }) => place === 'sagemaker-training-jobs')?.detail).toContain(
      'same page token',
    )
  })

  it('not even who asks, is read under the account that is set, and says so', async () => {
    const { GetCallerIdentity: _, ...rest } = records
    const reports = await lookAt(rest, json({ message: 'no recording' }, 404))
    expect(reports.map(({ scope }) => scope.key)).toContain('aws:000000000000/eu-west-1/sagemaker')
    expect(reports.flatMap(({ findings }) => findings).length).toBeGreaterThan(1)
    expect(reports.find(({ scope }) => scope.key === 'source:aws:test')?.coverage.status).toBe('partial')
  })
})
