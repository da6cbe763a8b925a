import { createHostScanner } from '@ai-census/repositories/hosts'
import { type Scanner, systemClock } from '@ai-census/scanner-kit'
import type { Pace } from './client.ts'
import { GitHubConfig } from './config.ts'
import { discover } from './discover.ts'

export { GitHubConfig } from './config.ts'

const version = '0.1.0'

/** The scanner at a pace of one's own, so that tests do not wait for rate limits. */
export const createGitHubScanner = (pace: Pace): Scanner<GitHubConfig> =>
  createHostScanner({
    id: 'github',
    version,
    config: GitHubConfig,
    kinds: ['usage'],
    discover: (ctx) => discover(ctx, pace, version),
  })

export const scanner: Scanner<GitHubConfig> = createGitHubScanner({
  clock: systemClock,
  retryMs: 1000,
  now: Date.now,
})
