import { existsSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { git } from '../git/command.ts'
import type { Repository } from '../git/repository.ts'

interface Entry {
  /** The file that says it; null for the command line. */
  readonly file: string | null
  readonly name: string
  readonly value: string
}

/** Every file that decides git's settings for this working tree, and those that would if they were there (git-config). */
export async function settingsFiles(repository: Repository, signal: AbortSignal): Promise<string[]> {
  const workTree = repository.workTree ?? '.'
  const entries = await settingEntries(repository, workTree, signal)
  const files = entries.flatMap(({ file }) => (file === null ? [] : [file]))
  const named = entries.flatMap(({ file, name, value }) => {
    if (/^include(if\..*)?\.path$/s.test(name)) return [inHome(value, file ? dirname(file) : workTree)]
    return name === 'core.excludesfile' || name === 'core.attributesfile' ? [inHome(value, workTree)] : []
  })
  return [...files, ...named, ...usualFiles()]
}

async function settingEntries(
  repository: Repository,
  workTree: string,
  signal: AbortSignal,
): Promise<Entry[]> {
  const args = ['--git-dir', repository.gitDir, 'config', '--list', '--show-origin', '-z']
  const parts = (await git(args, { cwd: workTree, signal })).toString('utf8').split('\0')
  return Array.from({ length: Math.floor(parts.length / 2) }, (_, i) => {
    const [origin = '', entry = ''] = parts.slice(2 * i, 2 * i + 2)
    const end = entry.indexOf('\n')
    return {
      file: origin.startsWith('file:') ? resolve(workTree, origin.slice('file:'.length)) : null,
      name: end < 0 ? entry : entry.slice(0, end),
      value: end < 0 ? '' : entry.slice(end + 1),
    }
  })
}

const inHome = (path: string, from: string): string =>
  path.startsWith('~/') ? join(homedir(), path.slice(2)) : resolve(from, path)

function usualFiles(): string[] {
  const { XDG_CONFIG_HOME, GIT_CONFIG_GLOBAL, GIT_CONFIG_SYSTEM } = process.env
  const own = join(XDG_CONFIG_HOME || join(homedir(), '.config'), 'git')
  return [
    join(homedir(), '.gitconfig'),
    ...['config', 'ignore', 'attributes'].map((name) => join(own, name)),
    ...[GIT_CONFIG_GLOBAL, GIT_CONFIG_SYSTEM].flatMap((file) => file || []),
    ...systemFolders().flatMap((folder) => [join(folder, 'gitconfig'), join(folder, 'gitattributes')]),
  ]
}

/** `/etc`, or `etc` beside the folder that this machine's git lies in. */
function systemFolders(): string[] {
  const folder = process.env.PATH?.split(':').find((one) => existsSync(join(one, 'git')))
  if (folder === undefined) return ['/etc']
  return ['/etc', ...[folder, dirname(realpathSync(join(folder, 'git')))].map((bin) => join(bin, '../etc'))]
}
