import { type Clock, type Scanner, systemClock } from '@ai-census/scanner-kit'
import { loadCatalogue } from '@ai-census/signatures'
import { check } from './check.ts'
import { AwsConfig } from './config.ts'
import { discover } from './discover.ts'
import { organisationPolicy, readerPolicies } from './policy.ts'
import { createRuns } from './run-state.ts'
import { scan } from './scan.ts'
import { kinds } from './table.ts'

export { AwsConfig } from './config.ts'

const version = '0.1.0'

/** The scanner with a clock of one's own, so that tests do not wait for retries. */
export function createAwsScanner(clock: Clock = systemClock): Scanner<AwsConfig> {
  const runs = createRuns(clock, version)
  return {
    id: 'aws',
    version,
    // Which accounts and regions are looked at decides which scopes there are, not what is seen in one.
    catalogue: ({ usageDays }) => `${loadCatalogue().hash}+${usageDays}`,
    config: AwsConfig,
    kinds,
    // One account is slow to answer and lets little through; hundreds side by side are what takes time off.
    concurrency: 24,
    check: (ctx) => check(ctx, runs(ctx)),
    policy: ({ organization, partition, roleName }) =>
      JSON.stringify(
        [...readerPolicies(), ...(organization ? [organisationPolicy(partition, roleName)] : [])],
        null,
        2,
      ),
    discover: (ctx) => discover(ctx, runs(ctx)),
    scan: (scope, ctx) => scan(scope, ctx, runs(ctx)),
  }
}

export const scanner: Scanner<AwsConfig> = createAwsScanner()
