import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ScopeFailure, withoutCredentials } from '@ai-census/scanner-kit'
import { GitError, type GitOptions, type GitSetting, git } from '../git/command.ts'
import type { Remote } from '../remote.ts'
import { openEmpty } from './empty.ts'
import { openGitObjects } from './git-objects.ts'
import type { Snapshot, SourceFile } from './snapshot.ts'

export interface GitUrl {
  readonly url: string
  readonly ref: string | undefined
  readonly remote: Remote | null
  readonly signal: AbortSignal
  progress(done: number, total: number | null, what: string): void
}

/** Nothing heard from the other side for so long means that nobody is there. */
const SILENCE_MS = 120_000

/**
 * A repository at a URL. Its commit is asked for first, so that an unchanged one costs one request; else the
 * trees are fetched, and then in one go the contents of those files that are to be read.
 * Throws `ScopeFailure` with a sentence for people where the other side does not let us.
 */
export async function openGitUrl(source: GitUrl): Promise<Snapshot> {
  const place = placeOf(source.url)
  const commit = await remoteCommit(source, place)
  if (commit === null) return openEmpty(source.remote)
  let clone: Promise<string> | undefined
  const gitDir = () => {
    clone ??= fetchTrees(source, place, commit)
    return clone
  }
  let opened: Promise<Snapshot> | undefined
  const snapshot = () => {
    opened ??= gitDir().then((folder) =>
      openGitObjects({
        gitDir: folder,
        commit,
        remote: source.remote,
        below: '',
        sizes: false,
        signal: source.signal,
        prepare: (files) => fetchContents(folder, files, source, place),
      }),
    )
    return opened
  }
  return {
    commit,
    remote: source.remote,
    below: '',
    contentKey: `${commit}:`,
    isModified: () => false,
    list: async () => (await snapshot()).list(),
    sizeOf: () => null,
    async *batches(files, limits) {
      yield* (await snapshot()).batches(files, limits)
    },
    texts: async (paths) => (await snapshot()).texts(paths),
    close: async () => {
      // A fetch that failed has removed its folder itself.
      const folder = await clone?.catch(() => undefined)
      if (folder) await rm(folder, { recursive: true, force: true })
    },
  }
}

interface Place {
  /** Without credentials: it is seen in process lists and messages. */
  readonly url: string
  readonly settings: readonly GitSetting[]
}

/** Credentials of an https URL go to git beside the command line. */
function placeOf(url: string): Place {
  if (!/^https?:/i.test(url)) return { url, settings: [] }
  const parsed = new URL(url)
  const { username, password, origin } = parsed
  if (!username && !password) return { url, settings: [] }
  parsed.username = ''
  parsed.password = ''
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  const header = `Authorization: Basic ${Buffer.from(pair).toString('base64')}`
  return { url: parsed.href, settings: [[`http.${origin}/.extraHeader`, header]] }
}

/** The commit to read; null in a repository without one. */
async function remoteCommit(source: GitUrl, place: Place): Promise<string | null> {
  const { ref } = source
  if (ref && /^[0-9a-f]{40,64}$/.test(ref)) return ref
  const wanted = ref ? [ref, `${ref}^{}`] : []
  const output = await remote(source, place, ['ls-remote', '--', place.url, ...(ref ? wanted : ['HEAD'])])
  const found = new Map(
    output
      .toString('utf8')
      .split('\n')
      .filter(Boolean)
      .map((line): [string, string] => [
        line.slice(line.indexOf('\t') + 1),
        line.slice(0, line.indexOf('\t')),
      ]),
  )
  if (!ref) return found.get('HEAD') ?? null
  for (const name of [`refs/heads/${ref}`, `refs/tags/${ref}^{}`, `refs/tags/${ref}`, ref]) {
    const commit = found.get(name)
    if (commit) return commit
  }
  throw new ScopeFailure('failed', 'no-such-ref', `${shown(place.url)} has no branch or tag "${ref}".`)
}

async function fetchTrees(source: GitUrl, place: Place, commit: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ai-census-git-'))
  try {
    await git(['init', '--quiet', '--bare', '--template=', folder], { signal: source.signal })
    await writeFile(join(folder, 'config'), configOf(place.url))
    const args = [
      'fetch',
      '--progress',
      '--depth=1',
      '--filter=blob:none',
      '--no-tags',
      '--no-write-fetch-head',
    ]
    await remote(source, place, [`--git-dir=${folder}`, ...args, 'origin', commit])
    return folder
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

/**
 * Fetches trees or contents, and no more. Only while that happens is the repository marked as a partial one: of
 * such, older gits fetch what is missing one by one, where a plain one just says that it is missing.
 */
async function fetchInto(
  folder: string,
  source: GitUrl,
  place: Place,
  args: readonly string[],
  input = '',
): Promise<void> {
  const config = join(folder, 'config')
  const partial =
    '\tpromisor = true\n\tpartialclonefilter = blob:none\n[extensions]\n\tpartialClone = origin\n'
  const plain = `[core]\n\trepositoryformatversion = 1\n\tbare = true\n[remote "origin"]\n\turl = ${JSON.stringify(place.url)}\n`
  await writeFile(config, plain + partial)
  const options = ['--progress', '--filter=blob:none', '--no-tags', '--no-write-fetch-head']
  await remote(source, place, [`--git-dir=${folder}`, 'fetch', ...options, ...args], input)
  await writeFile(config, plain)
}

/** Fetches in one request all contents that are not here yet. What the other side does not have stays missing. */
async function fetchContents(
  folder: string,
  files: readonly SourceFile[],
  source: GitUrl,
  place: Place,
): Promise<void> {
  const ids = [...new Set(files.flatMap(({ id }) => id ?? []))]
  if (ids.length === 0) return
  const at = `--git-dir=${folder}`
  const check = await git([at, 'cat-file', '--batch-check', '--buffer'], {
    signal: source.signal,
    input: `${ids.join('\n')}\n`,
  })
  const missing = check
    .toString('utf8')
    .split('\n')
    .flatMap((line) => (line.endsWith(' missing') ? [line.slice(0, line.indexOf(' '))] : []))
  if (missing.length === 0) return
  const args = [
    'fetch',
    '--progress',
    '--filter=blob:none',
    '--no-tags',
    '--no-write-fetch-head',
    '--stdin',
    'origin',
  ]
  await remote(source, place, [at, ...args], `${missing.join('\n')}\n`, [
    ['fetch.negotiationAlgorithm', 'noop'],
  ])
}

/** A git command that talks to the other side: bounded in silence, its failure in a sentence. */
async function remote(source: GitUrl, place: Place, args: readonly string[], input = ''): Promise<Buffer> {
  const silence = new AbortController()
  const tooSilent = () =>
    silence.abort(new ScopeFailure('failed', 'unavailable', `${shown(place.url)} stopped answering.`))
  let timer = setTimeout(tooSilent, SILENCE_MS)
  const options: GitOptions = {
    signal: AbortSignal.any([source.signal, silence.signal]),
    // Contents are asked for by name; there is nothing to negotiate about.
    settings: [...place.settings, ['fetch.negotiationAlgorithm', 'noop']],
    env: { GIT_SSH_COMMAND: process.env.GIT_SSH_COMMAND ?? 'ssh -o BatchMode=yes -o ConnectTimeout=30' },
    protocols: 'https:http:ssh:git:file',
    input,
    onProgress(line) {
      clearTimeout(timer)
      timer = setTimeout(tooSilent, SILENCE_MS)
      const [, what, done, total] =
        /^(Receiving objects|Resolving deltas):.*\((\d+)\/(\d+)\)/.exec(line) ?? []
      if (what) source.progress(Number(done), Number(total), what.toLowerCase())
    },
  }
  try {
    return await git(args, options)
  } catch (error) {
    throw error instanceof GitError ? asFailure(error, place.url) : error
  } finally {
    clearTimeout(timer)
  }
}

const shown = (url: string) => withoutCredentials(url)

const refusals: readonly [RegExp, 'denied' | 'failed', string, string][] = [
  [
    /authentication failed|could not read (username|password)|permission denied|terminal prompts disabled|error: 40[13]|publickey|access denied/i,
    'denied',
    'repository:read',
    'access was refused, or it does not exist',
  ],
  [
    /not found|does not exist|does not appear to be a git repository|no such file/i,
    'failed',
    'not-found',
    'there is no repository that these credentials may see',
  ],
  [
    /could not resolve host|unable to access|connection|timed out|could not connect|early eof|hung up/i,
    'failed',
    'unavailable',
    'the host could not be reached',
  ],
]

function asFailure(error: GitError, url: string): ScopeFailure {
  const [, status, reason, sentence] = refusals.find(([pattern]) => pattern.test(error.message)) ?? []
  return new ScopeFailure(
    status ?? 'failed',
    reason ?? 'clone-failed',
    `${shown(url)} could not be fetched: ${sentence ?? 'git failed'} (${error.message}).`,
  )
}
