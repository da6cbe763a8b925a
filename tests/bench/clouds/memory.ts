import { fork } from 'node:child_process'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { runScanner } from '@ai-census/scanner-kit'

type Scanner = Parameters<typeof runScanner>[0]
type Config = Parameters<typeof runScanner>[1]['config']

/** Scans, drops each report as a spool would, and prints what the process held; run it with `--expose-gc`. */
export async function printMemory(scanner: Scanner, config: Config): Promise<void> {
  let most = 0
  let findings = 0
  let scopes = 0
  const started = performance.now()
  const run = runScanner(scanner, { config, fingerprintKey: 'a key for benches, and for nothing else' })
  for await (const report of run) {
    findings += report.findings.length
    if (++scopes % 10 !== 0) continue
    globalThis.gc?.()
    most = Math.max(most, process.memoryUsage().heapUsed)
  }
  const seconds = Math.round((performance.now() - started) / 1000)
  const rssMb = Math.round(process.resourceUsage().maxRSS / 1024)
  process.stdout.write(
    `${JSON.stringify({ scopes, findings, heapMb: Math.round(most / 2 ** 20), rssMb, seconds })}\n`,
  )
}

/** The other side, in a process of its own: `file serve PLACES RESOURCES`, which calls `tellPort`. */
export async function otherSide(
  file: string,
  places: number,
  resources: number,
): Promise<{ url: string; stop: () => void }> {
  const other = fork(file, ['serve', String(places), String(resources)])
  const port = await new Promise((done) => other.once('message', done))
  return { url: `http://127.0.0.1:${port}`, stop: () => other.kill() }
}

export const tellPort = (server: Server): void => {
  server.listen(0, '127.0.0.1', () => {
    // Listening on TCP, the address is one of these.
    process.send?.((server.address() as AddressInfo).port)
  })
}
