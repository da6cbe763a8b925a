import { spawnSync } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { rgPath } from '@vscode/ripgrep'

/** ripgrep with the same literals on the same files: every file, every match with path and byte offset, to a file. */
export function ripgrep(threads: number, folder: string, literalsFile: string, output: string): void {
  const options = [
    '--no-config',
    '--no-ignore',
    '--hidden',
    `-j${threads}`,
    '-o',
    '-b',
    '-F',
    '-f',
    literalsFile,
  ]
  runToFile(rgPath, [...options, '--', folder], output)
}

/** Runs a command with its standard output in a file; throws when it fails. */
export function runToFile(
  command: string,
  args: readonly string[],
  output: string,
  env: NodeJS.ProcessEnv = process.env,
): void {
  const handle = openSync(output, 'w')
  try {
    const { status, error } = spawnSync(command, args, { stdio: ['ignore', handle, 'inherit'], env })
    if (error !== undefined) throw error
    if (status !== 0) throw new Error(`${command} ended with ${status}`)
  } finally {
    closeSync(handle)
  }
}
