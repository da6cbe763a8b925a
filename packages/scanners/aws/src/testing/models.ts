import { NormalizedSchema } from '@smithy/core/schema'
import { type Service, services } from '../services.ts'

/** An operation as the SDK's own model has it. */
export interface Modelled {
  readonly service: Service
  readonly name: string
  readonly protocol: Protocol
  readonly output: NormalizedSchema
  /** Of REST services: method and path with its labels. */
  readonly http: { readonly method: string; readonly path: RegExp; readonly labels: readonly string[] } | null
}

export type Protocol = 'rest-json' | 'json' | 'query' | 'ec2'

const PROTOCOLS: Readonly<Partial<Record<Service, Protocol>>> = {
  'agent-registry-control': 'rest-json',
  bedrock: 'rest-json',
  'bedrock-agent': 'rest-json',
  'bedrock-agentcore-control': 'rest-json',
  'bedrock-data-automation': 'rest-json',
  'devops-agent': 'rest-json',
  ec2: 'ec2',
  eks: 'rest-json',
  iam: 'query',
  lambda: 'rest-json',
  'lex-model-building-service': 'rest-json',
  'lex-models-v2': 'rest-json',
  'nova-act': 'rest-json',
  polly: 'rest-json',
  qapps: 'rest-json',
  qbusiness: 'rest-json',
  qconnect: 'rest-json',
  'resource-explorer-2': 'rest-json',
  s3vectors: 'rest-json',
  securityagent: 'rest-json',
  sts: 'query',
}

/** What requests are signed for, where it is not the package's name. */
const SIGNED_AS: Readonly<Partial<Record<Service, string>>> = {
  'agent-registry-control': 'agent-registry',
  'bedrock-agent': 'bedrock',
  'bedrock-agentcore-control': 'bedrock-agentcore',
  'bedrock-data-automation': 'bedrock',
  cloudwatch: 'monitoring',
  'config-service': 'config',
  'cost-explorer': 'ce',
  'devops-agent': 'aidevops',
  eventbridge: 'events',
  'lex-model-building-service': 'lex',
  'lex-models-v2': 'lex',
  opensearchserverless: 'aoss',
  qconnect: 'wisdom',
  'resource-groups-tagging-api': 'tagging',
  sfn: 'states',
}

const OPERATION = 9
const loaded = new Map<Service, Promise<readonly Modelled[]>>()

/** Each package's operations, read from the schemas that its client itself works with. */
export function operationsOfService(service: Service): Promise<readonly Modelled[]> {
  const known = loaded.get(service) ?? load(service)
  loaded.set(service, known)
  return known
}

async function load(service: Service): Promise<Modelled[]> {
  const { sdk } = await services[service]({
    region: 'us-east-1',
    maxAttempts: 1,
    disableHostPrefix: true,
    credentials: async () => ({ accessKeyId: '-', secretAccessKey: '-' }),
    requestHandler: undefined as never,
    customUserAgent: 'models',
  })
  return Object.values(sdk).flatMap((value: unknown) => {
    if (!Array.isArray(value) || value[0] !== OPERATION) return []
    // A static operation schema: [9, namespace, name, traits, input, output].
    const [, , name, traits, , output] = value as [number, string, string, unknown, unknown, unknown]
    return [
      {
        service,
        name,
        protocol: PROTOCOLS[service] ?? 'json',
        output: NormalizedSchema.of(typeof output === 'function' ? output() : (output as never)),
        http: httpOf(traits),
      },
    ]
  })
}

function httpOf(traits: unknown): Modelled['http'] {
  if (typeof traits !== 'object' || traits === null || !('http' in traits) || !Array.isArray(traits.http))
    return null
  const [method, template] = traits.http as [string, string]
  const labels: string[] = []
  const pattern = (template.split('?')[0] ?? '').replace(/\{(\w+)\+?\}/g, (_, label: string) => {
    labels.push(label)
    return '([^/]+)'
  })
  return { method, path: new RegExp(`^${pattern.replace(/\/$/, '')}/?$`), labels }
}

export interface Called {
  readonly operation: Modelled
  readonly input: Readonly<Record<string, unknown>>
}

export interface RawCall {
  readonly signedFor: string
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly target: string | undefined
  readonly body: string
}

/** Which operation a request on the wire is, in its service's own protocol. */
export async function recognise(call: RawCall): Promise<Called | null> {
  for (const service of Object.keys(services) as Service[]) {
    if ((SIGNED_AS[service] ?? service) !== call.signedFor) continue
    const found = recogniseIn(await operationsOfService(service), call)
    if (found) return found
  }
  return null
}

function recogniseIn(operations: readonly Modelled[], call: RawCall): Called | null {
  const form = call.target ? null : new URLSearchParams(call.body)
  const named = call.target?.split('.').at(-1) ?? form?.get('Action')
  if (named) {
    const operation = operations.find(({ name }) => name === named)
    if (!operation) return null
    const input = form ? Object.fromEntries(form) : parsed(call.body)
    return { operation, input }
  }
  for (const operation of operations) {
    const match = operation.http?.method === call.method ? operation.http.path.exec(call.path) : null
    if (!match || !operation.http) continue
    const labels = operation.http.labels.map((label, i) => [label, decodeURIComponent(match[i + 1] ?? '')])
    return {
      operation,
      input: { ...Object.fromEntries(call.query), ...parsed(call.body), ...Object.fromEntries(labels) },
    }
  }
  return null
}

function parsed(body: string): Record<string, unknown> {
  const json: unknown = body === '' ? {} : JSON.parse(body)
  return typeof json === 'object' && json !== null ? { ...json } : {}
}
