import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { readSession } from './cookies.ts'
import type { Env } from './implement.ts'
import { HttpProblem } from './problem.ts'

/** Every answer and every log line of one request carry the same id. */
export const requestId = (): MiddlewareHandler<Env> => async (c, next) => {
  const given = c.req.header('x-request-id')
  const id = given && /^[\w-]{8,64}$/.test(given) ? given : randomUUID()
  c.set('requestId', id)
  await next()
  c.res.headers.set('x-request-id', id)
}

/** A page of another name that resolves to this machine (DNS rebinding) gets no answer. Null: any name. */
export const hostCheck =
  (allowed: () => ReadonlySet<string> | null): MiddlewareHandler<Env> =>
  async (c, next) => {
    const names = allowed()
    const host = hostName(c.req.header('host') ?? new URL(c.req.url).host)
    if (names && !names.has(host)) throw new HttpProblem(421, `This collector does not answer to ${host}.`)
    await next()
  }

export const LOOPBACK_NAMES: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]'])

const hostName = (host: string): string => host.replace(/:\d+$/, '').toLowerCase()

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A cookie is sent by whatever page asks; what changes something must come from our own, at `url` or the host called. */
export const sameOrigin =
  (url: () => string): MiddlewareHandler<Env> =>
  async (c, next) => {
    const mayChange =
      !SAFE.has(c.req.method) && (readSession(c, url()) !== undefined || isFromPage(c.req.raw))
    if (mayChange && !isOwnPage(c.req.raw, url()))
      throw new HttpProblem(403, 'Requests from other sites are refused.')
    await next()
  }

function isOwnPage(request: Request, url: string): boolean {
  const origin = request.headers.get('origin')
  if (origin === null) return request.headers.get('sec-fetch-site') === 'same-origin'
  if (!URL.canParse(origin)) return false
  const host = request.headers.get('host') ?? new URL(request.url).host
  return origin === url || new URL(origin).host === host
}

const isFromPage = (request: Request): boolean =>
  request.headers.has('origin') || request.headers.has('sec-fetch-site')

/** `contentPolicy` names the inline scripts of our own pages by hash. */
export const securityHeaders =
  (contentPolicy: string): MiddlewareHandler<Env> =>
  async (c, next) => {
    await next()
    const { headers } = c.res
    headers.set('content-security-policy', contentPolicy)
    headers.set('x-content-type-options', 'nosniff')
    headers.set('x-frame-options', 'DENY')
    headers.set('referrer-policy', 'same-origin')
    headers.set('cross-origin-opener-policy', 'same-origin')
    headers.set('cross-origin-resource-policy', 'same-origin')
    headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()')
  }
