import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryAt } from '../git/repository.ts'

/** More than these are not worth asking for one by one whenever somebody looks again. */
const MOST_ENTRIES = 100_000

export interface Entries {
  /** Absolute paths of folders, files and links; the root itself is the first. */
  readonly paths: readonly string[]
  /** Folders below that are repositories of their own: they are named, and nothing in them. */
  readonly repositories: readonly string[]
}

/**
 * Everything below a folder of a working tree, but for what git ignores. Null where there is too much of it.
 *
 * @param ignored paths relative to `root`; those of folders end with `/`
 */
export function entriesBelow(root: string, below: string, ignored: ReadonlySet<string>): Entries | null {
  const paths = [join(root, below)]
  const repositories: string[] = []
  const folders = [below]
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    if (paths.length > MOST_ENTRIES) return null
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder ? `${folder}/${entry.name}` : entry.name
      const isFolder = entry.isDirectory()
      if (path === '.git' || ignored.has(isFolder ? `${path}/` : path)) continue
      paths.push(join(root, path))
      if (!isFolder || entry.name === '.git') continue
      if (repositoryAt(join(root, path))?.workTree) repositories.push(join(root, path))
      else folders.push(path)
    }
  }
  return { paths, repositories }
}
