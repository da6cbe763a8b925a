import { type Clock, type Scanner, systemClock } from '@ai-census/scanner-kit'
import { loadCatalogue } from '@ai-census/signatures'
import { check } from './check.ts'
import { GcpConfig } from './config.ts'
import { discover } from './discover.ts'
import { policyText } from './policy.ts'
import { createRuns } from './run-state.ts'
import { scan } from './scan.ts'
import { kinds } from './table.ts'

export { GcpConfig } from './config.ts'

const version = '0.1.0'

/** The scanner with a clock of one's own, so that tests do not wait for retries. */
export function createGcpScanner(clock: Clock = systemClock): Scanner<GcpConfig> {
  const runs = createRuns(clock, version)
  return {
    id: 'gcp',
    version,
    // Which projects and locations are looked at decides which scopes there are, not what is seen in one.
    catalogue: ({ usageDays, auditPages, modelGarden }) =>
      `${loadCatalogue().hash}+${usageDays}+${auditPages}+${modelGarden}`,
    config: GcpConfig,
    kinds,
    // One project lets little through; hundreds side by side are what takes time off.
    concurrency: 24,
    check: (ctx) => check(ctx, runs(ctx)),
    policy: ({ organization, billingTable }) => policyText(Boolean(organization), Boolean(billingTable)),
    discover: (ctx) => discover(ctx, runs(ctx)),
    scan: (scope, ctx) => scan(scope, ctx, runs(ctx)),
  }
}

export const scanner: Scanner<GcpConfig> = createGcpScanner()
