import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { gather } from './collect.ts'

/** A request as the stand-in received it. Header names are lower-case. */
export interface ReceivedRequest {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  /** The named parts of the route: `/projects/:id` → `{ id }`. */
  readonly parameters: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface Reply {
  /** Default 200. */
  status?: number
  headers?: Record<string, string>
  json?: unknown
  /** Instead of `json`: the body as it is. */
  text?: string
  /** Waits before the first byte, milliseconds. */
  delayMs?: number
  /** Sends the body in pieces of `bytes`, `everyMs` apart. */
  slow?: { bytes: number; everyMs: number }
  /** Cuts the connection instead of answering, or in the middle of the body. */
  cut?: 'before-answer' | 'in-body'
}

/** One reply for all calls, one a call (the last one repeats), or computed from the request. */
export type Script = Reply | readonly Reply[] | ((request: ReceivedRequest) => Reply | Promise<Reply>)

export interface StandIn extends AsyncDisposable {
  /** `http://127.0.0.1:<port>`, no slash at the end. */
  readonly url: string
  /** All requests so far, in order of arrival. */
  readonly requests: readonly ReceivedRequest[]
  close(): Promise<void>
}

/**
 * A provider on loopback that answers from a script: `{ 'GET /v1/projects/:id': { json: … } }`. What has no
 * route is a 404.
 */
export async function startStandIn(routes: Record<string, Script>): Promise<StandIn> {
  const table = Object.entries(routes).map(([name, script]) => ({ match: matcher(name), script, calls: 0 }))
  const requests: ReceivedRequest[] = []

  const answer = async (incoming: IncomingMessage, response: ServerResponse) => {
    const body = Buffer.concat(await gather<Buffer>(incoming)).toString('utf8')
    const url = new URL(incoming.url ?? '/', 'http://stand-in')
    for (const route of table) {
      const parameters = route.match(incoming.method ?? 'GET', url.pathname)
      if (!parameters) continue
      const request = received(incoming, url, body, parameters)
      requests.push(request)
      return send(response, await replyOf(route.script, route.calls++, request))
    }
    requests.push(received(incoming, url, body, {}))
    return send(response, { status: 404, json: { error: 'not found' } })
  }

  const server = createServer((incoming, response) => {
    // A client that hung up is what some tests are about; there is nobody left to tell.
    answer(incoming, response).catch(() => response.destroy())
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The stand-in has no port.')
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed())
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${address.port}`, requests, close, [Symbol.asyncDispose]: close }
}

/** What goes wrong: the reply instead of the answer. `call` counts the requests to this path from 0. */
export type Failure = (request: ReceivedRequest, call: number) => Reply | null

/**
 * Puts what goes wrong, and the refusal of whoever is not let in, before answers.
 *
 * @param refuse null for a request that is let in
 */
export function guardedBy(
  failure: Failure | undefined,
  refuse: (request: ReceivedRequest) => Reply | null,
): (answer: (request: ReceivedRequest) => Reply) => (request: ReceivedRequest) => Reply {
  const calls = new Map<string, number>()
  return (answer) => (request) => {
    const call = calls.get(request.path) ?? 0
    calls.set(request.path, call + 1)
    return failure?.(request, call) ?? refuse(request) ?? answer(request)
  }
}

function matcher(name: string): (method: string, path: string) => Record<string, string> | null {
  const [method = '', pattern = ''] = name.split(' ', 2)
  const wanted = pattern.split('/')
  return (gotMethod, path) => {
    const got = path.split('/')
    if (gotMethod !== method || got.length !== wanted.length) return null
    const parameters: Record<string, string> = {}
    for (const [i, part] of wanted.entries()) {
      if (part.startsWith(':')) parameters[part.slice(1)] = decodeURIComponent(got[i] ?? '')
      else if (part !== got[i]) return null
    }
    return parameters
  }
}

function received(
  incoming: IncomingMessage,
  url: URL,
  body: string,
  parameters: Record<string, string>,
): ReceivedRequest {
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(incoming.headers)) headers[name] = String(value)
  const method = incoming.method ?? 'GET'
  return { method, path: url.pathname, query: url.searchParams, parameters, headers, body }
}

async function replyOf(script: Script, call: number, request: ReceivedRequest): Promise<Reply> {
  if (typeof script === 'function') return script(request)
  if (!('length' in script)) return script
  return script[Math.min(call, script.length - 1)] ?? { status: 500 }
}

async function send(response: ServerResponse, reply: Reply): Promise<void> {
  if (reply.delayMs) await sleep(reply.delayMs)
  if (reply.cut === 'before-answer') {
    response.socket?.destroy()
    return
  }
  const body = Buffer.from(reply.text ?? (reply.json === undefined ? '' : JSON.stringify(reply.json)))
  const type = reply.json === undefined ? 'text/plain' : 'application/json'
  const headers = { 'content-type': type, 'content-length': String(body.length), ...reply.headers }
  response.writeHead(reply.status ?? 200, headers)
  if (reply.cut === 'in-body') {
    response.write(body.subarray(0, body.length >> 1), () => response.socket?.destroy())
    return
  }
  if (reply.slow) await trickle(response, body, reply.slow)
  else response.write(body)
  response.end()
}

async function trickle(
  response: ServerResponse,
  body: Buffer,
  { bytes, everyMs }: NonNullable<Reply['slow']>,
): Promise<void> {
  for (let at = 0; at < body.length && !response.destroyed; at += bytes) {
    response.write(body.subarray(at, at + bytes))
    await sleep(everyMs)
  }
}
