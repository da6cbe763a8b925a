import * as api from '@ai-census/api'
import type { Deps } from '../deps.ts'
import { type App, implement } from '../http/implement.ts'
import { getDifference } from './get-difference.ts'
import { getTrend } from './get-trend.ts'
import { listStates } from './list-states.ts'

export function historyRoutes(app: App, deps: Deps): void {
  implement(app, deps, api.getDifference, async (_, { query }) => getDifference(deps, query))
  implement(app, deps, api.getTrend, async (_, { query }) => getTrend(deps, query.days))
  implement(app, deps, api.listStates, async (_, { query }) => listStates(deps, query))
}
