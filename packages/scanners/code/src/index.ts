import type { Scanner } from '@ai-census/scanner-kit'
import { catalogue } from './analysis/setup.ts'
import { CodeConfig } from './config.ts'
import { discover } from './discover.ts'
import { kinds } from './kinds.ts'
import { scan } from './scan.ts'

export { workerEntry } from './analysis/executor.ts'
export { CodeConfig } from './config.ts'
export { folderKey, isGitUrl, parseRemote, remoteKey } from './remote.ts'

/** Reads folders, bare repositories and git URLs; each repository is a scope. */
export const scanner: Scanner<CodeConfig> = {
  id: 'code',
  version: '0.1.0',
  catalogue: () => catalogue().hash,
  config: CodeConfig,
  kinds,
  discover,
  scan,
}
