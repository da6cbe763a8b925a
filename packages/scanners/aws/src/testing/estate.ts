import { metrics } from './metrics.ts'
import { sampleOutput } from './sample.ts'
import type { AwsCall } from './stand-in.ts'

export const ACCOUNT = '111122223333'
export const REGION = 'eu-west-1'

/** Credentials of the caller; the account is in the key, by which the stand-in knows who asks. */
export const standInEnvironment = (url: string): Record<string, string> => ({
  AWS_ENDPOINT_URL: url,
  AWS_ACCESS_KEY_ID: `AKIA${ACCOUNT}`,
  AWS_SECRET_ACCESS_KEY: 'a-secret-for-tests-only',
  AWS_REGION: REGION,
  // Neither a person's own files nor an instance's role are for tests.
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_EC2_METADATA_DISABLED: 'true',
})

export interface OrganisationOptions {
  readonly accounts?: readonly { id: string; name: string; status?: string }[]
  readonly regions?: readonly string[]
  readonly regionsOff?: readonly string[]
}

/** What every account answers before any resource: who it is, which accounts and regions there are. */
export function organisationData(
  { accounts = [{ id: ACCOUNT, name: 'acme' }], regions = [REGION], regionsOff = [] }: OrganisationOptions,
  { operation, account, input }: AwsCall,
): object | undefined {
  if (operation === 'sts:GetCallerIdentity')
    return { Account: ACCOUNT, Arn: `arn:aws:iam::${ACCOUNT}:user/census`, UserId: 'AIDA' }
  if (operation === 'sts:AssumeRole') {
    const role = String(input.RoleArn)
    return {
      Credentials: {
        AccessKeyId: `ASIA${/\d{12}/.exec(role)?.[0]}`,
        SecretAccessKey: 'a-secret-for-tests-only',
        SessionToken: `session-of-${account}`,
        Expiration: new Date(Date.now() + 3_600_000),
      },
    }
  }
  if (operation === 'organizations:DescribeOrganization')
    return { Organization: { Id: 'o-acme', MasterAccountId: ACCOUNT } }
  if (operation === 'organizations:ListAccounts')
    return {
      Accounts: accounts.map(({ id, name, status }) => ({ Id: id, Name: name, Status: status ?? 'ACTIVE' })),
    }
  if (operation === 'ec2:DescribeRegions')
    return {
      Regions: [
        ...regions.map((RegionName) => ({ RegionName, OptInStatus: 'opt-in-not-required' })),
        ...regionsOff.map((RegionName) => ({ RegionName, OptInStatus: 'not-opted-in' })),
      ],
    }
  return undefined
}

/** Everything that the SDK's models know, in every operation: two of each. */
export const everything = (call: AwsCall, items = 2): object =>
  metrics(call.operation, call.input) ??
  sampleOutput(call.model, { account: call.account, region: call.region, items })

/** The same lists with nothing in their items: what the model promises, an answer may lack. */
export const nothingTold = (call: AwsCall): object =>
  sampleOutput(call.model, { account: call.account, region: call.region, items: 2, bare: true })
