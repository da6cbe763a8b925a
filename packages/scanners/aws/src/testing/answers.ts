import { XmlShapeSerializer } from '@aws-sdk/core/protocols'
import { JsonCodec2 } from '@smithy/core/protocols'
import { fromBase64, fromUtf8, toBase64, toUtf8 } from '@smithy/core/serde'
import type { Modelled, Protocol } from './models.ts'

export interface WireAnswer {
  readonly status: number
  readonly type: string
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
}

const EPOCH_SECONDS = 7
const DATE_TIME = 5
// The serializers' own context, which a client would give them.
const context = {
  base64Encoder: toBase64,
  utf8Encoder: toUtf8,
  base64Decoder: fromBase64,
  utf8Decoder: fromUtf8,
} as never

const types: Readonly<Record<Protocol, string>> = {
  json: 'application/x-amz-json-1.1',
  'rest-json': 'application/json',
  query: 'text/xml',
  ec2: 'text/xml;charset=UTF-8',
}

/** An output of the SDK, written as the service writes it: by the SDK's own schema and serializers. */
export function answerOf(operation: Modelled, output: object, future = false): WireAnswer {
  const { protocol } = operation
  const type = types[protocol]
  if (protocol === 'json' || protocol === 'rest-json') {
    const json = jsonOf(operation, output)
    return { status: 200, type, body: future ? JSON.stringify(withFutureFields(JSON.parse(json))) : json }
  }
  return { status: 200, type, body: xmlOf(operation, output) }
}

function jsonOf({ output: schema, protocol }: Modelled, output: object): string {
  const codec = new JsonCodec2({
    timestampFormat: { useTrait: true, default: EPOCH_SECONDS },
    jsonName: protocol === 'rest-json',
    httpBindings: false,
  })
  codec.setSerdeContext(context)
  const serializer = codec.createSerializer()
  serializer.write(schema, output)
  const written: string | Uint8Array = serializer.flush()
  return typeof written === 'string' ? written : new TextDecoder().decode(written)
}

function xmlOf({ output: schema, protocol, name }: Modelled, output: object): string {
  if (schema.isUnitSchema()) return `<${name}Response></${name}Response>`
  const serializer = new XmlShapeSerializer({
    timestampFormat: { useTrait: true, default: DATE_TIME },
    httpBindings: false,
    xmlNamespace: 'urn:stand-in',
    serviceNamespace: 'urn:stand-in',
  } as never)
  serializer.setSerdeContext(context)
  serializer.write(schema, output)
  const inner = /^<[^>]*?>([\s\S]*)<\/[^>]+>$/.exec(String(serializer.flush()))?.[1] ?? ''
  const result = protocol === 'ec2' ? inner : `<${name}Result>${inner}</${name}Result>`
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${name}Response xmlns="urn:stand-in">${result}<requestId>r-1</requestId></${name}Response>`
}

/** Maps have keys of their makers, and no fields. */
const MAPS: ReadonlySet<string> = new Set(['Environment', 'Variables', 'UnblendedCost', 'Metrics'])

/** What AWS adds tomorrow must not break what we read today. */
function withFutureFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withFutureFields)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).map(([name, field]) => [
    name,
    MAPS.has(name) ? field : withFutureFields(field),
  ])
  return { ...Object.fromEntries(fields), aFieldOfTomorrow: { nested: [1, null, 'x'] } }
}

export interface Refused {
  readonly status: number
  readonly code: string
  readonly message?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** An error in the service's own form. */
export function refusalOf(
  protocol: Protocol,
  { status, code, message = '', headers = {} }: Refused,
): WireAnswer {
  const type = types[protocol]
  if (protocol === 'rest-json')
    return {
      status,
      type,
      headers: { 'x-amzn-errortype': code, ...headers },
      body: JSON.stringify({ message }),
    }
  if (protocol === 'json')
    return {
      status,
      type,
      headers,
      body: JSON.stringify({ __type: `com.amazonaws.service#${code}`, message }),
    }
  const error = `<Error><Code>${code}</Code><Message>${message}</Message></Error>`
  const body =
    protocol === 'ec2'
      ? `<?xml version="1.0" encoding="UTF-8"?>\n<Response><Errors>${error}</Errors><RequestID>r-1</RequestID></Response>`
      : `<ErrorResponse>${error}<RequestId>r-1</RequestId></ErrorResponse>`
  return { status, type, headers, body }
}
