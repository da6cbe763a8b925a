import { type Clock, type Scanner, systemClock } from '@ai-census/scanner-kit'
import { Config } from './config.ts'
import { discover } from './discover.ts'
import { scan } from './scan.ts'

export { Config } from './config.ts'

const version = '0.1.0'

/** The scanner with a clock of one's own, so that tests do not wait for retries. */
export const createScanner = (clock: Clock = systemClock): Scanner<Config> => ({
  id: '_template',
  version,
  // What this scanner sees changes only with the scanner itself.
  catalogue: () => `_template-${version}`,
  config: Config,
  kinds: ['agent'],
  discover: (ctx) => discover(ctx, clock),
  scan: (scope, ctx) => scan(scope, ctx, clock),
})

export const scanner = createScanner()
