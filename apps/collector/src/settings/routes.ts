import * as api from '@ai-census/api'
import { organisationSettings } from '@ai-census/inventory'
import type { Deps } from '../deps.ts'
import { type App, implement } from '../http/implement.ts'
import { settingsInForce } from '../reconcile/settings-in-force.ts'

export function settingsRoutes(app: App, deps: Deps): void {
  implement(app, deps, api.getSettings, async () => ({
    settings: organisationSettings(await settingsInForce(deps, deps.database.orm)),
    defaults: organisationSettings(deps.settings),
  }))
}
