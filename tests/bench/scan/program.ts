import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { workFolder } from '../engine/corpus.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const main = at('../../../apps/cli/dist/main.mjs')
/** Keys, cache and compiled code of these scans. */
const state = join(workFolder, 'scan-state')
const memoryFile = join(workFolder, 'memory.txt')

/** Runs Node.js to its end and gives what it printed; throws for another exit code than 0 and, as a scan's, 3. */
export function node(args: readonly string[], env: Record<string, string> = {}): string {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    env: { ...process.env, AI_CENSUS_STATE: state, ...env },
  })
  if (error) throw error
  if (status !== 0 && status !== 3) throw new Error(`node ${args.join(' ')} ended with ${status}:\n${stderr}`)
  return stdout
}

export function requireBuild(): void {
  if (!existsSync(main)) throw new Error('Build the program first: npx -y pnpm@12.21.0 run build')
  mkdirSync(workFolder, { recursive: true })
}

export const help = () => node([main, '--help'])

export const scan = (folder: string, ...options: string[]): string =>
  node([main, 'scan', folder, '--quiet', '--format', 'json', ...options])

/** The most memory that a scan had, in MB. */
export function memoryOf(folder: string, ...options: string[]): number {
  const preload = ['--import', at('./note-memory.ts')]
  node([...preload, main, 'scan', folder, '--quiet', '--format', 'json', '--no-cache', ...options], {
    AI_CENSUS_BENCH_MEMORY: memoryFile,
  })
  return Math.round(Number(readFileSync(memoryFile, 'utf8')) / 1024)
}

export const floor = (folder: string): { files: number; bytes: number } =>
  JSON.parse(node([at('./floor.ts'), folder]))
