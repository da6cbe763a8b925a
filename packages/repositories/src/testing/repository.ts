import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { devNull, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'

const folders: string[] = []

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A folder for one test file's doings, removed after it. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'ai-census-test-')))
  folders.push(folder)
  return folder
}

export type Files = Record<string, string | Uint8Array>

export function writeFiles(folder: string, files: Files): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

/** Who commits, and when. */
export interface Hand {
  readonly name: string
  readonly at: string
}

const ada: Hand = { name: 'Ada', at: '2026-01-02T03:04:05Z' }

/** Git with an identity of its own and without the machine's settings; what it printed. */
export const git = (folder: string, ...args: string[]): string => gitAs(ada, folder, ...args)

/** The same by another hand, or on another day. */
export function gitAs({ name, at }: Hand, folder: string, ...args: string[]): string {
  const address = `${name.toLowerCase()}@acme.example`
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))
  return execFileSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...Object.fromEntries(inherited),
      GIT_CONFIG_GLOBAL: devNull,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: name,
      GIT_AUTHOR_EMAIL: address,
      GIT_AUTHOR_DATE: at,
      GIT_COMMITTER_NAME: name,
      GIT_COMMITTER_EMAIL: address,
      GIT_COMMITTER_DATE: at,
      GIT_ALLOW_PROTOCOL: 'file',
    },
  }).trim()
}

/** A repository with one commit of these files; without files it has no commit. */
export function makeRepository(folder: string, files: Files = {}, origin?: string): string {
  mkdirSync(folder, { recursive: true })
  git(folder, 'init', '--quiet', '--initial-branch=main')
  if (origin) git(folder, 'remote', 'add', 'origin', origin)
  if (Object.keys(files).length > 0) commit(folder, files)
  return folder
}

/** Commits these files, and all else that lies there; the commit's id. */
export function commit(folder: string, files: Files = {}, by: Hand = ada): string {
  writeFiles(folder, files)
  git(folder, 'add', '--all', '--force')
  gitAs(by, folder, 'commit', '--quiet', '--message', 'A step')
  return git(folder, 'rev-parse', 'HEAD')
}

export interface Hosted {
  readonly work: string
  readonly bare: string
  readonly head: string
}

/** A bare repository at `root/<path>`, as a code host has it, and the working tree that it was pushed from. */
export function host(root: string, path: string, files: Files): Hosted {
  const work = makeRepository(join(root, 'work', path), files)
  const bare = join(root, path)
  git(work, 'clone', '--quiet', '--bare', work, bare)
  git(bare, 'config', 'uploadpack.allowFilter', 'true')
  git(bare, 'config', 'uploadpack.allowAnySHA1InWant', 'true')
  git(work, 'remote', 'add', 'origin', bare)
  return { work, bare, head: git(bare, 'rev-parse', 'HEAD') }
}
