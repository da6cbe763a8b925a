import { execFileSync, spawn } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'

/**
 * Serves a folder of repositories as a code host does, through git's own back end. `onAnswer` hears of each answer with
 * the bytes of its body.
 */
export function serveRepositories(
  root: string,
  authorised: (header: string | undefined, path: string) => boolean = () => true,
  onAnswer: (bytes: number) => void = () => undefined,
): Promise<Server> {
  const backend = join(execFileSync('git', ['--exec-path'], { encoding: 'utf8' }).trim(), 'git-http-backend')
  const server = createServer((request, response) => {
    if (!authorised(request.headers.authorization, request.url ?? '/')) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="acme"' }).end()
      return
    }
    const url = new URL(request.url ?? '/', 'http://host')
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
      onAnswer(body.length)
      response.end(body)
    })
  })
  return new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(server)))
}

export const portOf = (server: Server) => {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}
