/**
 * Scans so many projects with so many endpoints each, drops each report as a spool would, and prints what the process
 * held: `node --expose-gc memory.ts 10 1000`. The other side is a process of its own (`memory.ts serve …`).
 */
import { createServer } from 'node:http'
import { createGcpScanner } from '@ai-census/scanner-gcp'
import { otherSide, printMemory, tellPort } from '../clouds/memory.ts'

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
  tellPort(server)
}

async function measure(projects: number, resources: number): Promise<void> {
  const other = await otherSide(import.meta.filename, projects, resources)
  await printMemory(createGcpScanner(), {
    endpoint: `${other.url}/{service}`,
    allowInsecure: true,
    services: 'apikeys',
  })
  other.stop()
}
