import { type Clock, type Scanner, systemClock } from '@ai-census/scanner-kit'
import { loadCatalogue } from '@ai-census/signatures'
import { check } from './check.ts'
import { AzureConfig } from './config.ts'
import { discover } from './discover.ts'
import { assignableScopes, roleDefinition } from './policy.ts'
import { createRuns } from './run-state.ts'
import { scan } from './scan.ts'
import { kinds } from './table.ts'

export { AzureConfig } from './config.ts'

const version = '0.1.0'

/** The scanner with a clock of one's own, so that tests do not wait for retries. */
export function createAzureScanner(clock: Clock = systemClock): Scanner<AzureConfig> {
  const runs = createRuns(clock, version)
  return {
    id: 'azure',
    version,
    // Which subscriptions are looked at decides which scopes there are, not what is seen in one.
    catalogue: ({ usageDays, jobPages }) => `${loadCatalogue().hash}+${usageDays}+${jobPages}`,
    config: AzureConfig,
    kinds,
    // Each subscription has a rate of its own; many side by side are what takes time off.
    concurrency: 24,
    check: (ctx) => check(ctx, runs(ctx)),
    policy: (config) => JSON.stringify(roleDefinition(assignableScopes(config)), null, 2),
    discover: (ctx) => discover(ctx, runs(ctx)),
    scan: (scope, ctx) => scan(scope, ctx, runs(ctx)),
  }
}

export const scanner: Scanner<AzureConfig> = createAzureScanner()
