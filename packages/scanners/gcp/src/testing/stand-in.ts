import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export interface GcpCall {
  readonly method: string
  readonly service: string
  /** `/v1/projects/4711/locations`. */
  readonly path: string
  /** What was asked in a body counts as well. */
  readonly query: Readonly<Record<string, string>>
  readonly authorization: string | undefined
  /** Calls of this path before this one. */
  readonly before: number
}

/** Google's own form of an error, or a connection that breaks. */
export type Fault =
  | {
      readonly status: number
      readonly code: string
      readonly message?: string
      readonly reason?: string
      readonly metadata?: object
      readonly headers?: Record<string, string>
    }
  | { readonly cut: 'before-answer' | 'in-body' }
  | { readonly body: string }
  /** The answer as it is, a few bytes at a time. */
  | { readonly slow: { readonly bytes: number; readonly everyMs: number } }

export interface GcpStandInOptions {
  /** The whole answer; lists are cut into pages here. Nothing: an empty one. */
  data(call: GcpCall): object | undefined
  readonly pageSize?: number
  /** Every list begins with an empty page that has a token. */
  readonly emptyFirst?: boolean
  fault?(call: GcpCall): Fault | null
}

export interface GcpStandIn extends AsyncDisposable {
  readonly url: string
  readonly calls: GcpCall[]
}

/** Answers as Google's REST services do, each below `/<service>` of one address. */
export async function startGcpStandIn(options: GcpStandInOptions): Promise<GcpStandIn> {
  const calls: GcpCall[] = []
  const server = createServer(async (request, response) => {
    const call = callOf(request, await bodyOf(request), calls)
    calls.push(call)
    answer(call, response, options)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  // Listening on TCP, the address is one of these.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/{service}`,
    calls,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise<void>((done) => server.close(() => done()))
    },
  }
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, string>> {
  let text = ''
  for await (const piece of request) text += piece
  if (!text) return {}
  const asked: Record<string, unknown> = JSON.parse(text)
  return Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, String(value)]))
}

function callOf(request: IncomingMessage, body: Record<string, string>, calls: readonly GcpCall[]): GcpCall {
  const url = new URL(request.url ?? '/', 'http://stand-in')
  const [, service = '', rest = ''] = /^\/([a-z]+)(\/.*)$/.exec(url.pathname) ?? []
  const path = decodeURIComponent(rest)
  return {
    method: request.method ?? '',
    service,
    path,
    query: { ...Object.fromEntries(url.searchParams), ...body },
    authorization: request.headers.authorization,
    before: calls.filter((one) => one.service === service && one.path === path).length,
  }
}

function answer(call: GcpCall, response: ServerResponse, options: GcpStandInOptions): void {
  const fault = options.fault?.(call)
  if (fault && 'slow' in fault)
    void trickle(JSON.stringify(paged(options.data(call) ?? {}, call, options)), fault.slow, response)
  else if (fault) fail(fault, response)
  else json(response, 200, paged(options.data(call) ?? {}, call, options))
}

async function trickle(
  text: string,
  { bytes, everyMs }: { readonly bytes: number; readonly everyMs: number },
  response: ServerResponse,
): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/json' })
  for (let at = 0; at < text.length && !response.destroyed; at += bytes) {
    response.write(text.slice(at, at + bytes))
    await sleep(everyMs)
  }
  response.end()
}

function fail(fault: Exclude<Fault, { readonly slow: object }>, response: ServerResponse): void {
  if ('cut' in fault) {
    if (fault.cut === 'in-body') response.writeHead(200, { 'content-length': 1000 }).write('{"half":')
    setImmediate(() => response.destroy())
    return
  }
  if ('body' in fault) {
    response.writeHead(200, { 'content-type': 'application/json' }).end(fault.body)
    return
  }
  const { status, code, message = code, reason, metadata = {}, headers = {} } = fault
  const info = {
    '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
    reason,
    domain: 'googleapis.com',
    metadata,
  }
  const error = { code: status, status: code, message, details: reason ? [info] : [] }
  json(response, status, { error }, headers)
}

const json = (response: ServerResponse, status: number, body: object, headers = {}): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

/** The list that an answer has is cut; a token says where the next page begins. */
function paged(data: object, { query }: GcpCall, { pageSize, emptyFirst }: GcpStandInOptions): object {
  const lists = Object.entries(data).filter(([, value]) => Array.isArray(value))
  const [key, items] = lists[0] ?? []
  if (!key || !Array.isArray(items) || lists.length > 1) return data
  const token = query.pageToken
  if (emptyFirst && token === undefined) return { nextPageToken: 'at-0' }
  const from = Number(token?.slice(3) ?? 0)
  const size = pageSize ?? items.length
  const next = from + size
  return {
    ...data,
    [key]: items.slice(from, next),
    ...(next < items.length ? { nextPageToken: `at-${next}` } : {}),
  }
}
