import * as api from '@ai-census/api'
import type { Deps } from '../deps.ts'
import { type App, implement } from '../http/implement.ts'
import { getGraph } from './get-graph.ts'

export function graphRoutes(app: App, deps: Deps): void {
  implement(app, deps, api.getGraph, async (_, { query }) => getGraph(deps, query))
}
