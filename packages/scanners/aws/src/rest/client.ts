import { Sha256 } from '@smithy/core/checksum'
import { HttpRequest } from '@smithy/core/protocols'
import { SignatureV4 } from '@smithy/signature-v4'
import { ownEndpoint } from '../own-endpoint.ts'
import type { ClientConfig } from '../services.ts'

/** How one operation of a REST-JSON service is sent. What is no label, header or query is in the body. */
export interface RestOperation {
  readonly name: string
  readonly method: 'GET' | 'POST'
  /** `/assistants/{assistantId}/aiagents`. */
  readonly path: string
  readonly query?: readonly string[]
  /** Fields of the input by the header that they are sent in. */
  readonly headers?: Readonly<Record<string, string>>
}

export interface RestService {
  /** Its name in `services.ts`; the type of that is made of this. */
  readonly service: string
  /** With `{region}`. */
  readonly host: string
  readonly signedAs: string
}

/** A command as the SDK's own are, for services that have no package in the registry yet. */
export abstract class RestCommand<Input extends object, Output> {
  abstract readonly operation: RestOperation
  readonly input: Input
  constructor(input: Input) {
    this.input = input
  }
  /** Never called: it says what is answered, where the SDK's commands say it. */
  declare readonly resolveMiddleware: () => () => Promise<{ output: Output }>
}

/** The little of a client that lists need: signs, sends, and reads JSON or the service's error. */
export class RestClient {
  readonly #service: RestService
  readonly #config: ClientConfig
  constructor(service: RestService, config: ClientConfig) {
    this.#service = service
    this.#config = config
  }

  async send(
    command: RestCommand<object, unknown>,
    { abortSignal }: { abortSignal: AbortSignal },
  ): Promise<unknown> {
    const { region, credentials, requestHandler, customUserAgent } = this.#config
    const { host, signedAs, service } = this.#service
    const request = requestOf(
      command,
      new URL(ownEndpoint(service) ?? `https://${host.replace('{region}', region)}`),
      customUserAgent,
    )
    const signer = new SignatureV4({ service: signedAs, region, credentials, sha256: Sha256 })
    const signed = HttpRequest.clone({ ...request, ...(await signer.sign(request)) } as HttpRequest)
    const { response } = await requestHandler.handle(signed, { abortSignal })
    // `readWhole` has made one piece of it.
    const text = Buffer.from(response.body as Uint8Array).toString('utf8')
    if (response.statusCode >= 300) throw refusalOf(response.statusCode, response.headers, text)
    return { ...objectOf(JSON.parse(text)), $metadata: { httpStatusCode: response.statusCode } }
  }
}

function requestOf(
  { operation, input }: RestCommand<object, unknown>,
  base: URL,
  agent: string,
): HttpRequest {
  const rest = new Map(Object.entries(input).filter(([, value]) => value !== undefined))
  const take = (name: string): string => {
    const value = rest.get(name)
    rest.delete(name)
    return value === undefined ? '' : String(value)
  }
  const path = operation.path.replace(/\{(\w+)\}/g, (_, label: string) => encodeURIComponent(take(label)))
  const query: Record<string, string> = {}
  for (const name of operation.query ?? []) if (rest.has(name)) query[name] = take(name)
  const headers: Record<string, string> = { host: base.host, 'user-agent': agent, accept: 'application/json' }
  for (const [header, name] of Object.entries(operation.headers ?? {}))
    if (rest.has(name)) headers[header] = take(name)
  const hasBody = operation.method === 'POST'
  if (hasBody) headers['content-type'] = 'application/json'
  return new HttpRequest({
    protocol: base.protocol,
    hostname: base.hostname,
    ...(base.port ? { port: Number(base.port) } : {}),
    path: `${base.pathname.replace(/\/$/, '')}${path}`,
    method: operation.method,
    query,
    headers,
    ...(hasBody ? { body: JSON.stringify(Object.fromEntries(rest)) } : {}),
  })
}

/** An error in the form of the SDK's, which `classify` reads. */
function refusalOf(status: number, headers: Record<string, string>, text: string): Error {
  const body = parsed(text)
  const code = headers['x-amzn-errortype'] ?? body.__type ?? body.code
  const said = body.message ?? body.Message
  const error = new Error(typeof said === 'string' ? said : '')
  // `com.amazonaws.x#AccessDeniedException:http://…`
  if (typeof code === 'string') error.name = code.replace(/:.*$/, '').replace(/^.*#/, '')
  return Object.assign(error, { $metadata: { httpStatusCode: status }, $response: { headers } })
}

/** What is no JSON has no error code. */
function parsed(text: string): Record<string, unknown> {
  try {
    return objectOf(JSON.parse(text))
  } catch {
    return {}
  }
}

const objectOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
