import { createHostScanner, type HostPace } from '@ai-census/repositories/hosts'
import { type Scanner, systemClock } from '@ai-census/scanner-kit'
import { AzureDevOpsConfig } from './config.ts'
import { discover } from './discover.ts'

export { AzureDevOpsConfig } from './config.ts'

const version = '0.1.0'

/** The scanner at a pace of one's own, so that tests do not wait for rate limits. */
export const createAzureDevOpsScanner = (pace: HostPace): Scanner<AzureDevOpsConfig> =>
  createHostScanner({
    id: 'azure-devops',
    version,
    config: AzureDevOpsConfig,
    discover: (ctx) => discover(ctx, pace, version),
  })

export const scanner: Scanner<AzureDevOpsConfig> = createAzureDevOpsScanner({
  clock: systemClock,
  now: Date.now,
})
