import { join } from 'node:path'
import { git, makeRepository } from '@ai-census/repositories/testing'

export interface Hosted {
  readonly work: string
  readonly bare: string
  readonly head: string
}

/** A bare repository `root/acme/<name>.git` as GitHub has it, and the working tree that it was pushed from. */
export function host(root: string, name: string, files: Record<string, string>): Hosted {
  const work = makeRepository(join(root, 'work', name), files)
  const bare = join(root, 'acme', `${name}.git`)
  git(work, 'clone', '--quiet', '--bare', work, bare)
  git(bare, 'config', 'uploadpack.allowFilter', 'true')
  git(bare, 'config', 'uploadpack.allowAnySHA1InWant', 'true')
  git(work, 'remote', 'add', 'origin', bare)
  return { work, bare, head: git(bare, 'rev-parse', 'HEAD') }
}
