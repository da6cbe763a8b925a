import { kinds, seenWith } from '@ai-census/repositories'
import { type Scanner, systemClock } from '@ai-census/scanner-kit'
import type { Pace } from './client.ts'
import { GitHubConfig } from './config.ts'
import { discover } from './discover.ts'
import { createRuns } from './run-state.ts'
import { scan } from './scan.ts'

export { GitHubConfig } from './config.ts'

const version = '0.1.0'

/** The scanner at a pace of one's own, so that tests do not wait for rate limits. */
export function createGitHubScanner(pace: Pace): Scanner<GitHubConfig> {
  const runs = createRuns(pace, version)
  return {
    id: 'github',
    version,
    catalogue: seenWith,
    config: GitHubConfig,
    kinds,
    discover: (ctx) => discover(ctx, runs(ctx)),
    scan: (scope, ctx) => scan(scope, ctx, runs(ctx)),
  }
}

export const scanner: Scanner<GitHubConfig> = createGitHubScanner({
  clock: systemClock,
  retryMs: 1000,
  now: Date.now,
})
