#!/usr/bin/env node
/**
 * The program's first file: small, and readable by any Node.js since 20. It goes on in this process where
 * Node.js is new enough, else on the Node.js that the checkout carries as a package. Imports nothing by itself: what
 * it loads, everything waits for.
 */
const OLDEST = [22, 18] as const

function newEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])
}

async function work(): Promise<void> {
  const isScan = process.argv[2] === 'scan'
  if (isScan && (await import('./answers/replay.ts')).replay(process.argv)) return
  // Before all else: compiled code is kept apart by V8's settings, and holds for what is loaded after it.
  if (isScan) (await import('./lean-heap.ts')).keepHeapLean()
  ;(await import('./compiled-code.ts')).keepCompiledCode()
  const { run } = await import('./run.ts')
  await run(process.argv)
}

async function workElsewhere(): Promise<void> {
  const { carriedNode, goOnWith } = await import('./carried-node.ts')
  const node = carriedNode()
  if (node === null) {
    process.stderr.write(
      `ai-census needs Node.js ${OLDEST.join('.')} or newer; this is ${process.versions.node}.\n`,
    )
    process.exit(2)
  }
  goOnWith(node)
}

await (newEnough(process.versions.node) ? work() : workElsewhere())

export {}
