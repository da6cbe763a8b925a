import { execFileSync, spawn } from 'node:child_process'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'

/** Git over HTTP on loopback, and what it cost: requests and the bytes of bodies that it sent. */
export interface GitHost {
  readonly url: string
  readonly asked: string[]
  bytes: number
  close(): void
}

/** What goes wrong with a request for a path, by how often that path was asked for before. */
export type GitFailure = (path: string, call: number) => 'gone' | 'error' | 'cut' | null

/** Serves bare repositories below `root` through git's own back end. */
export async function serveGit(root: string, failure: GitFailure = () => null): Promise<GitHost> {
  const backend = join(execFileSync('git', ['--exec-path'], { encoding: 'utf8' }).trim(), 'git-http-backend')
  const calls = new Map<string, number>()
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://host')
    host.asked.push(url.pathname)
    const repository = url.pathname.replace(/\.git\/.*$/, '.git')
    const call = calls.get(repository) ?? 0
    calls.set(repository, call + 1)
    const fault = failure(repository, call)
    if (fault === 'gone') response.writeHead(404).end('Not Found')
    else if (fault === 'error') response.writeHead(503).end('No server is available')
    else if (fault === 'cut') request.socket.destroy()
    else answer(backend, root, url, request, response, (bytes) => (host.bytes += bytes))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const host: GitHost = {
    url: `http://127.0.0.1:${port}`,
    asked: [],
    bytes: 0,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
  return host
}

function answer(
  backend: string,
  root: string,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
  sent: (bytes: number) => void,
): void {
  const child = spawn(backend, {
    env: {
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: decodeURIComponent(url.pathname),
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      PATH: process.env.PATH,
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'safe.directory',
      GIT_CONFIG_VALUE_0: '*',
    },
  })
  request.pipe(child.stdin)
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.on('close', () => {
    const output = Buffer.concat(chunks)
    const end = output.indexOf('\r\n\r\n')
    for (const line of output.toString('latin1', 0, end).split('\r\n')) {
      const [name = '', value = ''] = line.split(': ')
      if (name === 'Status') response.statusCode = Number.parseInt(value, 10)
      else response.setHeader(name, value)
    }
    const body = output.subarray(end + 4)
    sent(body.length)
    response.end(body)
  })
}
