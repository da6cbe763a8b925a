import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { devNull } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { StandInData } from '@ai-census/scanner-openai/testing'
import { expandTemplates } from './templates.ts'

export interface Acme {
  /** Absolute paths of the repositories, in the order of `repositories.json`. */
  repositories: string[]
  /** What a stand-in of OpenAI answers for Acme; feed it to `startOpenAiStandIn`. */
  openai: StandInData
  /** False on a machine without git: the repositories are plain folders then. */
  git: boolean
}

export interface MaterialiseOptions {
  /** The folder of this file. Needed from a bundle, where it is another one. */
  estate?: string
  /** "Today" for the dates in the provider's answers. Repositories do not depend on it. */
  now?: Date
}

interface Commit {
  at: string
  author: string
  message: string
  /** What the commit adds; the last one of a repository adds all that is left. */
  paths?: string[]
}

interface Repository {
  folder: string
  remote: string
  commits: Commit[]
}

const MARKER = '.acme.json'

/**
 * Makes Acme real below `target`: `target/repositories/<name>`, each a git repository with its remote and with
 * commit ids that are the same on every machine. Finished before, it is only read again.
 * Throws when `target/repositories` exists and was not made here.
 */
export async function materialiseAcme(target: string, options: MaterialiseOptions = {}): Promise<Acme> {
  const estate = options.estate ?? dirname(fileURLToPath(import.meta.url))
  const manifest: Repository[] = JSON.parse(await readFile(join(estate, 'repositories.json'), 'utf8'))
  const files = await readTree(join(estate, 'repositories'))
  const git = await hasGit()
  const marker = JSON.stringify({ content: digest(manifest, files), git })
  const finished = resolve(target, 'repositories')

  if ((await existingMarker(finished)) !== marker) await build(finished, manifest, files, git, marker)
  const answers = await readFile(join(estate, 'answers', 'openai', 'organization.json'), 'utf8')
  return {
    repositories: manifest.map(({ folder }) => join(finished, folder)),
    openai: JSON.parse(expandTemplates(answers, options.now ?? new Date())),
    git,
  }
}

/** Built beside and moved into place, so that an interrupted run leaves nothing half-made behind. */
async function build(
  finished: string,
  manifest: readonly Repository[],
  files: ReadonlyMap<string, string>,
  git: boolean,
  marker: string,
): Promise<void> {
  await mkdir(dirname(finished), { recursive: true })
  const building = await mkdtemp(join(dirname(finished), '.acme-'))
  try {
    await writeTree(building, files)
    if (git) await Promise.all(manifest.map((repository) => commitAll(building, repository)))
    await writeFile(join(building, MARKER), marker)
    await moveIntoPlace(building, finished, marker)
  } finally {
    await rm(building, { recursive: true, force: true })
  }
}

async function moveIntoPlace(building: string, finished: string, marker: string): Promise<void> {
  await rm(finished, { recursive: true, force: true })
  try {
    await rename(building, finished)
  } catch (error) {
    // Another process made the same company in the same moment: theirs is as good as ours.
    if ((await existingMarker(finished)) !== marker) throw error
  }
}

async function existingMarker(finished: string): Promise<string | null> {
  const names = await readdir(finished).catch(() => null)
  if (names === null) return null
  if (names.includes(MARKER)) return readFile(join(finished, MARKER), 'utf8')
  throw new Error(`${finished} exists and does not hold the made-up company; it is left as it is.`)
}

/** Every file by its path with `/`, in code-point order, with keys expanded. */
async function readTree(root: string): Promise<Map<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
  const contents = await Promise.all(files.map((path) => readFile(join(root, path), 'utf8')))
  return new Map(files.map((path, at) => [path, expandTemplates(contents[at] ?? '', new Date(0))]))
}

async function writeTree(root: string, files: ReadonlyMap<string, string>): Promise<void> {
  const folders = new Set([...files.keys()].map((path) => dirname(join(root, path))))
  for (const folder of folders) await mkdir(folder, { recursive: true })
  await Promise.all([...files].map(([path, text]) => writeFile(join(root, path), text)))
}

async function commitAll(root: string, { folder, remote, commits }: Repository): Promise<void> {
  const git = (args: string[], env: Record<string, string> = {}) => runGit(join(root, folder), args, env)
  await git(['init', '--quiet', '--initial-branch=main'])
  await git(['remote', 'add', 'origin', remote])
  for (const { at, author, message, paths } of commits) {
    const [, name = '', email = ''] = /^(.*) <(.*)>$/.exec(author) ?? []
    await git(['add', '--force', '--', ...(paths ?? ['.'])])
    await git(['commit', '--quiet', '--no-verify', '--message', message], {
      GIT_AUTHOR_NAME: name,
      GIT_AUTHOR_EMAIL: email,
      GIT_AUTHOR_DATE: at,
      GIT_COMMITTER_NAME: name,
      GIT_COMMITTER_EMAIL: email,
      GIT_COMMITTER_DATE: at,
    })
  }
}

const run = promisify(execFile)

/** Git without the person's or the machine's settings, nor those of a hook that we may run in. */
async function runGit(cwd: string, args: string[], env: Record<string, string>): Promise<void> {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))
  await run('git', ['-c', 'core.autocrlf=false', '-c', 'gc.auto=0', ...args], {
    cwd,
    env: {
      ...Object.fromEntries(inherited),
      GIT_CONFIG_GLOBAL: devNull,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_DEFAULT_HASH: 'sha1',
      ...env,
    },
  })
}

const hasGit = () =>
  run('git', ['--version']).then(
    () => true,
    () => false,
  )

function digest(manifest: readonly Repository[], files: ReadonlyMap<string, string>): string {
  return createHash('sha256')
    .update(JSON.stringify([manifest, [...files]]))
    .digest('hex')
}
