import { createHostScanner, type HostPace } from '@ai-census/repositories/hosts'
import { type Scanner, systemClock } from '@ai-census/scanner-kit'
import { BitbucketConfig } from './config.ts'
import { discover } from './discover.ts'

export { BitbucketConfig } from './config.ts'

const version = '0.1.0'

/** The scanner at a pace of one's own, so that tests do not wait for rate limits. */
export const createBitbucketScanner = (pace: HostPace): Scanner<BitbucketConfig> =>
  createHostScanner({
    id: 'bitbucket',
    version,
    config: BitbucketConfig,
    discover: (ctx) => discover(ctx, pace, version),
  })

export const scanner: Scanner<BitbucketConfig> = createBitbucketScanner({ clock: systemClock, now: Date.now })
