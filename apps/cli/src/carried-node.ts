import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'

/** Where the Node.js lies that the checkout carries as a package; null where it carries none. */
export function carriedNode(): string | null {
  try {
    return createRequire(import.meta.url).resolve('node/bin/node')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return null
    throw error
  }
}

/**
 * V8 compiles in the thread whose code it is, as others have scans of their own to do: a tenth less processor time and
 * memory, in no more time. It obeys only at its start.
 */
const COMPILING = '--no-concurrent-recompilation'

/** Runs this command line on another Node.js, and ends as it does. */
export function goOnWith(node: string): void {
  const child = spawn(node, [COMPILING, ...process.argv.slice(1)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)))
}
