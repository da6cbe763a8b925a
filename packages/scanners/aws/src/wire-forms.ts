import { AwsQueryProtocol } from '@aws-sdk/core/protocols'
import { NormalizedSchema } from '@smithy/core/schema'
import type { ClientConfig } from './services.ts'

/** What of a client's protocol is used here; the SDK's own type says no more of it. */
interface Protocol {
  deserializeResponse(operation: Operation, context: unknown, response: Response): Promise<unknown>
}
interface Operation {
  readonly output: unknown
}
interface Response {
  readonly statusCode: number
  body: unknown
}

const DATE_TIME = 5
const HTTP_DATE = 6
/** Written by programs, if not by AWS: with a space, without a zone, which then is UTC. */
const TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?$/
/** As the SDK takes it. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/

/**
 * Services say times as seconds or as text, each in one way, and the SDK gives up a whole answer for one time in the other. What
 * was kept of the command line's output, and some emulators, have all of them as text: both are read.
 */
export function readsEitherTime(client: object): void {
  const protocol = protocolOf(client)
  if (!protocol) return
  const read = protocol.deserializeResponse.bind(protocol)
  protocol.deserializeResponse = (operation, context, response) => {
    const { body, statusCode } = response
    if (statusCode < 300 && body instanceof Uint8Array) response.body = withTimes(operation.output, body)
    return read(operation, context, response)
  }
}

/**
 * CloudWatch spoke XML before it spoke JSON and still does, as do recordings of its older clients and many emulators. The SDK's
 * client for the older form, to ask those that know no other.
 */
export async function openByForm(config: ClientConfig): Promise<object> {
  const { CloudWatchClient } = await import('@aws-sdk/client-cloudwatch')
  return new CloudWatchClient({ ...config, protocol: AwsQueryProtocol })
}

/** Reads answers in the older form with the other client's eyes, whatever was asked. */
export function readsXmlAsWell(client: object, byForm: object): void {
  const [protocol, other] = [protocolOf(client), protocolOf(byForm)]
  if (!protocol || !other) return
  const read = protocol.deserializeResponse.bind(protocol)
  protocol.deserializeResponse = (operation, context, response) =>
    response.body instanceof Uint8Array && response.body[0] === ANGLE
      ? other.deserializeResponse(operation, context, response)
      : read(operation, context, response)
}
const ANGLE = 0x3c

/** What those say who were asked in a form that they do not know. */
export function isNotUnderstood(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (
    /^(UnreadableAnswer|SyntaxError|UnknownOperation|InvalidAction|MissingAction|NotImplemented)/.test(
      error.name,
    )
  )
    return true
  const { $metadata } = error as { readonly $metadata?: { readonly httpStatusCode?: number } }
  const status = $metadata?.httpStatusCode ?? 0
  return (
    [400, 404, 405, 415, 501].includes(status) && /^(Error|Unknown|UnknownError|NotFound)$/.test(error.name)
  )
}

function protocolOf(client: object): Protocol | null {
  // Each package's client has its own type; of those with schemas all have this.
  const { config } = client as { readonly config?: { readonly protocol?: Protocol } }
  return typeof config?.protocol?.deserializeResponse === 'function' ? config.protocol : null
}

/** The same bytes where there is nothing to put right, or it is no JSON. */
function withTimes(schema: unknown, body: Uint8Array): Uint8Array {
  if (body[0] !== BRACE) return body
  let json: unknown
  try {
    json = JSON.parse(Buffer.from(body).toString('utf8'))
  } catch {
    return body // The SDK says itself what is wrong with it.
  }
  const found = { other: false }
  // The operation's output is a schema of the SDK's.
  const right = inForm(NormalizedSchema.of(schema as never), json, found)
  return found.other ? Buffer.from(JSON.stringify(right)) : body
}
const BRACE = 0x7b

function inForm(schema: NormalizedSchema, value: unknown, found: { other: boolean }): unknown {
  if (value === null || value === undefined) return value
  if (schema.isTimestampSchema()) return timeInForm(schema, value, found)
  if (Array.isArray(value))
    return schema.isListSchema() ? value.map((one) => inForm(schema.getValueSchema(), one, found)) : value
  if (typeof value !== 'object') return value
  const fields: Record<string, unknown> = { ...value }
  if (schema.isMapSchema())
    for (const [name, one] of Object.entries(fields))
      fields[name] = inForm(schema.getValueSchema(), one, found)
  if (schema.isStructSchema())
    for (const [member, type] of schema.structIterator()) {
      const name = String(type.getMergedTraits().jsonName ?? member)
      if (name in fields) fields[name] = inForm(type, fields[name], found)
    }
  return fields
}

function timeInForm(schema: NormalizedSchema, value: unknown, found: { other: boolean }): unknown {
  const form: unknown = schema.getSchema()
  if (form === HTTP_DATE) return value
  const at = typeof value === 'string' ? millisecondsOf(value) : Number(value) * 1000
  const isAsTold = form === DATE_TIME ? INSTANT.test(String(value)) : typeof value !== 'string'
  if (isAsTold || Number.isNaN(at)) return value
  found.other = true
  return form === DATE_TIME ? new Date(at).toISOString() : at / 1000
}

/** Not a number where it is no time. */
function millisecondsOf(text: string): number {
  const [, day, time, zone = 'Z'] = TIME.exec(text) ?? []
  return Date.parse(`${day}T${time}${zone}`)
}
