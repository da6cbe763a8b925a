import type { z } from 'zod'
import { readBounded, retryAfterMs } from './http-answer.ts'
import { type Clock, type RateBudget, systemClock } from './rate-budget.ts'
import { ScopeFailure } from './scanner.ts'

export interface HttpOptions {
  /** Every request goes below this URL's origin; a link to another origin is refused. */
  baseUrl: string
  /** Asked before every request. Never logged, never part of an error, never sent to another origin. */
  auth?: () => Record<string, string> | Promise<Record<string, string>>
  /** Sent with every request; no secrets here. */
  headers?: Record<string, string>
  signal?: AbortSignal
  budget?: RateBudget
  /** One request with its body, milliseconds. Default 30 000. */
  timeoutMs?: number
  /** Bytes of an answer after decompression. Default 32 MiB. */
  maxBodyBytes?: number
  /** Requests for one answer, the first included. Default 6. */
  attempts?: number
  /** A longer `Retry-After` than this ends the scope as `throttled`. Milliseconds, default 120 000. */
  maxWaitMs?: number
  /**
   * What a provider says in a way of its own: a sign-in page instead of a 401, the missing scope in the body.
   * Null where it is as everywhere. The message must hold nothing of the answer but what is known to be no secret.
   */
  refusal?: (answer: RawAnswer, asked: Asked) => ScopeFailure | null
  /** A permission in the words of the people who grant it, for messages. Default: its name. */
  inWords?: (permission: string) => string
  /** A provider that hides what one may not see behind a 404: `get` is then `denied`, and not `failed`. */
  hidesBehind404?: boolean
  /** How long a refused request must wait by headers other than `Retry-After`, milliseconds; null where none says so. */
  waitMs?: (answer: RawAnswer) => number | null
  clock?: Clock
  /** The wall clock in milliseconds, for `Retry-After` dates. */
  wallClock?: () => number
  /** 0 ≤ x < 1; spreads the retries. */
  random?: () => number
}

export interface RequestOptions<T> {
  /** What the answer must look like. Read few fields: what is not read cannot break. */
  schema: z.ZodType<T>
  /** The permission that this request needs; names what is missing when it is refused. */
  permission: string
  query?: Record<string, string | number | boolean | readonly string[] | undefined>
  method?: 'GET' | 'POST'
  body?: unknown
}

export interface Answer<T> {
  readonly body: T
  readonly headers: Headers
}

export interface HttpClient {
  /** The body. A 404 is a failure here. */
  get<T>(path: string, options: RequestOptions<T>): Promise<T>
  /** The body, or null for a 404. */
  find<T>(path: string, options: RequestOptions<T>): Promise<T | null>
  /** The body with its headers (for `Link`). */
  getAnswer<T>(path: string, options: RequestOptions<T>): Promise<Answer<T>>
}

/** An answer before anything is made of it. */
export interface RawAnswer {
  readonly status: number
  readonly headers: Headers
  /** Empty for a redirect. */
  readonly text: string
}

/** A request, as it may be named to people. */
export interface Asked {
  /** Method and path, without query and host. */
  readonly name: string
  readonly permission: string
}

/**
 * A JSON client for providers without a good SDK. All failures are `ScopeFailure`s: 401 and 403 `denied` with
 * the permission as reason; 429 to the end `throttled`; network, time-out, 5xx to the end, an answer that is
 * too big, no JSON or of another shape `failed`. Messages name method and path, never query, headers or body.
 */
export function createHttp(options: HttpOptions): HttpClient {
  const request = async <T>(path: string, asked: RequestOptions<T>): Promise<Answer<T> | null> => {
    const url = resolve(options.baseUrl, path, asked.query)
    const name = `${asked.method ?? 'GET'} ${url.pathname}`
    const raw = await withRetries(name, options, () => once(url, name, asked, options))
    const refusal = options.refusal?.(raw, { name, permission: asked.permission })
    if (refusal) throw refusal
    if (raw.status === 404) return null
    if (raw.status === 401 || raw.status === 403) throw denied(raw.status, name, asked.permission, options)
    if (raw.status >= 300 && raw.status < 400) throw redirected(name)
    if (raw.status < 200 || raw.status > 299)
      throw new ScopeFailure(
        'failed',
        `http-${raw.status}`,
        `${name} was answered with status ${raw.status}.`,
      )
    return { body: parse(raw.text, name, asked.schema), headers: raw.headers }
  }
  const getAnswer = async <T>(path: string, asked: RequestOptions<T>) => {
    const answer = await request(path, asked)
    if (answer) return answer
    const name = `${asked.method ?? 'GET'} ${resolve(options.baseUrl, path).pathname}`
    if (options.hidesBehind404) throw hidden(name, asked.permission, options)
    throw new ScopeFailure('failed', 'http-404', `${name} was not found.`)
  }
  return {
    getAnswer,
    get: async (path, asked) => (await getAnswer(path, asked)).body,
    find: async (path, asked) => (await request(path, asked))?.body ?? null,
  }
}

function resolve(baseUrl: string, path: string, query: RequestOptions<unknown>['query'] = {}): URL {
  const base = new URL(baseUrl)
  const url = /^https?:/i.test(path)
    ? new URL(path)
    : new URL(`${base.pathname.replace(/\/$/, '')}/${path.replace(/^\//, '')}`, base)
  if (url.origin !== base.origin)
    throw new ScopeFailure(
      'failed',
      'foreign-link',
      `A link to ${url.host} was not followed from ${base.host}.`,
    )
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue
    for (const one of Array.isArray(value) ? value : [value]) url.searchParams.append(name, String(one))
  }
  return url
}

async function once<T>(
  url: URL,
  name: string,
  asked: RequestOptions<T>,
  options: HttpOptions,
): Promise<RawAnswer> {
  await options.budget?.take(options.signal)
  const timeout = AbortSignal.timeout(options.timeoutMs ?? 30_000)
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout
  const headers = {
    accept: 'application/json',
    ...(asked.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...options.headers,
    ...(await options.auth?.()),
  }
  const init: RequestInit = { method: asked.method ?? 'GET', headers, signal, redirect: 'manual' }
  if (asked.body !== undefined) init.body = JSON.stringify(asked.body)
  const response = await fetch(url, init)
  // fetch would carry our own headers (an `x-api-key`) along to wherever it is sent.
  if (response.status >= 300 && response.status < 400) {
    await response.body?.cancel()
    return { status: response.status, headers: response.headers, text: '' }
  }
  const text = await readBounded(response, name, options.maxBodyBytes ?? 32 * 2 ** 20)
  return { status: response.status, headers: response.headers, text }
}

type Outcome = { raw: RawAnswer } | { error: unknown }

async function withRetries(
  name: string,
  options: HttpOptions,
  send: () => Promise<RawAnswer>,
): Promise<RawAnswer> {
  const attempts = Math.max(1, options.attempts ?? 6)
  for (let attempt = 1; ; attempt++) {
    const outcome: Outcome = await send().then(
      (raw) => ({ raw }),
      (error: unknown) => ({ error }),
    )
    options.signal?.throwIfAborted()
    if ('error' in outcome && outcome.error instanceof ScopeFailure) throw outcome.error
    if ('raw' in outcome && !isTransient(outcome.raw.status)) {
      options.budget?.succeeded()
      slowDown(outcome.raw, options)
      return outcome.raw
    }
    const wait = waitBefore(attempt, outcome, options)
    if ('raw' in outcome && outcome.raw.status === 429) options.budget?.throttled(wait)
    if (attempt >= attempts || wait > (options.maxWaitMs ?? MAX_WAIT_MS))
      throw givenUp(name, outcome, attempt)
    await (options.clock ?? systemClock).sleep(wait, options.signal)
  }
}

const isTransient = (status: number) => status === 429 || status === 408 || status >= 500

/** Some say with a good answer already when the next request would be too many. */
function slowDown({ headers }: RawAnswer, options: HttpOptions): void {
  const told = retryAfterMs(headers, options.wallClock ?? Date.now)
  if (told !== null) options.budget?.pause(Math.min(told, options.maxWaitMs ?? MAX_WAIT_MS))
}

const MAX_WAIT_MS = 120_000

/** What the provider asks for, else an exponential back-off from half a second to half a minute, spread out. */
function waitBefore(attempt: number, outcome: Outcome, options: HttpOptions): number {
  const random = options.random ?? Math.random
  const told =
    'raw' in outcome
      ? (retryAfterMs(outcome.raw.headers, options.wallClock ?? Date.now) ??
        options.waitMs?.(outcome.raw) ??
        null)
      : null
  if (told !== null) return told + random() * Math.min(1000, told * 0.1)
  return Math.min(30_000, 500 * 2 ** (attempt - 1)) * (0.5 + random() / 2)
}

function givenUp(name: string, outcome: Outcome, attempts: number): ScopeFailure {
  const times = attempts === 1 ? 'once' : `${attempts} times`
  if ('error' in outcome) {
    const why = networkReason(outcome.error)
    return new ScopeFailure('failed', 'unavailable', `${name} had no answer (${why}), tried ${times}.`)
  }
  if (outcome.raw.status === 429)
    return new ScopeFailure(
      'throttled',
      'rate-limit',
      `${name} was refused as too many requests, tried ${times}.`,
    )
  const { status } = outcome.raw
  return new ScopeFailure(
    'failed',
    'unavailable',
    `${name} was answered with status ${status}, tried ${times}.`,
  )
}

/** A short word such as `ECONNREFUSED`: the message of a network error may hold addresses and headers. */
function networkReason(error: unknown): string {
  if (!(error instanceof Error)) return 'network error'
  if (error.name === 'TimeoutError') return 'time-out'
  const cause = error.cause instanceof Error ? error.cause : error
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : 'network error'
}

function denied(status: number, name: string, permission: string, { inWords }: HttpOptions): ScopeFailure {
  const needed = inWords?.(permission) ?? permission
  const why =
    status === 401
      ? `${name} refused the credentials; they need ${needed}.`
      : `${name} is not permitted; it needs ${needed}.`
  return new ScopeFailure('denied', permission, why)
}

/** Whoever hides places behind a 404 must not make us say that there is none. */
const hidden = (name: string, permission: string, { inWords }: HttpOptions) =>
  new ScopeFailure(
    'denied',
    permission,
    `${name} was not found, which is also the answer to whoever may not see it; it needs ${inWords?.(permission) ?? permission}.`,
  )

const redirected = (name: string) =>
  new ScopeFailure('failed', 'redirected', `${name} was answered with a redirect, which is not followed.`)

function parse<T>(text: string, name: string, schema: z.ZodType<T>): T {
  const broken = (what: string) => new ScopeFailure('failed', 'unexpected-answer', `${name} ${what}.`)
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw broken('was answered with something that is no JSON')
  }
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  const where = parsed.error.issues[0]?.path.join('.') || 'the body'
  throw broken(`was answered in a shape that is not known: ${where}`)
}
