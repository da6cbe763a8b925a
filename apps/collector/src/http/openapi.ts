import { type Access, type Endpoint, Problem } from '@ai-census/api'
import type { RouteConfig } from '@hono/zod-openapi'

/** One endpoint of the contract as OpenAPI describes it. */
export function openApiOf(endpoint: Endpoint): RouteConfig {
  const { method, path, summary, tag, params, query } = endpoint
  return {
    method,
    path,
    summary,
    tags: [tag],
    'x-access': endpoint.access,
    security: securityOf(endpoint.access),
    request: {
      ...(params ? { params } : {}),
      ...(query ? { query } : {}),
      ...bodyOf(endpoint),
    },
    responses: {
      [endpoint.status ?? 200]: {
        description: 'Done',
        content: { [endpoint.media ?? 'application/json']: { schema: endpoint.response } },
      },
      ...Object.fromEntries(problemStatuses(endpoint).map((status) => [status, problem])),
    },
  }
}

function bodyOf({ body, upload }: Endpoint): Pick<NonNullable<RouteConfig['request']>, 'body'> {
  if (body) return { body: { required: true, content: { 'application/json': { schema: body } } } }
  if (!upload) return {}
  const schema = { type: 'string', format: 'binary' } as const
  return { body: { required: true, content: { 'application/octet-stream': { schema } } } }
}

const problem = {
  description: 'Problem details (RFC 9457)',
  content: { 'application/problem+json': { schema: Problem } },
}

function problemStatuses(endpoint: Endpoint): number[] {
  const own = [400, 429, 500, ...(endpoint.problems ?? [])]
  if (endpoint.access !== 'public') own.push(401, 403)
  if (endpoint.body || endpoint.upload) own.push(413, 415, 422)
  return [...new Set(own)].sort()
}

function securityOf(access: Access): Record<string, string[]>[] {
  if (access === 'public') return []
  return access === 'scanner' ? [{ token: [] }] : [{ session: [] }, { token: [] }]
}

export const document = (version: string) => ({
  openapi: '3.1.0',
  info: {
    title: 'AI Census',
    version,
    description: 'The inventory of AI systems, its evidence and its decisions.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  security: [],
})
