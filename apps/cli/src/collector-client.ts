import type { Endpoint } from '@ai-census/api'
import type { z } from 'zod'
import { UsageError } from './exit-codes.ts'
import { reasonOf } from './state.ts'

/** The collector answered, but not with what was asked for. */
export class CollectorAnswer extends Error {
  override readonly name = 'CollectorAnswer'
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** The collector could not be reached, or answered that it cannot serve now: trying again later may help. */
export class CollectorAway extends Error {
  override readonly name = 'CollectorAway'
  /** Seconds that it asked us to wait. */
  readonly retryAfter: number | null
  constructor(message: string, retryAfter: number | null = null) {
    super(message)
    this.retryAfter = retryAfter
  }
}

interface Input {
  params?: Record<string, string>
  query?: Record<string, string>
  body?: unknown
  /** A body that is compressed already, with its media type. */
  gzip?: { body: Blob; media: string }
  /** A file as the body, as it is. */
  file?: Uint8Array<ArrayBuffer>
}

export interface CollectorClient {
  readonly url: string
  call<E extends Endpoint>(endpoint: E, input?: Input): Promise<z.output<E['response']>>
  /** The raw answer, for downloads. */
  get(path: string): Promise<Response>
  /** An answer of any length, as it comes: only its beginning must come in time. */
  stream(path: string): Promise<Download>
}

export interface Download {
  /** How many lines will come, where the collector says so. */
  rows: number | null
  chunks: AsyncIterable<Uint8Array>
}

const REQUEST_TIMEOUT_MS = 120_000
/** A large report takes its time on the way and in the database. */
const SLOWEST_BYTES_PER_MS = 50
const patienceFor = (bytes: number): number => REQUEST_TIMEOUT_MS + Math.ceil(bytes / SLOWEST_BYTES_PER_MS)

/** Speaks the contract's endpoints; answers are checked by the same Zod values that the server uses. */
export function createCollectorClient(url: string, token: string | undefined): CollectorClient {
  const base = checkedUrl(url)
  const authorization = token ? { authorization: `Bearer ${token}` } : undefined

  const request = async (
    method: string,
    path: string,
    input: Input,
    signal?: AbortSignal,
  ): Promise<Response> => {
    const target = new URL(path, base)
    for (const [name, value] of Object.entries(input.query ?? {})) target.searchParams.set(name, value)
    const body =
      input.file ?? input.gzip?.body ?? (input.body === undefined ? undefined : JSON.stringify(input.body))
    const media = input.file ? 'application/octet-stream' : (input.gzip?.media ?? 'application/json')
    let answer: Response
    try {
      answer = await fetch(target, {
        method: method.toUpperCase(),
        headers: {
          accept: 'application/json',
          ...authorization,
          ...(body === undefined ? undefined : { 'content-type': media }),
          ...(input.gzip ? { 'content-encoding': 'gzip' } : undefined),
        },
        body,
        signal: signal ?? AbortSignal.timeout(patienceFor(input.gzip?.body.size ?? 0)),
        redirect: 'error',
      })
    } catch (error) {
      throw new CollectorAway(`the collector at ${base.origin} does not answer (${causeOf(error)})`)
    }
    if (answer.ok) return answer
    throw await faultOf(answer, base)
  }

  return {
    url: base.origin,
    async call<E extends Endpoint>(endpoint: E, input: Input = {}) {
      const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) =>
        encodeURIComponent(input.params?.[name] ?? ''),
      )
      const answer = await request(endpoint.method, path, input)
      const parsed = endpoint.response.safeParse(await answer.json())
      if (!parsed.success) {
        throw new CollectorAnswer(
          answer.status,
          `${base.origin} answers ${endpoint.path} as no version known here does; is it an AI Census collector of this version?`,
        )
      }
      // The response of an endpoint is what its own Zod value gives.
      return parsed.data as z.output<E['response']>
    },
    get: (path) => request('get', path, {}),
    async stream(path) {
      const late = new AbortController()
      const timer = setTimeout(() => late.abort(new Error('it took too long to begin')), REQUEST_TIMEOUT_MS)
      const answer = await request('get', path, {}, late.signal).finally(() => clearTimeout(timer))
      const rows = Number.parseInt(answer.headers.get('x-row-count') ?? '', 10)
      return { rows: Number.isNaN(rows) ? null : rows, chunks: chunksOf(answer, base) }
    },
  }
}

/** A connection that breaks in the middle is a collector that went away, not an answer that ends early. */
async function* chunksOf({ body }: Response, base: URL): AsyncGenerator<Uint8Array> {
  if (!body) return
  try {
    yield* body
  } catch (error) {
    throw new CollectorAway(`the answer of ${base.origin} broke off (${causeOf(error)})`)
  }
}

function checkedUrl(url: string): URL {
  const base = URL.canParse(url) ? new URL(url) : null
  if (base === null || !/^https?:$/.test(base.protocol)) {
    throw new UsageError(`"${url}" is no collector's address; it looks like http://127.0.0.1:7420`)
  }
  if (base.username || base.password)
    throw new UsageError('a collector’s address carries no password; use --token')
  return base
}

async function faultOf(answer: Response, base: URL): Promise<Error> {
  const said = await detailOf(answer)
  if (answer.status === 401) {
    return new UsageError(
      `the collector at ${base.origin} does not know this token (${said}); \`ai-census token create\` makes one`,
    )
  }
  if (answer.status === 429 || answer.status >= 500) {
    const wait = Number.parseFloat(answer.headers.get('retry-after') ?? '')
    return new CollectorAway(
      `the collector at ${base.origin} answers ${answer.status}: ${said}`,
      Number.isFinite(wait) ? wait : null,
    )
  }
  return new CollectorAnswer(answer.status, said)
}

/** The sentence of a problem document, with the place of each fault. */
async function detailOf(answer: Response): Promise<string> {
  const text = (await answer.text().catch(reasonOf)).slice(0, 4000)
  try {
    const problem = JSON.parse(text) as {
      title?: string
      detail?: string
      errors?: { place: string; message: string }[]
    }
    const faults = problem.errors?.slice(0, 5).map((e) => `${e.place}: ${e.message}`) ?? []
    return [problem.detail ?? problem.title ?? `status ${answer.status}`, ...faults].join('; ')
  } catch {
    return `status ${answer.status}`
  }
}

const causeOf = (error: unknown): string =>
  error instanceof Error && error.cause instanceof Error
    ? error.cause.message || error.message
    : reasonOf(error)
