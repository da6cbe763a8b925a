import { kinds, seenWith } from '@ai-census/repositories'
import type { Scanner } from '@ai-census/scanner-kit'
import { CodeConfig } from './config.ts'
import { discover } from './discover.ts'
import { scan } from './scan.ts'

export { folderKey, isGitUrl, parseRemote, remoteKey } from '@ai-census/repositories'
export { CodeConfig } from './config.ts'

/** Reads folders, bare repositories and git URLs; each repository is a scope. */
export const scanner: Scanner<CodeConfig> = {
  id: 'code',
  version: '0.1.0',
  catalogue: seenWith,
  config: CodeConfig,
  kinds,
  discover,
  scan,
}
