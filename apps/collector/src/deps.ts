import type { Database } from '@ai-census/db'
import type { CatalogueFacts, Settings } from '@ai-census/inventory'
import type { Logger } from 'pino'
import type { OidcProvider } from './access/oidc/provider.ts'
import type { SessionLimits } from './access/sessions.ts'
import type { EventHub } from './http/events.ts'
import type { Metrics } from './http/metrics.ts'
import type { NotificationTools } from './notifications/tools.ts'
import type { Reconciler } from './reconcile/worker.ts'

/** All that the verbs need from outside. Tests make their own. */
export interface Deps {
  database: Database
  log: Logger
  now: () => Date
  catalogue: CatalogueFacts
  /** What holds where nobody decided otherwise; `settingsInForce` has what holds. */
  settings: Settings
  sessionLimits: SessionLimits
  /** The organisation's identity provider; null: people sign in by links only. */
  oidc: OidcProvider | null
  events: EventHub
  metrics: Metrics
  reconciler: Reconciler
  notifications: NotificationTools
  /** SHA-256 of the operator's token, null when there is none. */
  operatorHash: string | null
  /** Where people reach this collector, without a slash at the end; known once it listens. */
  url: () => string
  version: string
}
