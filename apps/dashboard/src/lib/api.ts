/**
 * The contract's endpoints as typed calls. Only the contract's types are imported: no schema library
 * reaches the browser, and a change of the contract is a type error here.
 */
import type * as Contract from '@ai-census/api'

type Module = typeof Contract
type Endpoints = {
  [K in keyof Module]: Module[K] extends Contract.Endpoint ? Module[K] : never
}[keyof Module]

type Method = Endpoints['method']
/** Endpoints by method and path. */
type Table = { [M in Method]: { [E in Extract<Endpoints, { method: M }> as E['path']]: E } }
export type PathOf<M extends Method> = keyof Table[M] & string
type At<M extends Method, P extends PathOf<M>> = Table[M][P]
type Input<T> = T extends { _zod: { input: infer I } } ? I : never
type Output<T> = T extends { _zod: { output: infer O } } ? O : never

export type Answer<M extends Method, P extends PathOf<M>> =
  At<M, P> extends { response: infer R } ? Output<R> : never
export type Query<M extends Method, P extends PathOf<M>> =
  At<M, P> extends { query: infer Q } ? Partial<Input<Q>> : undefined
type Params<M extends Method, P extends PathOf<M>> =
  At<M, P> extends { params: infer Q } ? { params: Input<Q> } : { params?: undefined }
type Body<M extends Method, P extends PathOf<M>> =
  At<M, P> extends { body: infer B } ? { body: Input<B> } : { body?: undefined }

export type CallInput<M extends Method, P extends PathOf<M>> = Params<M, P> &
  Body<M, P> & {
    query?: Query<M, P>
    signal?: AbortSignal
    /** The body of an endpoint that takes a file. */
    file?: Blob
  }

export interface FieldFault {
  place: string
  message: string
}

/** A refusal or a failure, in words that a person can act on. `status` 0: nobody answered. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  readonly title: string
  readonly requestId: string | undefined
  readonly faults: readonly FieldFault[]

  constructor(
    status: number,
    title: string,
    detail = '',
    requestId?: string,
    faults: readonly FieldFault[] = [],
  ) {
    super(detail || title)
    this.status = status
    this.title = title
    this.requestId = requestId
    this.faults = faults
  }

  get unreachable(): boolean {
    return this.status === 0
  }
}

/** A path with its parameters filled in and its query in a stable order, so that it can be a cache's key. */
export function address(
  path: string,
  params: Readonly<Record<string, unknown>> = {},
  query: Readonly<Record<string, unknown>> = {},
): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams()
  for (const name of Object.keys(query).sort()) {
    const value = query[name]
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return text ? `${filled}?${text}` : filled
}

/** Reads RFC 9457 problem details; anything else becomes a plain sentence about the status. */
export async function problemOf(response: Response): Promise<ApiError> {
  const fallback = `The collector answered ${response.status}`
  try {
    const body: unknown = await response.json()
    if (!body || typeof body !== 'object') return new ApiError(response.status, fallback)
    const problem = body as Partial<Contract.Problem> // an answer's form is not certain; each part is checked
    const faults = Array.isArray(problem.errors) ? problem.errors : []
    return new ApiError(response.status, problem.title ?? fallback, problem.detail, problem.requestId, faults)
  } catch {
    return new ApiError(response.status, fallback)
  }
}

const listeners = new Set<(error: ApiError | null) => void>()

/** Is told the outcome of every call: null for an answer, else what went wrong. */
export function onOutcome(listener: (error: ApiError | null) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function report(error: ApiError | null): void {
  for (const listener of listeners) listener(error)
}

/** Calls one endpoint. Throws `ApiError`; an aborted call throws the signal's own reason. */
export async function call<M extends Method, P extends PathOf<M>>(
  method: M,
  path: P,
  input: CallInput<M, P>,
): Promise<Answer<M, P>> {
  const { params, query, body, signal, file } = input
  const response = await send(address(path, params, query ?? {}), method, { body, file, signal })
  if (!response.ok) {
    const error = await problemOf(response)
    report(error)
    throw error
  }
  report(null)
  // 204 has no body; the contract's type of such an answer is an empty object.
  return (response.status === 204 ? {} : await response.json()) as Answer<M, P>
}

interface Sent {
  body: unknown
  file: Blob | undefined
  signal: AbortSignal | undefined
}

async function send(url: string, method: string, { body, file, signal }: Sent): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (file) headers['content-type'] = 'application/octet-stream'
  try {
    return await fetch(url, {
      method: method.toUpperCase(),
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(file ? { body: file } : {}),
      ...(signal ? { signal } : {}),
    })
  } catch (cause) {
    if (signal?.aborted) throw cause
    const error = new ApiError(0, 'The collector does not answer', 'Is it running, and is the network up?')
    report(error)
    throw error
  }
}
