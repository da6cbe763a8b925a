import { OpenAPIHono } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { accessRoutes } from './access/routes.ts'
import { auditRoutes } from './audit/routes.ts'
import type { Deps } from './deps.ts'
import { exportRoutes } from './export/routes.ts'
import { authenticate } from './http/authenticate.ts'
import type { Dashboard } from './http/dashboard.ts'
import { serveDashboard } from './http/dashboard.ts'
import { failureOf } from './http/failure.ts'
import { hostCheck, requestId, sameOrigin, securityHeaders } from './http/guards.ts'
import type { App, Env } from './http/implement.ts'
import { HttpProblem, problemBody } from './http/problem.ts'
import { RateLimiter, rateLimit } from './http/rate-limit.ts'
import { requestLog } from './http/request-log.ts'
import { ingestRoutes } from './ingest/routes.ts'
import { inventoryRoutes } from './inventory/routes.ts'
import { operationsRoutes } from './operations/routes.ts'
import { registerImportRoutes } from './register-import/routes.ts'
import { triageRoutes } from './triage/routes.ts'

export interface AppOptions {
  dashboard: Dashboard
  /** Names by which this server may be called; null: any. */
  hosts: () => ReadonlySet<string> | null
}

const REQUESTS = { burst: 2000, perSecond: 200 }

/** The whole server without a socket: tests call `app.request()`. */
export function createApp(deps: Deps, options: AppOptions): App {
  const app = new OpenAPIHono<Env>()
  app.use(requestId())
  app.use(securityHeaders(options.dashboard.contentPolicy))
  app.use(requestLog(deps))
  app.use(hostCheck(options.hosts))
  app.use(rateLimit(new RateLimiter(REQUESTS, () => deps.now().getTime())))
  app.use(sameOrigin())
  app.use('/api/*', authenticate(deps))
  app.use('/metrics', authenticate(deps))
  app.use('/healthz', anonymous)
  app.use('/readyz', anonymous)
  addEndpoints(app, deps)
  app.use('*', serveDashboard(options.dashboard))
  app.onError((error, c) => answerError(deps, error, c.get('requestId')))
  return app
}

const anonymous: MiddlewareHandler<Env> = async (c, next) => {
  c.set('actor', { type: 'anonymous' })
  await next()
}

/** Every endpoint of the contract; a test compares them. */
export function addEndpoints(app: App, deps: Deps): void {
  operationsRoutes(app, deps)
  accessRoutes(app, deps)
  ingestRoutes(app, deps)
  inventoryRoutes(app, deps)
  triageRoutes(app, deps)
  registerImportRoutes(app, deps)
  auditRoutes(app, deps)
  exportRoutes(app, deps)
}

function answerError(deps: Deps, error: Error, requestId: string): Response {
  const known = error instanceof HttpProblem
  if (!known) deps.log.error({ requestId, ...failureOf(error) }, 'unexpected failure')
  const status = known ? error.status : 500
  const detail = known ? error.message : 'The log says more under this request id.'
  return Response.json(problemBody(status, detail, requestId, known ? error.errors : undefined), {
    status,
    headers: {
      ...(known ? error.headers : {}),
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
    },
  })
}
