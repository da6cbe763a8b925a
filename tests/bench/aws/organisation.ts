/** Serves an organisation of so many accounts, regions and resources in each: `node organisation.ts 10 10 1000`. */
import { organisationData, standInEnvironment, startAwsStandIn } from '@ai-census/scanner-aws/testing'

const [accounts = 1, regions = 1, resources = 1] = process.argv.slice(2).map(Number)
const created = new Date('2026-01-01T00:00:00Z')
const organisation = {
  accounts: Array.from({ length: accounts }, (_, i) => ({
    id: i === 0 ? '111122223333' : String(400_000_000_000 + i),
    name: `account-${i}`,
  })),
  regions: Array.from({ length: regions }, (_, i) => `eu-west-${i + 1}`),
}

const aws = await startAwsStandIn({
  record: false,
  pageSize: 100,
  data: (call) => {
    if (call.operation !== 'sagemaker:ListFeatureGroups') return organisationData(organisation, call)
    const at = `arn:aws:sagemaker:${call.region}:${call.account}:feature-group`
    const group = (_: unknown, i: number) => ({
      FeatureGroupName: `group-${i}`,
      FeatureGroupArn: `${at}/group-${i}`,
      CreationTime: created,
    })
    return { FeatureGroupSummaries: Array.from({ length: resources }, group) }
  },
})
for (const [name, value] of Object.entries(standInEnvironment(aws.url)))
  process.stdout.write(`${name}=${value}\n`)
process.stdout.write('ready\n')
