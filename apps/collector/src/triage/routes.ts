import * as api from '@ai-census/api'
import type { Deps } from '../deps.ts'
import { authorOf } from '../http/auth.ts'
import { type App, implement } from '../http/implement.ts'
import { listDecisions } from './list-decisions.ts'
import { listProposals } from './list-proposals.ts'
import { listQueue } from './list-queue.ts'
import { recordDecision } from './record-decision.ts'

export function triageRoutes(app: App, deps: Deps): void {
  implement(app, deps, api.listQueue, async (_, { query }) => listQueue(deps, query))
  implement(app, deps, api.listProposals, async (_, { query }) => listProposals(deps, query))
  implement(app, deps, api.listDecisions, async (_, { query }) => listDecisions(deps, query))
  implement(app, deps, api.recordDecision, async (_, { body, actor }) =>
    recordDecision(deps, body, authorOf(actor)),
  )
}
