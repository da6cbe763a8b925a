import { type Access, type Endpoint, Problem } from '@ai-census/api'
import type { RouteConfig, z } from '@hono/zod-openapi'
import { problemBody } from './problem.ts'

/** One endpoint of the contract as OpenAPI describes it. */
export function openApiOf(endpoint: Endpoint): RouteConfig {
  const { method, path, summary, tag, params, query, example, response, access } = endpoint
  const media = endpoint.media ?? 'application/json'
  return {
    method,
    path,
    summary,
    operationId: operationIdOf(endpoint),
    tags: [tag],
    'x-access': access,
    security: securityOf(access),
    request: {
      ...(params ? { params } : {}),
      ...(query ? { query } : {}),
      ...bodyOf(endpoint),
    },
    responses: {
      [endpoint.status ?? 200]: {
        description: 'Done',
        content: { [media]: { schema: response, ...exampleOf(example?.response) } },
      },
      ...(method === 'get' && !endpoint.media
        ? { 304: { description: 'What If-None-Match names is still so' } }
        : {}),
      ...Object.fromEntries(problemStatuses(endpoint).map((status) => [status, problemAnswer(status)])),
    },
  }
}

function bodyOf({
  body,
  lines,
  upload,
  example,
}: Endpoint): Pick<NonNullable<RouteConfig['request']>, 'body'> {
  if (body) return { body: { required: true, content: contentOf(body, lines, exampleOf(example?.body)) } }
  if (!upload) return {}
  const schema = { type: 'string', format: 'binary' } as const
  return { body: { required: true, content: { 'application/octet-stream': { schema } } } }
}

const contentOf = (body: z.ZodType, lines: z.ZodType | undefined, example: object) => ({
  'application/json': { schema: body, ...example },
  ...(lines ? { 'application/x-ndjson': { schema: lines } } : {}),
})

const exampleOf = (example: unknown) => (example === undefined ? {} : { example })

/** `get /api/v1/systems/{id}/risk` is `getSystemsByIdRisk`: derived, so that no two are the same. */
function operationIdOf({ method, path }: Endpoint): string {
  const words = path
    .replace('/api/v1', '')
    .split(/[/.]/)
    .filter(Boolean)
    .map((word) => (word.startsWith('{') ? `by-${word.slice(1, -1)}` : word))
    .flatMap((word) => word.split('-'))
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}

const details: Record<number, string> = {
  400: 'query.limit: Too small: expected number to be >=1',
  401: 'Sign in, or send a valid token.',
  403: 'This role may not do that.',
  404: 'No such system.',
  405: 'This path takes GET, HEAD.',
  406: 'The answer is application/json.',
  409: 'This request id stands for another decision.',
  412: 'The system changed since you opened it; look at it again before you decide.',
  413: 'The body may have at most 4 MiB.',
  415: 'Send application/json.',
  422: 'body.system: Invalid input: expected string, received undefined',
  429: 'Wait 1 s.',
  500: 'The log says more under this request id.',
  503: 'The database does not answer.',
}

function problemAnswer(status: number) {
  const example = problemBody(status, details[status] ?? '', '0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10')
  return {
    description: example.title,
    content: { 'application/problem+json': { schema: Problem, example } },
    ...(status === 429 ? { headers: { 'Retry-After': retryAfter } } : {}),
  }
}

const retryAfter = { description: 'Seconds to wait', schema: { type: 'integer', minimum: 1 } } as const

function problemStatuses(endpoint: Endpoint): number[] {
  const own = [400, 429, 500, ...(endpoint.problems ?? [])]
  if (endpoint.access !== 'public') own.push(401, 403)
  if (!endpoint.media) own.push(406)
  if (endpoint.body || endpoint.upload) own.push(413, 415, 422)
  return [...new Set(own)].sort()
}

function securityOf(access: Access): Record<string, string[]>[] {
  if (access === 'public') return []
  return access === 'scanner' ? [{ token: [] }] : [{ session: [] }, { token: [] }]
}

export const securitySchemes = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'ai_census_session',
    description:
      'The cookie that signing in sets. What changes something must come from the dashboard’s own pages.',
  },
  token: {
    type: 'http',
    scheme: 'bearer',
    description: 'A scanner’s token, for the sources that it is bound to, or the operator’s.',
  },
} as const

/** Every tag that an endpoint has, in the order in which a reader needs them. */
const tags: Readonly<Record<string, string>> = {
  systems: 'AI systems: the governed units, each with its evidence, history and decisions.',
  components: 'What was found, joined from all findings that speak of it.',
  suppliers: 'Who provides models, interfaces, platforms and tools, and who stands behind them.',
  models: 'Named models, who published them, who serves them, and when they end.',
  graph: 'Systems, models and suppliers as one drawing.',
  inventory: 'The inventory as a whole: numbers, flags and what changed.',
  triage: 'What waits for a person.',
  decisions: 'What people decided: an append-only log from which the inventory follows.',
  'register import': 'The register that an organisation already has, brought into this one.',
  risk: 'The risk of one system: the rubric, what it suggests, and the ratings of people.',
  settings: 'What the organisation set; changed by the decision `configure`.',
  notifications: 'Who is told of what, and what became of each message.',
  coverage: 'What was looked at, how completely, and what could not be read.',
  ingest: 'How scanners report.',
  export: 'The inventory as a file.',
  history: 'What was so when, and what became of it between two instants.',
  audit: 'Proofs for whoever does not take our word.',
  access: 'Sessions, tokens and sign-in links.',
  operations: 'For whoever runs the collector.',
}

export const document = (version: string) => ({
  openapi: '3.1.0',
  info: {
    title: 'AI Census',
    version,
    description:
      'The inventory of AI systems, its evidence and its decisions. Lists are paged by cursors: pass `next` back as ' +
      '`cursor` until it is null. Every refusal is a problem (RFC 9457) that names the place of each fault and carries ' +
      'the id of the request. Answers to GET have an ETag.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/', description: 'This collector' }],
  tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
  security: [],
})
