// `start [target…]` is `ai-census up [target…]`: built first, and stopped when the package manager that called it has gone.
import { readFileSync } from 'node:fs'

const CHECK_MS = 1000

const read = (pid, what) => {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8')
  } catch {
    return '' // no /proc on this system: then only a signal to ourselves stops us
  }
}
const parentOf = (pid) => Number(read(pid, 'stat').split(') ').pop()?.split(' ')[1] ?? 0)
const isPackageManager = (pid) => /\b(npm|npx|pnpm)\b/.test(read(pid, 'cmdline').replaceAll('\0', ' '))

/** The package managers that called us, and the shells between; not the terminal's own shell. */
function callers() {
  const chain = []
  for (let pid = process.ppid; pid > 1; pid = parentOf(pid)) chain.push(pid)
  return chain.slice(0, chain.findLastIndex(isPackageManager) + 1)
}

// SIGTERM sent to `npx` does not reach us: it dies, and we would serve on unseen.
const watched = callers()
const watch = setInterval(() => {
  if (watched.every((pid) => read(pid, 'stat') !== '')) return
  clearInterval(watch)
  process.emit('SIGTERM')
}, CHECK_MS)
watch.unref()

process.stdout.write('AI Census: building …\n')
process.argv.splice(2, 0, 'up')
await import('./ai-census.mjs')
