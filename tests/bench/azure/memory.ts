/**
 * Scans so many subscriptions with so many workspaces each, drops each report as a spool would, and prints what the
 * process held: `node --expose-gc memory.ts 10 1000`. The other side is a process of its own (`memory.ts serve …`).
 */
import { createServer } from 'node:http'
import { createAzureScanner } from '@ai-census/scanner-azure'
import { otherSide, printMemory, tellPort } from '../clouds/memory.ts'

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
  tellPort(server)
}

async function measure(subscriptions: number, resources: number): Promise<void> {
  const other = await otherSide(import.meta.filename, subscriptions, resources)
  await printMemory(createAzureScanner(), {
    endpoint: other.url,
    allowInsecure: true,
    services: 'microsoft.search',
  })
  other.stop()
}
