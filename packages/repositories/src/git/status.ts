import { git } from './command.ts'
import type { GitSettings, Repository } from './repository.ts'

/** How a working tree differs from its last commit. Paths are relative to the folder that was asked about. */
export interface Status {
  /** Null in a repository without a commit. */
  readonly commit: string | null
  /** Tracked, but not as committed; deleted ones among them. */
  readonly changed: ReadonlySet<string>
  /** Neither tracked nor ignored. */
  readonly untracked: readonly string[]
  /** Untracked folders that are repositories of their own. */
  readonly repositories: readonly string[]
}

/** One `git status` of a working tree, or of the folder `below` its root (`''` for the root). */
export async function readStatus(
  repository: Repository,
  below: string,
  settings: GitSettings,
  signal: AbortSignal,
): Promise<Status> {
  const args = ['status', '--porcelain=v2', '--branch', '-z', '--no-renames', '--no-ahead-behind']
  const output = await git(
    [...inTree(repository), ...args, '--untracked-files=all', '--ignore-submodules=all', '--', below || '.'],
    { cwd: repository.workTree ?? '.', signal, settings: settings.neutral },
  )
  return parseStatus(output, below)
}

/** A folder that a repository ignores, a build's output or a clone beside, is no part of it. */
export async function isIgnored(
  repository: Repository,
  below: string,
  signal: AbortSignal,
): Promise<boolean> {
  const args = [...inTree(repository), 'check-ignore', '--quiet', '--', below]
  return git(args, { cwd: repository.workTree ?? '.', signal, env: { GIT_LITERAL_PATHSPECS: '0' } }).then(
    () => true,
    () => false,
  )
}

/** Names both folders, so that no setting of the repository can point elsewhere. */
export const inTree = (repository: Repository): string[] => [
  `--git-dir=${repository.gitDir}`,
  `--work-tree=${repository.workTree}`,
]

// Fields before the path, by the record's first letter: `1 XY sub mH mI mW hH hI path`, `u XY sub m1…h3 path`.
const fieldsBefore: Record<string, number> = { '1': 8, u: 10, '?': 1 }

export function parseStatus(output: Buffer, below = ''): Status {
  let commit: string | null = null
  const changed = new Set<string>()
  const untracked: string[] = []
  const repositories: string[] = []
  const prefix = below ? `${below}/` : ''
  for (const record of output.toString('utf8').split('\0')) {
    const oid = /^# branch\.oid ([0-9a-f]{40,64})$/.exec(record)?.[1]
    if (oid) commit = oid
    const fields = fieldsBefore[record[0] ?? '']
    if (fields === undefined) continue
    const path = afterFields(record, fields)
    if (!path.startsWith(prefix)) continue
    const own = path.slice(prefix.length)
    if (record[0] !== '?') changed.add(own)
    else if (own.endsWith('/')) repositories.push(own.slice(0, -1))
    else untracked.push(own)
  }
  return { commit, changed, untracked, repositories }
}

function afterFields(record: string, fields: number): string {
  let at = 0
  for (let i = 0; i < fields; i++) at = record.indexOf(' ', at) + 1
  return record.slice(at)
}
