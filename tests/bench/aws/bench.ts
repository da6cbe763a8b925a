import { createAwsScanner } from '@ai-census/scanner-aws'
import {
  type AwsCall,
  type AwsStandIn,
  organisationData,
  standInEnvironment,
  startAwsStandIn,
} from '@ai-census/scanner-aws/testing'
import type { Bench, Case } from '../bench.ts'
import { memoryByHand, rateCase, scanWhole } from '../clouds/rate.ts'

const ENDPOINTS = 300
/** What the scanner allows itself in one account, region and service (`rates.ts`). */
const RATE = { perSecond: 10, burst: 20 }

/** Of the organisation, and what it is held against: half of it. */
const ACCOUNTS = 200
const REGIONS = 17

/**
 * One service of one account and region, where the rate budget and nothing else is what takes time; and one service of a whole
 * organisation, against half of that organisation.
 */
export const bench: Bench = {
  title: 'AWS: a service of a region against its rate budget, and an organisation against half of it',
  async prepare() {
    const aws = await startAwsStandIn({ data })
    Object.assign(process.env, standInEnvironment(aws.url))
    await scan()
    const calls = aws.calls.filter(({ model }) => model.service === 'sagemaker').length
    aws.forget()
    return {
      setting: { endpoints: ENDPOINTS, calls, accounts: ACCOUNTS, regions: REGIONS },
      cases: [rateCase(scan, calls, RATE), sizeCase(aws)],
      notMeasured: [memoryByHand('aws')],
      close: aws.close,
    }
  },
}

const scan = () => {
  served = {}
  return scanWhole(createAwsScanner(), { services: ['sagemaker'] })
}

const sizeCase = (aws: AwsStandIn): Case => ({
  name: `${ACCOUNTS} accounts ÷ ${ACCOUNTS / 2} accounts`,
  measures: `that an organisation of ${REGIONS} regions takes as long as it is large; one service, an index a region`,
  bar: { id: '16', most: 2.4 },
  a: { label: `${ACCOUNTS} × ${REGIONS}`, run: () => scanOrganisation(ACCOUNTS, aws) },
  b: { label: `${ACCOUNTS / 2} × ${REGIONS}`, run: () => scanOrganisation(ACCOUNTS / 2, aws) },
  warmUp: 0,
  rounds: 3,
})

/** The accounts and regions that there are at this moment. */
let served: Parameters<typeof organisationData>[0] = {}

function organisationOf(accounts: number) {
  return {
    accounts: Array.from({ length: accounts }, (_, i) => ({
      id: i === 0 ? '111122223333' : String(400_000_000_000 + i),
      name: `account-${i}`,
    })),
    regions: Array.from({ length: REGIONS }, (_, i) => `eu-west-${i + 1}`),
  }
}

/** Throws where a part of it was not read, or more was. */
async function scanOrganisation(accounts: number, aws: AwsStandIn): Promise<void> {
  served = organisationOf(accounts)
  const found = await scanWhole(createAwsScanner(), { organization: true, services: ['kendra'] })
  aws.forget()
  if (found !== accounts * REGIONS) throw new Error(`Of ${accounts * REGIONS} indices ${found} were found.`)
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
  if (operation === 'kendra:ListIndices')
    return { IndexConfigurationSummaryItems: [{ Id: `index-of-${account}`, Name: 'manuals', CreatedAt: at }] }
  return organisationData(served, call)
}
