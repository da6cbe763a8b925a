/**
 * Scans so many projects with so many endpoints each, drops each report as a spool would, and prints what the process
 * held: `node --expose-gc memory.ts 10 1000`. The other side is a process of its own (`memory.ts serve …`).
 */
import { fork } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createGcpScanner } from '@ai-census/scanner-gcp'
import { runScanner } from '@ai-census/scanner-kit'

if (process.argv[2] === 'serve') serve(Number(process.argv[3]), Number(process.argv[4]))
else await measure(Number(process.argv[2] ?? 10), Number(process.argv[3] ?? 1000))

function serve(projects: number, resources: number): void {
  const server = createServer((request, response) => {
    request.resume()
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://bench')
    const json = (body: object) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (pathname.endsWith('projects:search'))
      return json({
        projects: Array.from({ length: projects }, (_, n) => ({
          name: `projects/${1000 + n}`,
          projectId: `project-${n}`,
          state: 'ACTIVE',
        })),
      })
    if (pathname.endsWith('/services'))
      return json({ services: [{ name: 'projects/1/services/apikeys.googleapis.com', state: 'ENABLED' }] })
    const size = Number(searchParams.get('pageSize') ?? 100)
    const from = Number(searchParams.get('pageToken') ?? 0)
    const parent = pathname.replace(/^.*?(projects\/)/, '$1')
    const key = (_: unknown, i: number) => ({
      name: `${parent}/key-${from + i}`,
      displayName: 'gemini',
      restrictions: { apiTargets: [{ service: 'generativelanguage.googleapis.com' }] },
    })
    return json({
      keys: Array.from({ length: Math.max(0, Math.min(size, resources - from)) }, key),
      ...(from + size < resources ? { nextPageToken: String(from + size) } : {}),
    })
  })
  server.listen(0, '127.0.0.1', () => {
    // Listening on TCP, the address is one of these.
    process.send?.((server.address() as AddressInfo).port)
  })
}

async function measure(projects: number, resources: number): Promise<void> {
  const other = fork(import.meta.filename, ['serve', String(projects), String(resources)])
  const port = await new Promise((done) => other.once('message', done))
  let most = 0
  let findings = 0
  let scopes = 0
  const started = performance.now()
  const run = runScanner(createGcpScanner(), {
    config: { endpoint: `http://127.0.0.1:${port}/{service}`, allowInsecure: true, services: 'apikeys' },
    fingerprintKey: 'a key for benches, and for nothing else',
  })
  for await (const report of run) {
    findings += report.findings.length
    if (++scopes % 10 !== 0) continue
    globalThis.gc?.()
    most = Math.max(most, process.memoryUsage().heapUsed)
  }
  other.kill()
  const seconds = Math.round((performance.now() - started) / 1000)
  const rssMb = Math.round(process.resourceUsage().maxRSS / 1024)
  process.stdout.write(
    `${JSON.stringify({ scopes, findings, heapMb: Math.round(most / 2 ** 20), rssMb, seconds })}\n`,
  )
}
