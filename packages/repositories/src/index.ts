export { workerEntry } from './analysis/executor.ts'
export { catalogue } from './analysis/setup.ts'
export { placesBehind } from './behind/places.ts'
export { openCache } from './cache.ts'
export { codeowners } from './claims/codeowners.ts'
export { packageName } from './claims/manifests.ts'
export { firstSentence } from './claims/readme.ts'
export { walk } from './files/walk.ts'
export { GitError, git, hasGit } from './git/command.ts'
export { type Place, placeOf, placeWith } from './git/remote.ts'
export {
  type GitSettings,
  type Repository,
  readSettings,
  repositoryAbove,
  repositoryAt,
} from './git/repository.ts'
export { isIgnored, readStatus } from './git/status.ts'
export { kinds } from './kinds.ts'
export { readScope } from './read.ts'
export * from './remote.ts'
export { seenWith } from './seen-with.ts'
export type { ReadSettings } from './settings.ts'
export { openBareRepository } from './sources/bare-repository.ts'
export { openEmpty } from './sources/empty.ts'
export { openGitUrl } from './sources/git-url.ts'
export { openPlainFolder } from './sources/plain-folder.ts'
export type { OpenOptions, Snapshot } from './sources/snapshot.ts'
export { openWorkingTree, readIndex } from './sources/working-tree.ts'
