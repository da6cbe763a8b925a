import { createHostScanner, type HostPace } from '@ai-census/repositories/hosts'
import { type Scanner, systemClock } from '@ai-census/scanner-kit'
import { GitLabConfig } from './config.ts'
import { discover } from './discover.ts'

export { GitLabConfig } from './config.ts'

const version = '0.1.0'

/** The scanner at a pace of one's own, so that tests do not wait for rate limits. */
export const createGitLabScanner = (pace: HostPace): Scanner<GitLabConfig> =>
  createHostScanner({
    id: 'gitlab',
    version,
    config: GitLabConfig,
    discover: (ctx) => discover(ctx, pace, version),
  })

export const scanner: Scanner<GitLabConfig> = createGitLabScanner({ clock: systemClock, now: Date.now })
