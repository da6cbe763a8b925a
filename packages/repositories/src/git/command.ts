import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { devNull } from 'node:os'
import type { Readable, Writable } from 'node:stream'
import { ScopeFailure, withoutCredentials } from '@ai-census/scanner-kit'

/** A name of git's configuration and its value. */
export type GitSetting = readonly [name: string, value: string]

export interface GitOptions {
  cwd?: string
  signal?: AbortSignal
  /** More settings for this run alone. */
  settings?: readonly GitSetting[]
  env?: Record<string, string>
  /** Bytes for the standard input, which is closed after them. */
  input?: string
  /** Protocols that git may speak. Default: none, so that nothing is fetched by the way. */
  protocols?: string
  /** What git says of its progress, line by line. */
  onProgress?: (line: string) => void
}

/** Git ended with an error; the message is its last words, without credentials. */
export class GitError extends Error {
  readonly code: number | null
  constructor(message: string, code: number | null) {
    super(message)
    this.name = 'GitError'
    this.code = code
  }
}

export const noGit = () =>
  new ScopeFailure('failed', 'no-git', 'Git is not installed here; folders can be scanned without it.')

/**
 * Settings under which git reads a repository of unknown origin: no hook, monitor or pager of its configuration
 * runs, and another owner's folder is read all the same, since nothing in it is executed.
 */
const quiet: readonly GitSetting[] = [
  ['core.fsmonitor', 'false'],
  ['core.hooksPath', devNull],
  ['core.quotePath', 'false'],
  ['safe.directory', '*'],
  ['protocol.version', '2'],
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
]

export type GitProcess = ChildProcessByStdio<Writable, Readable, Readable>

/** Starts git; aborting the signal ends it. */
export function startGit(args: readonly string[], options: GitOptions = {}): GitProcess {
  return spawn('git', args, {
    cwd: options.cwd,
    signal: options.signal,
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
    env: {
      ...inherited(),
      ...settingsByEnvironment([...quiet, ...(options.settings ?? [])]),
      ...gitEnvironment(options.protocols ?? 'none'),
      ...options.env,
    },
  })
}

/** The same as `-c`, but for any name, and not to be seen in the list of processes. */
function settingsByEnvironment(settings: readonly GitSetting[]): Record<string, string> {
  const environment: Record<string, string> = { GIT_CONFIG_COUNT: String(settings.length) }
  for (const [i, [name, value]] of settings.entries()) {
    environment[`GIT_CONFIG_KEY_${i}`] = name
    environment[`GIT_CONFIG_VALUE_${i}`] = value
  }
  return environment
}

/** A hook or another git that started us must not redirect what we read. */
function inherited(): Record<string, string | undefined> {
  const kept =
    /^GIT_(SSH|SSH_COMMAND|SSH_VARIANT|SSL_\w+|PROXY_COMMAND|CONFIG_GLOBAL|CONFIG_SYSTEM|CONFIG_NOSYSTEM|EXEC_PATH|ASKPASS)$/
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_') || kept.test(name)),
  )
}

const gitEnvironment = (protocols: string) => ({
  LC_ALL: 'C',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_LITERAL_PATHSPECS: '1',
  GIT_ALLOW_PROTOCOL: protocols,
})

/** Runs git to its end and gives what it printed. Throws `GitError`, or `ScopeFailure` without a git. */
export async function git(args: readonly string[], options: GitOptions = {}): Promise<Buffer> {
  const child = startGit(args, options)
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  // A git that ends early closes its input; its exit code says why.
  child.stdin.on('error', () => undefined)
  child.stdin.end(options.input ?? '')
  await ended(child, options)
  return Buffer.concat(chunks)
}

/** Resolves when git has ended well. */
export function ended(child: GitProcess, options: GitOptions = {}): Promise<void> {
  const words = lastWords(child, options.onProgress)
  return new Promise((resolve, reject) => {
    child.once('error', (error) => {
      if (options.signal?.aborted) reject(options.signal.reason)
      else reject('code' in error && error.code === 'ENOENT' ? noGit() : error)
    })
    child.once('close', (code, killed) => {
      if (code === 0) resolve()
      else if (options.signal?.aborted) reject(options.signal.reason)
      else reject(new GitError(words() || `git ended with ${killed ?? `code ${code}`}`, code))
    })
  })
}

/** Keeps what git says on its error output, in bounds; progress lines end with a carriage return. */
function lastWords(child: GitProcess, onProgress?: (line: string) => void): () => string {
  let rest = ''
  const kept: string[] = []
  child.stderr.setEncoding('utf8')
  child.stderr.on('data', (text: string) => {
    const lines = (rest + text).split(/[\r\n]/)
    rest = (lines.pop() ?? '').slice(-2000)
    for (const line of lines) {
      if (/^(fatal|error|warning|remote:\s*(error|fatal)|ERROR|ssh|Permission)/i.test(line)) kept.push(line)
      else if (line.trim()) onProgress?.(line.trim())
    }
    if (kept.length > 20) kept.splice(0, kept.length - 20)
  })
  return () => {
    const fatal = kept.filter((line) => /^(fatal|error|ERROR|ssh|Permission)/.test(line))
    return withoutCredentials((fatal.length > 0 ? fatal : [...kept, rest]).join(' ').slice(0, 500).trim())
  }
}

let found: Promise<boolean> | undefined

/** Whether this machine has a git. Asked once. */
export function hasGit(): Promise<boolean> {
  found ??= git(['--version']).then(
    () => true,
    () => false,
  )
  return found
}
