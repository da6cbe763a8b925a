import { setTimeout as sleep } from 'node:timers/promises'
import { createAwsScanner } from '@ai-census/scanner-aws'
import {
  type AwsCall,
  organisationData,
  standInEnvironment,
  startAwsStandIn,
} from '@ai-census/scanner-aws/testing'
import { runScanner } from '@ai-census/scanner-kit'
import type { Bench } from '../bench.ts'

const ENDPOINTS = 300
/** What the scanner allows itself in one account, region and service (`rates.ts`). */
const PER_SECOND = 10
const BURST = 20

/** One service of one account and region, where the rate budget and nothing else is what takes time. */
export const bench: Bench = {
  title: 'AWS: a service of a region against its rate budget',
  async prepare() {
    const aws = await startAwsStandIn({ data })
    Object.assign(process.env, standInEnvironment(aws.url))
    await scan()
    const calls = aws.calls.filter(({ model }) => model.service === 'sagemaker').length
    return {
      setting: { endpoints: ENDPOINTS, calls },
      cases: [
        {
          name: 'scan ÷ (calls ÷ rate)',
          measures: 'that descriptions are asked for as fast as the budget lets them; no network',
          bar: { id: '16', most: 1.2 },
          a: { label: 'scan', run: scan },
          b: { label: 'calls ÷ rate', run: () => sleep(((calls - BURST) / PER_SECOND) * 1000) },
          warmUp: 0,
          rounds: 2,
        },
      ],
      notMeasured: [
        'memory from 10 k to 1 M resources: tests/bench/aws/memory.ts, by hand, in a process of its own',
      ],
      close: aws.close,
    }
  },
}

async function scan(): Promise<void> {
  const run = runScanner(createAwsScanner(), {
    config: { services: ['sagemaker'] },
    fingerprintKey: 'a key for benches, and for nothing else',
  })
  for await (const { coverage } of run)
    if (coverage.status !== 'complete') throw new Error(`The scan was ${coverage.status}: ${coverage.detail}`)
}

function data(call: AwsCall): object | undefined {
  const { operation, account, region, input } = call
  const arn = (name: unknown) => `arn:aws:sagemaker:${region}:${account}:endpoint/${name}`
  const at = new Date('2026-01-01T00:00:00Z')
  const times = { CreationTime: at, LastModifiedTime: at, EndpointStatus: 'InService' }
  if (operation === 'sagemaker:ListEndpoints') {
    const names = Array.from({ length: ENDPOINTS }, (_, i) => `endpoint-${i}`)
    return { Endpoints: names.map((name) => ({ EndpointName: name, EndpointArn: arn(name), ...times })) }
  }
  if (operation === 'sagemaker:DescribeEndpoint')
    return { EndpointName: input.EndpointName, EndpointArn: arn(input.EndpointName), ...times }
  return organisationData({}, call)
}
