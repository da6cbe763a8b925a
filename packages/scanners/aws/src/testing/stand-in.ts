import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { gather } from '@ai-census/scanner-kit/testing'
import { answerOf, type Refused, refusalOf, type WireAnswer } from './answers.ts'
import { type Modelled, recognise } from './models.ts'
import { isCursor } from './sample.ts'

/** A request, understood. */
export interface AwsCall {
  /** `sagemaker:ListEndpoints`. */
  readonly operation: string
  readonly account: string
  readonly region: string
  readonly input: Readonly<Record<string, unknown>>
  readonly model: Modelled
  /** Calls of this operation in this account and region before this one. */
  readonly before: number
}

export type Fault =
  | Refused
  | { readonly cut: 'before-answer' | 'in-body' }
  | { readonly slow: { readonly bytes: number; readonly everyMs: number } }

export interface AwsStandInOptions {
  /** What the account has there: an output of the SDK with all its items; undefined for an empty one. */
  data(call: AwsCall): object | undefined
  fault?(call: AwsCall): Fault | null
  /** Items of a page; default all. */
  pageSize?: number
  /** An empty page with a token comes first. */
  emptyFirst?: boolean
  /** Page tokens that were given out are no longer valid. */
  tokensExpire?: boolean
  /** False: requests are not kept, for those that are too many. */
  record?: boolean
  /** Fields that no model knows yet. */
  future?: boolean
  /** JSON as the service would write it, changed once more: what no serializer would write. */
  rewrite?(json: unknown): unknown
}

export interface AwsStandIn extends AsyncDisposable {
  readonly url: string
  readonly calls: readonly AwsCall[]
  /** Calls are counted, and forgotten with this. */
  forget(): void
  close(): Promise<void>
}

/** AWS on loopback: knows every operation of the SDK's models and answers in each service's own protocol. */
export async function startAwsStandIn(options: AwsStandInOptions): Promise<AwsStandIn> {
  const calls: AwsCall[] = []
  const counts = new Map<string, number>()

  const understand = async (incoming: IncomingMessage): Promise<AwsCall | null> => {
    const body = Buffer.concat(await gather<Buffer>(incoming)).toString('utf8')
    const url = new URL(incoming.url ?? '/', 'http://stand-in')
    const signed = /Credential=([^/]+)\/\d+\/([^/]+)\/([^/]+)\/aws4_request/.exec(
      incoming.headers.authorization ?? '',
    )
    const [, key = '', region = '', signedFor = ''] = signed ?? []
    const target = incoming.headers['x-amz-target']
    const called = await recognise({
      signedFor,
      method: incoming.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      target: Array.isArray(target) ? target[0] : target,
      body,
    })
    if (!called) return null
    const operation = `${called.operation.service}:${called.operation.name}`
    const account = /\d{12}/.exec(key)?.[0] ?? ''
    const counted = `${account} ${region} ${operation}`
    const before = counts.get(counted) ?? 0
    counts.set(counted, before + 1)
    return { operation, account, region, input: called.input, model: called.operation, before }
  }
  const answer = async (incoming: IncomingMessage, response: ServerResponse) => {
    const call = await understand(incoming)
    if (!call)
      return send(response, {
        status: 404,
        type: 'application/json',
        headers: { 'x-amzn-errortype': 'UnknownOperationException' },
        body: '{}',
      })
    if (options.record !== false) calls.push(call)
    const fault = options.fault?.(call) ?? null
    const protocol = call.model.protocol
    if (fault && 'code' in fault) return send(response, refusalOf(protocol, fault))
    const page = pageOf(call, options)
    const wire =
      'code' in page ? refusalOf(protocol, page) : answerOf(call.model, page.output, options.future)
    const { rewrite } = options
    const written =
      rewrite && wire.body.startsWith('{')
        ? { ...wire, body: JSON.stringify(rewrite(JSON.parse(wire.body))) }
        : wire
    return send(response, written, fault && !('code' in fault) ? fault : null)
  }
  const server = createServer((incoming, response) => {
    answer(incoming, response).catch((error: unknown) => {
      // A defect of the stand-in must not look like one of AWS's answers.
      process.stderr.write(`stand-in: ${error instanceof Error ? error.stack : String(error)}\n`)
      response.destroy()
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The stand-in has no port.')
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed())
      server.closeAllConnections()
    })
  return {
    url: `http://127.0.0.1:${address.port}`,
    calls,
    forget: () => void calls.splice(0),
    close,
    [Symbol.asyncDispose]: close,
  }
}

type Page = { readonly output: object } | Refused

function pageOf(call: AwsCall, options: AwsStandInOptions): Page {
  const output = options.data(call) ?? emptyLists(call.model)
  const cursors = [...structNames(call.model)].filter((name) => isCursor(name) && !/truncated/i.test(name))
  const list = Object.entries(output).find(([, value]) => Array.isArray(value))
  const [cursor] = cursors
  if (!cursor || !list) return { output }
  const [key, items] = list as [string, unknown[]]
  const token = tokenOf(call.input)
  if (token !== null && options.tokensExpire)
    return { status: 400, code: 'ValidationException', message: 'The pagination token has expired' }
  const size = options.pageSize ?? Math.max(1, items.length)
  const isEmpty = options.emptyFirst === true && token === null
  const from = token === null ? 0 : Number(token.slice(1))
  const to = isEmpty ? 0 : from + size
  const more = isEmpty || to < items.length
  return {
    output: {
      ...output,
      [key]: items.slice(from, to),
      ...(more ? { [cursor]: `t${to}`, ...truncated(call) } : {}),
    },
  }
}

/** AWS says of an empty list that it is empty. */
const emptyLists = ({ output }: Modelled): object =>
  output.isStructSchema()
    ? Object.fromEntries(
        [...output.structIterator()].flatMap(([name, member]) => (member.isListSchema() ? [[name, []]] : [])),
      )
    : {}

const truncated = ({ model }: AwsCall) => (structNames(model).has('IsTruncated') ? { IsTruncated: true } : {})

const structNames = ({ output }: Modelled): Set<string> =>
  output.isStructSchema() ? new Set([...output.structIterator()].map(([name]) => name)) : new Set()

function tokenOf(input: AwsCall['input']): string | null {
  for (const [name, value] of Object.entries(input))
    if (isCursor(name) && typeof value === 'string' && value !== '') return value
  return null
}

type Trouble = Exclude<Fault, Refused>

async function send(
  response: ServerResponse,
  { status, type, body, headers }: WireAnswer,
  trouble: Trouble | null = null,
) {
  if (trouble && 'cut' in trouble && trouble.cut === 'before-answer') return void response.socket?.destroy()
  const bytes = Buffer.from(body)
  response.writeHead(status, {
    'content-type': type,
    'content-length': bytes.length,
    'x-amzn-requestid': 'r-1',
    ...headers,
  })
  if (trouble && 'cut' in trouble) {
    response.write(bytes.subarray(0, bytes.length >> 1), () => response.socket?.destroy())
    return
  }
  if (trouble)
    for (let at = 0; at < bytes.length && !response.destroyed; at += trouble.slow.bytes) {
      response.write(bytes.subarray(at, at + trouble.slow.bytes))
      await sleep(trouble.slow.everyMs)
    }
  else response.write(bytes)
  response.end()
}
