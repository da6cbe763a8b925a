import { isUnavailable } from '@ai-census/db'
import { OpenAPIHono } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { oidcRoutes } from './access/oidc/routes.ts'
import { accessRoutes } from './access/routes.ts'
import { userRoutes } from './access/user-routes.ts'
import { auditRoutes } from './audit/routes.ts'
import type { Deps } from './deps.ts'
import { exportRoutes } from './export/routes.ts'
import { graphRoutes } from './graph/routes.ts'
import { historyRoutes } from './history/routes.ts'
import { authenticate } from './http/authenticate.ts'
import { clientAddress } from './http/client-address.ts'
import type { Dashboard } from './http/dashboard.ts'
import { serveDashboard } from './http/dashboard.ts'
import { failureOf } from './http/failure.ts'
import { hostCheck, requestId, sameOrigin, securityHeaders } from './http/guards.ts'
import type { App, Env } from './http/implement.ts'
import { refuseOtherMethods } from './http/methods.ts'
import { HttpProblem, problemBody } from './http/problem.ts'
import { limitAddress, limitCaller, RateLimiter } from './http/rate-limit.ts'
import { requestLog } from './http/request-log.ts'
import { ingestRoutes } from './ingest/routes.ts'
import { inventoryRoutes } from './inventory/routes.ts'
import { notificationRoutes } from './notifications/routes.ts'
import { operationsRoutes } from './operations/routes.ts'
import { registerImportRoutes } from './register-import/routes.ts'
import { riskRoutes } from './risk/routes.ts'
import { settingsRoutes } from './settings/routes.ts'
import { triageRoutes } from './triage/routes.ts'

export interface AppOptions {
  dashboard: Dashboard
  /** Names by which this server may be called; null: any. */
  hosts: () => ReadonlySet<string> | null
  /** How many proxies of our own stand before it; each adds to X-Forwarded-For. */
  proxies?: number
}

/** Of one caller, and of all that come from one network address, which may be many. */
const OF_A_CALLER = { burst: 2000, perSecond: 200 }
const OF_AN_ADDRESS = { burst: 20_000, perSecond: 2000 }

/** The whole server without a socket: tests call `app.request()`. */
export function createApp(deps: Deps, options: AppOptions): App {
  const app = new OpenAPIHono<Env>()
  app.use(requestId())
  app.use(clientAddress(options.proxies ?? 0))
  app.use(securityHeaders(options.dashboard.contentPolicy))
  app.use(requestLog(deps))
  app.use(hostCheck(options.hosts))
  const now = () => deps.now().getTime()
  app.use(limitAddress(new RateLimiter(OF_AN_ADDRESS, now)))
  app.use(sameOrigin(deps.url))
  const callers = new RateLimiter(OF_A_CALLER, now)
  for (const path of ['/api/*', '/metrics']) app.use(path, limitCaller(callers, authenticate(deps)))
  for (const path of ['/healthz', '/readyz']) app.use(path, limitCaller(callers, anonymous))
  addEndpoints(app, deps)
  refuseOtherMethods(app)
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
  oidcRoutes(app, deps)
  userRoutes(app, deps)
  ingestRoutes(app, deps)
  inventoryRoutes(app, deps)
  triageRoutes(app, deps)
  riskRoutes(app, deps)
  settingsRoutes(app, deps)
  notificationRoutes(app, deps)
  historyRoutes(app, deps)
  graphRoutes(app, deps)
  registerImportRoutes(app, deps)
  auditRoutes(app, deps)
  exportRoutes(app, deps)
}

function answerError(deps: Deps, error: Error, requestId: string): Response {
  const problem = problemOf(error)
  if (!(error instanceof HttpProblem))
    deps.log.error({ requestId, ...failureOf(error) }, 'unexpected failure')
  const { status, message, errors, headers } = problem
  return Response.json(problemBody(status, message, requestId, errors), {
    status,
    headers: {
      ...headers,
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
    },
  })
}

const RETRY_AFTER = { 'retry-after': '1' }

function problemOf(error: Error): HttpProblem {
  if (error instanceof HttpProblem) return error
  if (isUnavailable(error))
    return new HttpProblem(
      503,
      'The database cannot serve now; send the same request again.',
      undefined,
      RETRY_AFTER,
    )
  return new HttpProblem(500, 'The log says more under this request id.')
}
