import * as api from '@ai-census/api'
import type { Deps } from '../deps.ts'
import { type App, implement } from '../http/implement.ts'
import { verifyDecisionLog } from './verify-log.ts'

export function auditRoutes(app: App, deps: Deps): void {
  implement(app, deps, api.verifyLog, async (_, { query }) => verifyDecisionLog(deps, query.head))
}
