import * as api from '@ai-census/api'
import type { Deps } from '../deps.ts'
import { type App, implement } from '../http/implement.ts'
import { getRisk, trySuggestion } from './get-risk.ts'

export function riskRoutes(app: App, deps: Deps): void {
  implement(app, deps, api.getRisk, async (_, { params }) => getRisk(deps, params.id))
  implement(app, deps, api.suggestRisk, async (_, { params, body }) =>
    trySuggestion(deps, params.id, body.answers),
  )
}
