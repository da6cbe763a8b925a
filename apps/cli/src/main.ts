#!/usr/bin/env node
/**
 * The program's first file: small, and readable by any Node.js since 20. It goes on in this process where
 * Node.js is new enough, else on the Node.js that the checkout carries as a package.
 */
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'

const OLDEST = [22, 18] as const

function newEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])
}

function carriedNode(): string | null {
  try {
    return createRequire(import.meta.url).resolve('node/bin/node')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return null
    throw error
  }
}

function goOnWith(node: string): void {
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)))
}

if (newEnough(process.versions.node)) {
  // Before all else: compiled code is kept apart by V8's settings, and holds for what is loaded after it.
  if (process.argv[2] === 'scan') (await import('./lean-heap.ts')).keepHeapLean()
  ;(await import('./compiled-code.ts')).keepCompiledCode()
  const { run } = await import('./run.ts')
  await run(process.argv)
} else {
  const node = carriedNode()
  if (node === null) {
    process.stderr.write(
      `ai-census needs Node.js ${OLDEST.join('.')} or newer; this is ${process.versions.node}.\n`,
    )
    process.exit(2)
  }
  goOnWith(node)
}
