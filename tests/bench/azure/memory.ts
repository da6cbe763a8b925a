/**
 * Scans so many subscriptions with so many workspaces each, drops each report as a spool would, and prints what the
 * process held: `node --expose-gc memory.ts 10 1000`. The other side is a process of its own (`memory.ts serve …`).
 */
import { fork } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAzureScanner } from '@ai-census/scanner-azure'
import { runScanner } from '@ai-census/scanner-kit'

const PAGE = 1000
const subscriptionId = (n: number) => `00000000-0000-0000-0000-${String(n).padStart(12, '0')}`

if (process.argv[2] === 'serve') serve(Number(process.argv[3]), Number(process.argv[4]))
else await measure(Number(process.argv[2] ?? 10), Number(process.argv[3] ?? 1000))

function serve(subscriptions: number, resources: number): void {
  const server = createServer((request, response) => {
    request.resume()
    const url = new URL(request.url ?? '/', 'http://bench')
    const json = (body: object) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (url.pathname === '/subscriptions')
      return json({
        value: Array.from({ length: subscriptions }, (_, n) => ({
          id: `/subscriptions/${subscriptionId(n)}`,
          subscriptionId: subscriptionId(n),
        })),
      })
    const isList = /searchServices$/.test(url.pathname)
    const from = Number(url.searchParams.get('from') ?? 0)
    const count = isList ? Math.min(PAGE, resources - from) : 0
    const above = url.pathname.replace('/providers/', '/resourceGroups/rg/providers/')
    const next = `http://${request.headers.host}${url.pathname}?api-version=1&from=${from + PAGE}`
    return json({
      value: Array.from({ length: count }, (_, i) => ({
        id: `${above}/service-${from + i}`,
        name: `service-${from + i}`,
        location: 'westeurope',
        sku: { name: 'standard' },
        properties: { status: 'running', replicaCount: 1 },
      })),
      ...(isList && from + PAGE < resources ? { nextLink: next } : {}),
    })
  })
  server.listen(0, '127.0.0.1', () => {
    // Listening on TCP, the address is one of these.
    process.send?.((server.address() as AddressInfo).port)
  })
}

async function measure(subscriptions: number, resources: number): Promise<void> {
  const other = fork(import.meta.filename, ['serve', String(subscriptions), String(resources)])
  const port = await new Promise((done) => other.once('message', done))
  let most = 0
  let findings = 0
  let scopes = 0
  const started = performance.now()
  const run = runScanner(createAzureScanner(), {
    config: { endpoint: `http://127.0.0.1:${port}`, allowInsecure: true, services: 'microsoft.search' },
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
