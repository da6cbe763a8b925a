import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..', '..')
export const main = join(root, 'apps', 'cli', 'dist', 'main.mjs')
export const acme = join(root, 'tests', 'estates', 'acme')

/** A folder of this test's own, gone when it is disposed of. */
export function temporary(name: string): { path: string; [Symbol.dispose](): void } {
  const path = mkdtempSync(join(tmpdir(), `ai-census-${name}-`))
  return {
    path,
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  }
}

export interface Ran {
  code: number | null
  stdout: string
  stderr: string
}

interface Options {
  cwd?: string
  env?: Record<string, string>
  state: string
}

/** Starts the built program, as a person would; `state` keeps its cache, keys and spool out of the home folder. */
export function startCli(args: readonly string[], options: Options): ChildProcess & { output(): Ran } {
  const child = spawn(process.execPath, [main, ...args], {
    cwd: options.cwd ?? root,
    env: {
      PATH: process.env.PATH,
      HOME: options.state,
      AI_CENSUS_STATE: options.state,
      NO_COLOR: '1',
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const out: Ran = { code: null, stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out.stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    out.stderr += text
  })
  child.on('exit', (code) => {
    out.code = code
  })
  return Object.assign(child, { output: () => out })
}

/** Runs the built program to its end. */
export async function cli(args: readonly string[], options: Options): Promise<Ran> {
  const child = startCli(args, options)
  await new Promise((resolve) => child.on('close', resolve))
  return child.output()
}

/** Waits until the program has printed something, or says what it printed instead. */
export async function printed(
  child: ReturnType<typeof startCli>,
  pattern: RegExp,
  milliseconds = 60_000,
): Promise<RegExpExecArray> {
  const until = Date.now() + milliseconds
  for (;;) {
    const found = pattern.exec(child.output().stdout)
    if (found) return found
    if (child.exitCode !== null || Date.now() > until) {
      const { stdout, stderr } = child.output()
      throw new Error(`did not print ${pattern} (exit ${child.exitCode}):\n${stdout}\n${stderr}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

export async function stopped(
  child: ChildProcess,
  signal: NodeJS.Signals = 'SIGTERM',
): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise((resolve) => child.on('exit', resolve))
    child.kill(signal)
    await gone
  }
  return child.exitCode
}
