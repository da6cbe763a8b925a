import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { Deps } from '../deps.ts'
import type { Env } from './implement.ts'

/** The endpoint's path with its parameters' names: few values, however many requests. */
const routeOf = (c: Context): string =>
  matchedRoutes(c).findLast(({ path }) => !path.includes('*'))?.path ?? '/*'

/** Method, route, status and time. Never a header, a query or a body: secrets and data live there. */
export const requestLog =
  (deps: Deps): MiddlewareHandler<Env> =>
  async (c, next) => {
    const started = performance.now()
    await next()
    const ms = Math.round(performance.now() - started)
    const facts = {
      requestId: c.get('requestId'),
      method: c.req.method,
      route: routeOf(c),
      status: c.res.status,
      ms,
    }
    deps.metrics.requests.observe(
      { method: facts.method, route: facts.route, status: facts.status },
      ms / 1000,
    )
    if (facts.status >= 500) deps.log.error(facts, 'request failed')
    else deps.log.debug(facts, 'request')
  }
