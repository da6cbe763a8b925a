import * as api from '@ai-census/api'
import { causeOf } from '../access/access-events.ts'
import type { Deps } from '../deps.ts'
import { type App, implement } from '../http/implement.ts'
import {
  changeDestination,
  createDestination,
  removeDestination,
  renewSigningSecret,
} from './change-destinations.ts'
import { listDeliveries } from './list-deliveries.ts'
import { listDestinations } from './list-destinations.ts'
import { sendAgain, testDestination } from './send-again.ts'

export function notificationRoutes(app: App, deps: Deps): void {
  implement(app, deps, api.listDestinations, async () => listDestinations(deps))
  implement(app, deps, api.createDestination, async (_, { body, actor, c }) =>
    createDestination(deps, body, causeOf(c, actor)),
  )
  implement(app, deps, api.changeDestination, async (_, { params, body, actor, c }) =>
    changeDestination(deps, params.id, body, causeOf(c, actor)),
  )
  implement(app, deps, api.removeDestination, async (_, { params, actor, c }) => {
    await removeDestination(deps, params.id, causeOf(c, actor))
    return {}
  })
  implement(app, deps, api.renewSigningSecret, async (_, { params, actor, c }) =>
    renewSigningSecret(deps, params.id, causeOf(c, actor)),
  )
  implement(app, deps, api.testDestination, async (_, { params }) => testDestination(deps, params.id))
  implement(app, deps, api.listDeliveries, async (_, { query }) => listDeliveries(deps, query))
  implement(app, deps, api.sendAgain, async (_, { params }) => sendAgain(deps, params.id))
}
