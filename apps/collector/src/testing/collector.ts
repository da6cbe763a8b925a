import type { Database } from '@ai-census/db'
import { type CatalogueFacts, defaultSettings, emptyCatalogue, type Settings } from '@ai-census/inventory'
import { pino } from 'pino'
import { createOidcProvider } from '../access/oidc/provider.ts'
import { CALLBACK } from '../access/oidc/routes.ts'
import type { OidcSettings } from '../access/oidc/settings.ts'
import { defaultSessionLimits } from '../access/sessions.ts'
import { createApp } from '../app.ts'
import type { Deps } from '../deps.ts'
import { contentPolicyFor, type Dashboard } from '../http/dashboard.ts'
import { EventHub } from '../http/events.ts'
import { LOOPBACK_NAMES } from '../http/guards.ts'
import type { App } from '../http/implement.ts'
import { createMetrics } from '../http/metrics.ts'
import { hashSecret } from '../http/secrets.ts'
import { allowedOf } from '../notifications/address-guard.ts'
import { type NotificationSettings, noNotificationSettings } from '../notifications/settings.ts'
import { notificationTools } from '../notifications/tools.ts'
import { reconcileLedger } from '../reconcile/reconcile-ledger.ts'
import { createReconciler } from '../reconcile/worker.ts'
import { VERSION } from '../version.ts'

export const OPERATOR = 'aico_test-operator-token'

const catalogue: CatalogueFacts = {
  ...emptyCatalogue,
  supplier: (slug) => ({ name: slug.toUpperCase() }),
}

/** A clock that tests set; it starts at a fixed day. */
export interface Clock {
  now: () => Date
  pass(ms: number): void
  /** Lets time pass until then, if it has not already. */
  reach(instant: string): void
}

export function testClock(start = '2026-11-23T08:00:00.000Z'): Clock {
  let at = Date.parse(start)
  return {
    now: () => new Date(at),
    pass: (ms) => {
      at += ms
    },
    reach: (instant) => {
      at = Math.max(at, Date.parse(instant))
    },
  }
}

export interface TestCollector {
  app: App
  deps: Deps
  clock: Clock
  stop(): Promise<void>
}

const URL_HERE = 'http://127.0.0.1:7420'

/** Receivers on this machine, and a key that is no secret. */
const testNotifications: NotificationSettings = {
  ...noNotificationSettings,
  sealingKey: Buffer.alloc(32, 7),
  allowed: allowedOf('127.0.0.1'),
}

export const noDashboard: Dashboard = { files: new Map(), index: null, contentPolicy: contentPolicyFor('') }

export interface TestOptions {
  settings?: Partial<Settings>
  dashboard?: Dashboard
  catalogue?: CatalogueFacts
  oidc?: OidcSettings
  /** Default `http://127.0.0.1:7420`. */
  url?: string
  proxies?: number
  /** Default true; false leaves the inventory alone. */
  reconciles?: boolean
  notifications?: Partial<NotificationSettings>
  clock?: Clock
}

/** The real server over a test's database, without a socket. */
export function testCollector(database: Database, options: TestOptions = {}): TestCollector {
  const clock = options.clock ?? testClock()
  const url = options.url ?? URL_HERE
  const log = pino({ level: process.env.TEST_LOG ?? 'silent' })
  const deps: Deps = {
    database,
    log,
    now: clock.now,
    catalogue: options.catalogue ?? catalogue,
    settings: { ...defaultSettings, ...options.settings },
    sessionLimits: defaultSessionLimits,
    oidc: options.oidc ? createOidcProvider(options.oidc, () => `${url}${CALLBACK}`) : null,
    events: new EventHub(),
    metrics: createMetrics(),
    reconciler: createReconciler(
      options.reconciles === false ? async () => undefined : () => reconcileLedger(deps),
      log,
    ),
    notifications: notificationTools(
      { ...testNotifications, ...options.notifications },
      { dashboardUrl: () => url, wake: () => undefined },
    ),
    operatorHash: hashSecret(OPERATOR),
    url: () => url,
    version: VERSION,
  }
  const app = createApp(deps, {
    dashboard: options.dashboard ?? noDashboard,
    hosts: () => new Set([...LOOPBACK_NAMES, new URL(url).hostname]),
    proxies: options.proxies ?? 0,
  })
  return { app, deps, clock, stop: () => deps.reconciler.stop() }
}
