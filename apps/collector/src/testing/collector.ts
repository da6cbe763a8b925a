import type { Database } from '@ai-census/db'
import { type CatalogueFacts, defaultSettings, emptyCatalogue, type Settings } from '@ai-census/inventory'
import { pino } from 'pino'
import { SignInCodes } from '../access/sign-in-codes.ts'
import { createApp } from '../app.ts'
import type { Deps } from '../deps.ts'
import { contentPolicyFor, type Dashboard } from '../http/dashboard.ts'
import { EventHub } from '../http/events.ts'
import { LOOPBACK_NAMES } from '../http/guards.ts'
import type { App } from '../http/implement.ts'
import { createMetrics } from '../http/metrics.ts'
import { hashSecret } from '../http/secrets.ts'
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

export const noDashboard: Dashboard = { files: new Map(), index: null, contentPolicy: contentPolicyFor('') }

/** The real server over a test's database, without a socket; `reconciles: false` leaves the inventory alone. */
export function testCollector(
  database: Database,
  options: { settings?: Partial<Settings>; dashboard?: Dashboard; reconciles?: boolean } = {},
): TestCollector {
  const clock = testClock()
  const log = pino({ level: process.env.TEST_LOG ?? 'silent' })
  const deps: Deps = {
    database,
    log,
    now: clock.now,
    catalogue,
    settings: { ...defaultSettings, ...options.settings },
    codes: new SignInCodes(clock.now),
    events: new EventHub(),
    metrics: createMetrics(),
    reconciler: createReconciler(
      options.reconciles === false ? async () => undefined : () => reconcileLedger(deps),
      log,
    ),
    operatorHash: hashSecret(OPERATOR),
    url: () => 'http://127.0.0.1:7420',
    version: VERSION,
  }
  const app = createApp(deps, { dashboard: options.dashboard ?? noDashboard, hosts: () => LOOPBACK_NAMES })
  return { app, deps, clock, stop: () => deps.reconciler.stop() }
}
