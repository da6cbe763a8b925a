import { createHash } from 'node:crypto'
import { existsSync, readlinkSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { judgeLinks } from '../files/links.ts'
import { statId, walk } from '../files/walk.ts'
import { git } from '../git/command.ts'
import { type GitSettings, type Repository, resolveGitFile } from '../git/repository.ts'
import { inTree, readStatus, type Status } from '../git/status.ts'
import { parseIndex, type TreeEntry } from '../git/tree.ts'
import type { Remote } from '../remote.ts'
import { diskBatches, diskSize, diskTexts } from './disk.ts'
import { foldersAbove, type Listing, type Snapshot, type SourceFile, textsAbove } from './snapshot.ts'

export interface WorkingTree {
  readonly repository: Repository & { readonly workTree: string }
  /** The folder to read, below the root; `''` for all of it. */
  readonly below: string
  readonly settings: GitSettings
  readonly remote: Remote | null
  readonly gitignore: boolean
  readonly signal: AbortSignal
  /** A status that was asked for already. */
  readonly status?: Promise<Status>
}

/** The files of a working tree as they lie there, with git's knowledge of which of them are as committed. */
export async function openWorkingTree(tree: WorkingTree): Promise<Snapshot> {
  const { repository, below, settings, signal } = tree
  const startedAt = Date.now()
  const status = await (tree.status ?? readStatus(repository, below, settings, signal))
  const root = join(repository.workTree, below)
  const untracked = new Set(status.untracked)
  return {
    commit: status.commit,
    remote: tree.remote,
    below,
    history: status.commit === null ? null : { gitDir: repository.gitDir, commit: status.commit, below },
    contentKey: tree.gitignore ? contentKey(tree, status, startedAt) : null,
    isModified: (path) => status.changed.has(path) || untracked.has(path),
    list: () => list(tree, root, status, startedAt),
    sizeOf: ({ path }) => diskSize(root, path),
    batches: (files) => diskBatches(root, files),
    texts: (paths) => diskTexts(root, paths),
    above: async (name) => {
      const asked = foldersAbove(below).map(({ folder }) => folder + name)
      return textsAbove(below, name, await diskTexts(repository.workTree, asked))
    },
    close: async () => undefined,
  }
}

/** The commit, and the state of every file that differs from it. */
function contentKey(tree: WorkingTree, status: Status, startedAt: number): string | null {
  const root = join(tree.repository.workTree, tree.below)
  const hash = createHash('sha256').update(`${status.commit}\0${tree.below}\0${indexState(tree.repository)}`)
  for (const path of [...status.changed, ...status.untracked].sort()) {
    const file = join(root, path)
    const id = statId(file, startedAt)
    if (id === null && existsSync(file)) return null
    hash.update(`\0${path}\0${id ?? 'gone'}`)
  }
  return hash.digest('hex')
}

/** Changes when a checkout or a filter (large files that are fetched later) rewrites files behind one commit. */
function indexState({ gitDir }: Repository): string {
  const stat = statSync(join(resolveGitFile(gitDir), 'index'), { throwIfNoEntry: false })
  return stat ? `${stat.size}:${stat.mtimeMs}` : 'none'
}

async function list(tree: WorkingTree, root: string, status: Status, startedAt: number): Promise<Listing> {
  const index = await readIndex(tree)
  const ids = new Map<string, string>()
  const links = new Map<string, string>()
  for (const { path, id, kind } of index) {
    if (kind === 'link') addLink(links, root, path)
    else if (kind === 'file' && !status.changed.has(path)) ids.set(path, id)
  }
  const changed = index
    .filter(({ path, kind }) => kind === 'file' && status.changed.has(path))
    .map(({ path }) => path)
  const walked = tree.gitignore ? null : walk(root, { gitignore: false, signal: tree.signal })
  const loose = walked ? walked.files.filter((path) => !ids.has(path)) : [...changed, ...status.untracked]
  for (const path of status.untracked) addLink(links, root, path)
  for (const [path, target] of walked?.links ?? []) links.set(path, target)
  const files: SourceFile[] = [...ids].map(([path, id]) => ({ path, id }))
  for (const path of loose)
    if (!links.has(path)) files.push({ path, id: statId(join(root, path), startedAt) })
  return { files, unknowns: [...(walked?.unknowns ?? []), ...judgeLinks(links, root)] }
}

/** The index below the folder, with paths relative to it. */
export async function readIndex({ repository, below, signal }: WorkingTree): Promise<TreeEntry[]> {
  const output = await git([...inTree(repository), 'ls-files', '--stage', '-z', '--', below || '.'], {
    cwd: repository.workTree,
    signal,
  })
  const entries = parseIndex(output)
  if (below === '') return entries
  const prefix = `${below}/`
  return entries.flatMap((entry) =>
    entry.path.startsWith(prefix) ? [{ ...entry, path: entry.path.slice(prefix.length) }] : [],
  )
}

function addLink(links: Map<string, string>, root: string, path: string): void {
  try {
    links.set(path, readlinkSync(join(root, path)))
  } catch {
    // Deleted, or a plain file meanwhile: no link any more.
  }
}
