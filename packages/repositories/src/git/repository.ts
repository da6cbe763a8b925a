import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type GitSetting, git, hasGit } from './command.ts'

/** A repository as it lies on the disk. */
export interface Repository {
  /** What `--git-dir` takes: the folder `.git`, the file of that name, or the bare repository. */
  readonly gitDir: string
  /** The root of its working tree; null for a bare one. */
  readonly workTree: string | null
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

/** The repository whose root is exactly this folder, working tree or bare; else null. Needs no git. */
export function repositoryAt(folder: string): Repository | null {
  const dotGit = join(folder, '.git')
  if (isGitDir(resolveGitFile(dotGit))) return { gitDir: dotGit, workTree: folder }
  return isGitDir(folder) ? { gitDir: folder, workTree: null } : null
}

/** The repository that this folder lies in, below its root. */
export function repositoryAbove(folder: string): Repository | null {
  for (let at = dirname(folder), below = folder; at !== below; below = at, at = dirname(at)) {
    const dotGit = join(at, '.git')
    if (isGitDir(resolveGitFile(dotGit))) return { gitDir: dotGit, workTree: at }
  }
  return null
}

const isGitDir = (path: string) =>
  existsSync(join(path, 'HEAD')) &&
  (existsSync(join(path, 'commondir')) || (isFolder(join(path, 'objects')) && isFolder(join(path, 'refs'))))

/** Submodules and linked working trees have a file `.git` that names the real folder. */
export function resolveGitFile(dotGit: string): string {
  const text = gitFileText(dotGit)
  const target = text === null ? undefined : /^gitdir: (.+)$/m.exec(text.slice(0, 4096))?.[1]
  return target ? resolve(dirname(dotGit), target.trim()) : dotGit
}

export interface GitSettings {
  /** The URL of the remote `origin`, or of the only remote. */
  readonly origin: string | null
  /** Settings that keep the repository's own programs (filters) from running. */
  readonly neutral: readonly GitSetting[]
  /** Files may differ between working tree and object by a filter or by their line ends. */
  readonly filtered: boolean
}

/** What the repository's configuration says that matters to us. Without a git, the file is read as it is. */
export async function readSettings(repository: Repository, signal: AbortSignal): Promise<GitSettings> {
  const entries = (await hasGit())
    ? parseList(await git(['--git-dir', repository.gitDir, 'config', '--list', '-z'], { signal }))
    : parseFile(repository)
  const remotes = entries.flatMap(([name, value]) => (/^remote\..+\.url$/.test(name) ? [value] : []))
  const origin = entries.find(([name]) => name === 'remote.origin.url')?.[1]
  const filters = new Set(
    entries.flatMap(([name]) => /^filter\.(.+)\.(?:clean|smudge|process|required)$/.exec(name)?.[1] ?? []),
  )
  return {
    origin: origin ?? (remotes.length === 1 ? (remotes[0] ?? null) : null),
    neutral: [...filters].flatMap((filter): GitSetting[] => [
      [`filter.${filter}.clean`, ''],
      [`filter.${filter}.smudge`, ''],
      [`filter.${filter}.process`, ''],
      [`filter.${filter}.required`, 'false'],
    ]),
    filtered: filters.size > 0,
  }
}

const parseList = (output: Buffer): [string, string][] =>
  output
    .toString('utf8')
    .split('\0')
    .filter(Boolean)
    .map((entry) => {
      const end = entry.indexOf('\n')
      return end < 0 ? [entry, ''] : [entry.slice(0, end), entry.slice(end + 1)]
    })

/** Remotes alone, in the plain form that git itself writes. */
function parseFile(repository: Repository): [string, string][] {
  const gitDir = resolveGitFile(repository.gitDir)
  const common = join(gitDir, 'commondir')
  const folder = existsSync(common) ? resolve(gitDir, readFileSync(common, 'utf8').trim()) : gitDir
  const file = join(folder, 'config')
  const entries: [string, string][] = []
  let remote: string | undefined
  for (const line of existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []) {
    if (/^\s*\[/.test(line)) remote = /^\s*\[remote "(.+)"\]/.exec(line)?.[1]
    const url = /^\s*url\s*=\s*"?([^"]*)"?\s*$/.exec(line)?.[1]
    if (remote && url) entries.push([`remote.${remote}.url`, url])
  }
  return entries
}

/** Null where there is no such file, or where nobody lets us look: the walk then names the folder as closed. */
function gitFileText(dotGit: string): string | null {
  try {
    return statSync(dotGit, { throwIfNoEntry: false })?.isFile() ? readFileSync(dotGit, 'utf8') : null
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM'))
      return null
    throw error
  }
}
