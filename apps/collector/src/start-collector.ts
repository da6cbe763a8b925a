import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Database, openDatabase } from '@ai-census/db'
import { defaultSettings } from '@ai-census/inventory'
import { type Catalogue, loadCatalogue } from '@ai-census/signatures'
import { type Logger, pino } from 'pino'
import { createOidcProvider } from './access/oidc/provider.ts'
import { CALLBACK } from './access/oidc/routes.ts'
import type { OidcSettings } from './access/oidc/settings.ts'
import { defaultSessionLimits, type SessionLimits } from './access/sessions.ts'
import { hasAdministrator, makeOwnerLink } from './access/sign-in-link.ts'
import { createApp } from './app.ts'
import { catalogueFacts } from './catalogue.ts'
import type { Deps } from './deps.ts'
import { loadDashboard } from './http/dashboard.ts'
import { EventHub } from './http/events.ts'
import { LOOPBACK_NAMES } from './http/guards.ts'
import { createMetrics } from './http/metrics.ts'
import { relayEvents } from './http/relay-events.ts'
import { hashSecret, newSecret } from './http/secrets.ts'
import { listen } from './listen.ts'
import { createNotifier, type Notifier } from './notifications/notifier.ts'
import { keyOfFolder } from './notifications/sealing-key.ts'
import { type NotificationSettings, noNotificationSettings } from './notifications/settings.ts'
import { notificationTools } from './notifications/tools.ts'
import { reconcileLedger } from './reconcile/reconcile-ledger.ts'
import { createReconciler, type Reconciler } from './reconcile/worker.ts'
import { VERSION } from './version.ts'

export interface CollectorOptions {
  /** The folder of the embedded database; made when absent. */
  dataFolder?: string
  /** A gzipped dump that a new embedded database starts from. */
  snapshot?: string
  /** `postgres://…`, instead of the embedded database. */
  databaseUrl?: string
  /** Default 127.0.0.1. */
  host?: string
  /** Default 7420; 0 takes any free one. */
  port?: number
  /** Where people reach it when a proxy stands before. */
  publicUrl?: string
  /** How many proxies of one's own stand before it. Default 0. */
  proxies?: number
  /** The organisation's identity provider. */
  oidc?: OidcSettings | null
  sessionLimits?: SessionLimits
  /** Default: the data folder's own sealing key, no receivers but the public internet's, no mail. */
  notifications?: NotificationSettings
  /** Takes another free port when the wanted one is in use. */
  freePortIfTaken?: boolean
  /** The dashboard's static build. */
  dashboardFolder?: string | undefined
  /** What the signatures know; default: the checkout's own. A bundle must give it. */
  catalogue?: Catalogue
  log?: Logger
}

export interface Collector {
  /** Without a slash at the end. */
  url: string
  port: number
  /** A new one-time link for the owner, valid for 15 minutes; only the page while the owner is disabled. */
  signInLink(): Promise<string>
  /** Whether somebody besides the owner administrates, so that nobody needs the owner's link. */
  hasAdministrator(): Promise<boolean>
  /** Lets requests at hand end, closes the database and releases the folder. */
  close(): Promise<void>
}

/**
 * Starts the collector. Throws an OperatorError where the surroundings are at fault: a port or a folder in use,
 * data of a newer version, a database that cannot be reached.
 */
export async function startCollector(options: CollectorOptions): Promise<Collector> {
  const log = options.log ?? pino({ level: 'warn' }, pino.destination(2))
  const database = await openDatabase({
    ...(options.databaseUrl ? { url: options.databaseUrl } : {}),
    ...(options.dataFolder ? { folder: options.dataFolder } : {}),
    ...(options.snapshot ? { snapshot: options.snapshot } : {}),
    log,
  })
  const notifications = await notificationsOf(options, database)
  const operatorToken = newSecret('aico_')
  let url = ''
  let notifier: Notifier | null = null
  const now = () => new Date()
  const deps: Deps = {
    database,
    log,
    now,
    catalogue: catalogueFacts(options.catalogue ?? loadCatalogue()),
    settings: defaultSettings,
    sessionLimits: options.sessionLimits ?? defaultSessionLimits,
    oidc: options.oidc ? createOidcProvider(options.oidc, () => `${url}${CALLBACK}`) : null,
    events: new EventHub(),
    metrics: createMetrics(),
    reconciler: createReconciler(() => reconcileLedger(deps), log),
    notifications: notificationTools(notifications, {
      dashboardUrl: () => (options.publicUrl ? url : null),
      wake: () => notifier?.wake(),
    }),
    operatorHash: options.dataFolder ? hashSecret(operatorToken) : null,
    url: () => url,
    version: VERSION,
  }
  const host = options.host ?? '127.0.0.1'
  const app = createApp(deps, {
    dashboard: loadDashboard(options.dashboardFolder ?? null),
    hosts: () => hostsOf(host, options.publicUrl),
    proxies: options.proxies ?? 0,
  })
  try {
    const server = await listen(app, {
      host,
      port: options.port ?? 7420,
      freePortIfTaken: options.freePortIfTaken ?? false,
    })
    url = options.publicUrl?.replace(/\/$/, '') ?? server.url
    database.announce(url)
    const withdraw = announceOperator(options, server.url, operatorToken)
    const calendar = followCalendar(deps.reconciler)
    const endRelay = relayEvents(deps.events, database)
    notifier = startNotifier(deps)
    deps.reconciler.wake()
    return {
      url,
      port: server.port,
      signInLink: async () => (await makeOwnerLink(deps))?.link ?? `${url}/sign-in`,
      hasAdministrator: () => hasAdministrator(deps),
      close: once(async () => {
        clearInterval(calendar)
        withdraw()
        deps.events.close()
        await server.close()
        await deps.reconciler.stop()
        await notifier?.stop()
        await endRelay()
        await database.close()
      }),
    }
  } catch (error) {
    await deps.reconciler.stop()
    await database.close()
    throw error
  }
}

/** On loopback no other name leads here, unless a proxy's does. */
function hostsOf(host: string, publicUrl: string | undefined): ReadonlySet<string> | null {
  const own = publicUrl ? [new URL(publicUrl).hostname] : []
  const isLoopback = host === '127.0.0.1' || host === '::1' || host === 'localhost'
  if (isLoopback) return new Set([...LOOPBACK_NAMES, ...own])
  return publicUrl ? new Set([...LOOPBACK_NAMES, ...own, host]) : null
}

/** Who may read the data folder may operate its collector: commands on this machine find their way by this file. */
function announceOperator(options: CollectorOptions, url: string, operatorToken: string): () => void {
  if (!options.dataFolder) return () => undefined
  const file = join(options.dataFolder, 'collector.json')
  rmSync(file, { force: true })
  writeFileSync(file, JSON.stringify({ url, operatorToken }), { mode: 0o600 })
  return () => rmSync(file, { force: true })
}

/** Without a key of the environment's, the data folder has one. */
async function notificationsOf(
  { notifications, dataFolder }: CollectorOptions,
  database: Database,
): Promise<NotificationSettings> {
  const settings = notifications ?? noNotificationSettings
  if (settings.sealingKey || !dataFolder) return settings
  try {
    return { ...settings, sealingKey: keyOfFolder(dataFolder) }
  } catch (error) {
    await database.close()
    throw error
  }
}

/** Whatever changes the inventory may be news, also at another collector of the same database. */
function startNotifier(deps: Deps): Notifier {
  const notifier = createNotifier(deps, deps.log)
  deps.events.subscribe(({ type }) => {
    if (type === 'inventory') notifier.wake()
  })
  notifier.wake()
  return notifier
}

const HOUR_MS = 60 * 60_000

/** Flags that follow the calendar are looked at again without any news. */
function followCalendar(reconciler: Reconciler): NodeJS.Timeout {
  const timer = setInterval(() => reconciler.wake(), HOUR_MS)
  timer.unref()
  return timer
}

function once(close: () => Promise<void>): () => Promise<void> {
  let closing: Promise<void> | undefined
  return () => {
    closing ??= close()
    return closing
  }
}
