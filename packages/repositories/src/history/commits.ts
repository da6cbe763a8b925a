import { readFile } from 'node:fs/promises'
import { GitError, type GitSetting, git } from '../git/command.ts'
import { parseTree } from '../git/tree.ts'

/** Where the history of what is read can be found: the objects on this machine, and the commit to go back from. */
export interface HistoryPlace {
  readonly gitDir: string
  readonly commit: string
  /** The scope's root within its repository; `''` for the root. */
  readonly below: string
}

/** A file as a commit left it: its blob, and where it lies, relative to the scope's root. */
export interface Version {
  readonly path: string
  readonly id: string
}

export interface Commit {
  readonly id: string
  /** When it was committed, in seconds since 1970. */
  readonly at: number
  /** As `.mailmap` writes it; empty where the commit names nobody. */
  readonly author: string
  /** Nothing here says what was before it: a shallow clone begins with it, or our own look does. */
  readonly edge: boolean
  readonly versions: readonly Version[]
}

/**
 * The commits that lead to one, oldest first, each with the files that it adds or changes. Plumbing alone, for it
 * obeys no setting of the repository: `git log` would run the program that `gpg.program` names.
 *
 * @param most the newest so many are read
 * @param after a commit that leads to it: only what came since
 */
export async function readCommits(
  place: HistoryPlace,
  most: number,
  signal: AbortSignal,
  after?: string,
): Promise<Commit[]> {
  const at = `--git-dir=${place.gitDir}`
  // Without an order asked for, git need not know the whole history before it names the first commit.
  const range = after === undefined ? [place.commit] : [place.commit, `^${after}`]
  const listed = lines(await git([at, 'rev-list', `--max-count=${most}`, ...range], { signal }))
  const edges = new Set(await shallowCommits(place.gitDir, signal))
  const shown = ['--raw', '-z', '--no-abbrev', '--no-renames', '--no-ext-diff', `--format=${FORMAT}`]
  const scope = place.below ? ['--', place.below] : []
  const output = await git([at, 'diff-tree', '--stdin', '--root', '-r', '-c', ...shown, ...scope], {
    signal,
    settings: names(place.commit),
    input: listed
      .reverse()
      .map((id) => `${id}\n`)
      .join(''),
  })
  return parseCommits(output, edges, place.below)
}

/** Names are written as the commit itself says, whatever lies in the folder that we were started from. */
const names = (commit: string): GitSetting[] => [
  ['core.bare', 'true'],
  ['mailmap.file', ''],
  ['mailmap.blob', `${commit}:.mailmap`],
]

/** All files of a commit, as versions that it may have from others before it. */
export async function readWhole(
  { gitDir, below }: HistoryPlace,
  commit: Commit,
  signal: AbortSignal,
): Promise<Commit> {
  const treeish = below ? `${commit.id}:${below}` : commit.id
  const output = await git([`--git-dir=${gitDir}`, 'ls-tree', '-r', '-z', treeish], { signal }).catch(
    (error: unknown) => {
      // The scope's folder came later than this commit.
      if (below && error instanceof GitError) return Buffer.alloc(0)
      throw error
    },
  )
  const versions = parseTree(output).filter(({ kind }) => kind === 'file')
  return { ...commit, edge: true, versions }
}

/** The commits with which a shallow clone begins: each shows as its own doing whatever lay there before. */
export async function shallowCommits(gitDir: string, signal: AbortSignal): Promise<string[]> {
  const ask = async (...args: string[]) =>
    (await git([`--git-dir=${gitDir}`, 'rev-parse', ...args], { signal })).toString('utf8').trim()
  if ((await ask('--is-shallow-repository')) !== 'true') return []
  return lines(await readFile(await ask('--path-format=absolute', '--git-path', 'shallow')))
}

// A byte that is in no mode, path or id begins each commit's own line.
const FORMAT = '%x01%H%x00%ct%x00%aN%x00'

function parseCommits(output: Buffer, edges: ReadonlySet<string>, below: string): Commit[] {
  const prefix = below ? `${below}/` : ''
  const commits: Commit[] = []
  let versions: Version[] = []
  const fields = output.toString('utf8').split('\0')
  for (let i = 0; i < fields.length; i++) {
    const field = (fields[i] ?? '').trimStart()
    if (field.startsWith('\u0001')) {
      const id = field.slice(1)
      const [at = '0', author = ''] = fields.slice(i + 1, i + 3)
      i += 2
      versions = []
      commits.push({ id, at: Number(at), author: author.trim(), edge: edges.has(id), versions })
    } else if (field.startsWith(':')) {
      i += 1
      const path = fields[i] ?? ''
      const id = blobOf(field)
      if (id !== null && path.startsWith(prefix)) versions.push({ path: path.slice(prefix.length), id })
    }
  }
  return commits
}

/** The blob after the change: `:<mode> <mode> <id> <id> <letter>`, with more of each before where a merge changed it. */
function blobOf(entry: string): string | null {
  const parents = /^:+/.exec(entry)?.[0].length ?? 1
  const fields = entry.slice(parents).split(' ')
  const mode = fields[parents] ?? ''
  return mode.startsWith('100') ? (fields[2 * parents + 1] ?? null) : null
}

const lines = (output: Buffer): string[] => output.toString('utf8').split('\n').filter(Boolean)
