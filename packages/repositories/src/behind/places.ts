import { join, relative } from 'node:path'
import { git } from '../git/command.ts'
import { type Repository, readSettings, repositoryAbove, repositoryAt } from '../git/repository.ts'
import { inTree, isIgnored } from '../git/status.ts'
import { foldersAbove } from '../sources/snapshot.ts'
import { IGNORE_FILE } from '../suppressions/files.ts'
import { entriesBelow } from './entries.ts'
import { gitFiles } from './git-folder.ts'
import { settingsFiles } from './git-settings.ts'

/**
 * Everything on this machine that a look at this folder of a working tree rests on: while none of these places changes, nor
 * comes where it was not, another look says the same. Folders stand for the names in them. Null where that cannot be
 * told: for what is no working tree, lies in an ignored folder, or is too large.
 */
export async function placesBehind(folder: string, signal: AbortSignal): Promise<readonly string[] | null> {
  // A file system that keeps no time of the last change of a file's own data tells too little.
  if (process.platform === 'win32') return null
  const repository = repositoryAt(folder) ?? repositoryAbove(folder)
  if (!repository?.workTree) return null
  const places = new Set<string>()
  const whole = await add(places, { ...repository, workTree: repository.workTree }, folder, signal)
  return whole ? [...places] : null
}

type WorkTree = Repository & { readonly workTree: string }

async function add(
  places: Set<string>,
  repository: WorkTree,
  folder: string,
  signal: AbortSignal,
): Promise<boolean> {
  const below = relative(repository.workTree, folder)
  const own = below && (await isIgnored(repository, below, signal)) ? null : gitFiles(repository)
  const ignored = own && (await ignoredBelow(repository, below, signal))
  const entries = ignored && entriesBelow(repository.workTree, below, ignored)
  if (!entries) return false
  const settings = await settingsFiles(repository, signal)
  for (const place of [...own, ...settings, ...beside(repository, below), ...entries.paths]) places.add(place)
  for (const path of entries.repositories) {
    const nested = repositoryAt(path)
    if (nested?.workTree && !(await add(places, { ...nested, workTree: nested.workTree }, path, signal)))
      return false
  }
  return true
}

/** What git ignores below the folder, relative to the root; folders end with `/`. */
async function ignoredBelow(
  repository: WorkTree,
  below: string,
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  const { neutral } = await readSettings(repository, signal)
  const args = ['status', '--porcelain=v2', '-z', '--ignored=matching', '--untracked-files=all']
  const output = await git(
    [...inTree(repository), ...args, '--no-renames', '--ignore-submodules=all', '--', below || '.'],
    { cwd: repository.workTree, signal, settings: neutral },
  )
  const records = output.toString('utf8').split('\0')
  return new Set(records.flatMap((record) => (record.startsWith('! ') ? [record.slice(2)] : [])))
}

/** Folders between the root and the one that is looked at, and the files in them that speak of what lies below. */
const beside = ({ workTree }: WorkTree, below: string): string[] =>
  foldersAbove(below).flatMap(({ folder }) =>
    ['', '.gitignore', '.gitattributes', '.gitmodules', IGNORE_FILE].map((name) =>
      join(workTree, folder, name),
    ),
  )
