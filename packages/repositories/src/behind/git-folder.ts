import { existsSync, lstatSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Repository, resolveGitFile } from '../git/repository.ts'

/**
 * The files of a repository that say which commit is checked out, what is tracked, and how git looks at the working
 * tree (gitrepository-layout). Null where that lies elsewhere: in a table of references, behind a second symbolic one.
 */
export function gitFiles({ gitDir }: Repository): string[] | null {
  const own = resolveGitFile(gitDir)
  const common = commonFolder(own)
  const reference = checkedOut(own)
  if (reference === null || existsSync(join(common, 'reftable'))) return null
  return [
    // The folder `.git` itself changes with every lock; the file of that name says where the folder is.
    ...(own === gitDir ? [] : [gitDir]),
    ...['HEAD', 'index', 'commondir', 'config.worktree'].map((name) => join(own, name)),
    ...['config', 'packed-refs', 'shallow', 'info/exclude', 'info/attributes', reference].map((name) =>
      join(common, name),
    ),
  ]
}

/** Where linked working trees of one repository share what they have in common. */
function commonFolder(own: string): string {
  const file = join(own, 'commondir')
  return existsSync(file) ? resolve(own, readFileSync(file, 'utf8').trim()) : own
}

/** The reference that HEAD names, or HEAD itself where it names a commit; null where only git can follow it. */
function checkedOut(own: string): string | null {
  const head = join(own, 'HEAD')
  if (lstatSync(head).isSymbolicLink()) return null
  const name = /^ref: (refs\/heads\/\S+)\s*$/.exec(readFileSync(head, 'utf8'))?.[1]
  if (name === undefined) return /^[0-9a-f]{40,64}\s*$/.test(readFileSync(head, 'utf8')) ? 'HEAD' : null
  const file = join(commonFolder(own), name)
  return existsSync(file) && readFileSync(file, 'utf8').startsWith('ref:') ? null : name
}
