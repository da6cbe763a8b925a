import { createServer } from 'node:http'
import { join } from 'node:path'
import { root } from './cli.ts'

/** One answer that was kept: JSON, or text in a form of its own. */
export interface Kept {
  readonly status?: number
  readonly json?: unknown
  readonly xml?: string
}

export interface Recorder extends AsyncDisposable {
  readonly url: string
  /** What was asked for, by its name. */
  readonly asked: readonly string[]
}

/**
 * Gives kept answers again, by the name of the operation (AWS's target or action) or by method and path, whatever the query
 * and the body say. It knows nothing else, and says so with a page for people.
 */
export async function startRecorder(kept: Readonly<Record<string, Kept>>): Promise<Recorder> {
  const asked: string[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    const target = String(request.headers['x-amz-target'] ?? '')
      .split('.')
      .at(-1)
    const action = new URLSearchParams(body).get('Action')
    const { pathname } = new URL(request.url ?? '/', 'http://recorder')
    const name = target || action || `${request.method} ${decodeURI(pathname)}`
    asked.push(name)
    const answer = kept[name] ?? kept[name.toLowerCase()]
    if (!answer)
      return void response.writeHead(404, { 'content-type': 'text/html' }).end('<html>Not found</html>')
    const isXml = answer.xml !== undefined
    response.writeHead(answer.status ?? 200, { 'content-type': isXml ? 'text/xml' : 'application/json' })
    response.end(isXml ? answer.xml : JSON.stringify(answer.json))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The recorder has no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    asked,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

/** The environment in which every connection that would leave this machine is refused, and written to `file`. */
export const loopbackOnly = (file: string): Record<string, string> => ({
  NODE_OPTIONS: `--import=${join(root, 'tests', 'support', 'loopback-only.mjs')}`,
  AI_CENSUS_TEST_CONNECTIONS: file,
})
