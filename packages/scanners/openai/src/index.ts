import { type Clock, type Scanner, systemClock } from '@ai-census/scanner-kit'
import { OpenAiConfig } from './config.ts'
import { discover } from './discover.ts'
import { createRuns } from './run-state.ts'
import { scan } from './scan.ts'

export { OpenAiConfig } from './config.ts'

const version = '0.1.0'

/** The scanner with a clock of one's own, so that tests do not wait for retries. */
export function createOpenAiScanner(clock: Clock = systemClock): Scanner<OpenAiConfig> {
  const runs = createRuns(clock)
  return {
    id: 'openai',
    version,
    // No signatures are involved: what it sees changes only with the scanner itself.
    catalogue: () => `openai-${version}`,
    config: OpenAiConfig,
    kinds: ['model', 'workspace', 'credential', 'usage'],
    discover: (ctx) => discover(ctx, runs(ctx)),
    scan: (scope, ctx) => scan(scope, ctx, runs(ctx)),
  }
}

export const scanner: Scanner<OpenAiConfig> = createOpenAiScanner()
