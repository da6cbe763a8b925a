import { createHash } from 'node:crypto'
import type { Endpoint } from '@ai-census/api'
import { createRoute, type OpenAPIHono, type z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Deps } from '../deps.ts'
import { accepts } from './accept.ts'
import { type Actor, allows } from './auth.ts'
import { readInput } from './input.ts'
import type { TextLine } from './lines.ts'
import { openApiOf } from './openapi.ts'
import { HttpProblem } from './problem.ts'
import { Written } from './written.ts'

export interface Env {
  Variables: { actor: Actor; requestId: string; address: string }
}
export type App = OpenAPIHono<Env>

type Out<T> = T extends z.ZodType ? z.output<T> : undefined

interface CallFacts<E extends Endpoint> {
  params: Out<E['params']>
  query: Out<E['query']>
  actor: Actor
  c: Context<Env>
}

/** The body as its Zod value gives it, or its lines, unchecked, where the endpoint takes them and they were sent. */
type Body<E extends Endpoint> = E extends { lines: z.ZodType }
  ? { body: Out<E['body']>; lines: null } | { body: undefined; lines: AsyncIterable<TextLine[]> }
  : { body: Out<E['body']>; lines: null }

/** What a handler gets: checked input, and who calls. */
export type Call<E extends Endpoint> = CallFacts<E> & Body<E>

type Answer<E extends Endpoint> = z.input<E['response']> | Written<z.input<E['response']>> | Response

export type Handler<E extends Endpoint> = (deps: Deps, call: Call<E>) => Promise<Answer<E>>

/**
 * The only way to put an endpoint into the server: its access is checked before anything is read, its input
 * before the handler sees it. A handler that needs more than JSON answers with a Response.
 */
export function implement<const E extends Endpoint>(
  app: App,
  deps: Deps,
  endpoint: E,
  handler: Handler<E>,
): void {
  app.openAPIRegistry.registerPath(createRoute(openApiOf(endpoint)))
  app.on(endpoint.method.toUpperCase(), routePath(endpoint.path), async (c) => {
    const actor = c.get('actor')
    if (!allows(actor, endpoint.access)) throw refusal(actor)
    if (!endpoint.media && !accepts(c.req.header('accept'), 'application/json'))
      throw new HttpProblem(406, 'The answer is application/json.')
    const input = await readInput(endpoint, c)
    // readInput parsed each part with the Zod value that gives its type.
    const answer = await handler(deps, { ...input, actor, c } as Call<E>)
    return answer instanceof Response ? answer : respond(c, endpoint, answer)
  })
}

/** `{id}` as the router writes it: `:id`. */
export const routePath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1')

const refusal = (actor: Actor) =>
  actor.type === 'anonymous'
    ? new HttpProblem(401, 'Sign in, or send a valid token.', undefined, { 'www-authenticate': 'Bearer' })
    : new HttpProblem(403, 'This role may not do that.')

function respond(c: Context, endpoint: Endpoint, value: unknown): Response {
  const body = value instanceof Written ? value.text : JSON.stringify(value)
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'private, no-cache' }
  if (endpoint.method !== 'get') return c.newResponse(body, endpoint.status ?? 200, headers)
  const etag = `W/"${createHash('sha1').update(body).digest('base64url')}"`
  const known = c.req
    .header('if-none-match')
    ?.split(',')
    .map((tag) => tag.trim())
  if (known?.includes(etag)) return c.body(null, 304, { ...headers, etag })
  return c.body(body, 200, { ...headers, etag })
}
