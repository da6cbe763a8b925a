import * as api from '@ai-census/api'
import { organisationSettings, settingsOf, settingsSetBy } from '@ai-census/inventory'
import type { Deps } from '../deps.ts'
import { type App, implement } from '../http/implement.ts'
import { decisionsOnSettings, versionOfSettings } from '../reconcile/settings-in-force.ts'

export function settingsRoutes(app: App, deps: Deps): void {
  implement(app, deps, api.getSettings, async () => {
    const decisions = await decisionsOnSettings(deps.database.orm)
    const settings = settingsOf(decisions, deps.settings)
    return {
      settings: organisationSettings(settings),
      defaults: organisationSettings(deps.settings),
      setBy: settingsSetBy(decisions),
      version: versionOfSettings(settings),
    }
  })
}
