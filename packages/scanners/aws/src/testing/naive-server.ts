import { createServer } from 'node:http'
import { gather } from '@ai-census/scanner-kit/testing'

export interface Recorded {
  readonly status: number
  readonly type: string
  readonly body: string
}

export interface NaiveServer extends AsyncDisposable {
  readonly url: string
}

/**
 * Recorded answers, given again: by the operation's name, or by the path for REST services. Knows no account, no region, no
 * page, and answers `otherwise` to whatever it has no record of.
 */
export async function startNaiveServer(
  records: Readonly<Record<string, Recorded>>,
  otherwise: Recorded,
): Promise<NaiveServer> {
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await gather<Buffer>(request)).toString('utf8')
    const target = request.headers['x-amz-target']
    const named = typeof target === 'string' ? target : new URLSearchParams(body).get('Action')
    const path = new URL(request.url ?? '/', 'http://naive').pathname
    const answer = records[named?.split('.').at(-1) ?? `${request.method} ${path}`] ?? otherwise
    response.writeHead(answer.status, { 'content-type': answer.type })
    response.end(answer.body)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}
