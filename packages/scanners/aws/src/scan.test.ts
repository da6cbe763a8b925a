import { collectReports } from '@ai-census/scanner-kit/testing'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createAwsScanner } from './index.ts'
import {
  type AwsStandInOptions,
  organisationData,
  standInEnvironment,
  startAwsStandIn,
} from './testing/index.ts'

afterEach(() => vi.unstubAllEnvs())

const endpoint = (name: string) => ({
  EndpointName: name,
  EndpointArn: `arn:aws:sagemaker:eu-west-1:111122223333:endpoint/${name}`,
  CreationTime: new Date('2026-01-01T00:00:00Z'),
  LastModifiedTime: new Date('2026-01-02T00:00:00Z'),
  EndpointStatus: 'InService',
})

describe('first light', () => {
  it('finds an endpoint', async () => {
    const data: AwsStandInOptions['data'] = (call) =>
      organisationData({}, call) ??
      (call.operation === 'sagemaker:ListEndpoints' ? { Endpoints: [endpoint('fraud')] } : undefined)
    await using aws = await startAwsStandIn({ data })
    for (const [name, value] of Object.entries(standInEnvironment(aws.url))) vi.stubEnv(name, value)
    const reports = await collectReports(createAwsScanner(), {}, { source: 'aws:test' })
    console.log(
      JSON.stringify(reports, null, 1),
      aws.calls.map((c) => c.operation),
    )
    expect(reports.length).toBeGreaterThan(0)
  })
})
