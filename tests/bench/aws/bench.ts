import { createAwsScanner } from '@ai-census/scanner-aws'
import {
  type AwsCall,
  organisationData,
  standInEnvironment,
  startAwsStandIn,
} from '@ai-census/scanner-aws/testing'
import type { Bench } from '../bench.ts'
import { memoryByHand, rateCase, scanWhole } from '../clouds/rate.ts'

const ENDPOINTS = 300
/** What the scanner allows itself in one account, region and service (`rates.ts`). */
const RATE = { perSecond: 10, burst: 20 }

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
      cases: [rateCase(scan, calls, RATE)],
      notMeasured: [memoryByHand('aws')],
      close: aws.close,
    }
  },
}

const scan = () => scanWhole(createAwsScanner(), { services: ['sagemaker'] })

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
