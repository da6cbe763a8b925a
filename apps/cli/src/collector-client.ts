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
  /** A body that is gzip'd JSON already. */
  gzip?: Buffer
  /** A file as the body, as it is. */
  file?: Uint8Array<ArrayBuffer>
}

export interface CollectorClient {
  readonly url: string
  call<E extends Endpoint>(endpoint: E, input?: Input): Promise<z.output<E['response']>>
  /** The raw answer, for downloads. */
  get(path: string): Promise<Response>
}

const REQUEST_TIMEOUT_MS = 120_000

/** Speaks the contract's endpoints; answers are checked by the same Zod values that the server uses. */
export function createCollectorClient(url: string, token: string | undefined): CollectorClient {
  const base = checkedUrl(url)
  const authorization = token ? { authorization: `Bearer ${token}` } : undefined

  const request = async (method: string, path: string, input: Input): Promise<Response> => {
    const target = new URL(path, base)
    for (const [name, value] of Object.entries(input.query ?? {})) target.searchParams.set(name, value)
    const body =
      input.file ?? input.gzip ?? (input.body === undefined ? undefined : JSON.stringify(input.body))
    let answer: Response
    try {
      answer = await fetch(target, {
        method: method.toUpperCase(),
        headers: {
          accept: 'application/json',
          ...authorization,
          ...(body === undefined
            ? undefined
            : { 'content-type': input.file ? 'application/octet-stream' : 'application/json' }),
          ...(input.gzip ? { 'content-encoding': 'gzip' } : undefined),
        },
        body: body instanceof Buffer ? new Uint8Array(body) : body,
        signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
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
