import { isOperatorError, OperatorError } from '@ai-census/db'
import { pino } from 'pino'
import { oidcSettings } from './access/oidc/settings.ts'
import { Env } from './env.ts'
import { notificationSettings } from './notifications/settings.ts'
import { startCollector } from './start-collector.ts'

const HOUR_MS = 60 * 60_000

/** The collector as a service of its own, configured by the environment. */
async function main(): Promise<void> {
  const env = Env.safeParse(process.env)
  if (!env.success)
    throw new OperatorError(env.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; '))
  const { data } = env
  const log = pino({ level: data.AI_CENSUS_LOG_LEVEL }, pino.destination(2))
  const collector = await startCollector({
    ...(data.DATABASE_URL ? { databaseUrl: data.DATABASE_URL } : { dataFolder: data.AI_CENSUS_DATA }),
    host: data.AI_CENSUS_HOST,
    port: data.AI_CENSUS_PORT,
    ...(data.AI_CENSUS_URL ? { publicUrl: data.AI_CENSUS_URL } : {}),
    ...(data.AI_CENSUS_DASHBOARD ? { dashboardFolder: data.AI_CENSUS_DASHBOARD } : {}),
    proxies: data.AI_CENSUS_PROXIES,
    oidc: oidcSettings(data),
    notifications: notificationSettings(data),
    sessionLimits: {
      idleMs: data.AI_CENSUS_SESSION_IDLE_HOURS * HOUR_MS,
      mostMs: data.AI_CENSUS_SESSION_HOURS * HOUR_MS,
    },
    log,
  })
  // A link in the output of a service is a key in its log: only while nobody else can let people in.
  const signIn = (await collector.hasAdministrator())
    ? `${collector.url}/sign-in`
    : await collector.signInLink()
  process.stdout.write(`AI Census listens at ${collector.url}\nSign in: ${signIn}\n`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void collector.close())
}

main().catch((error: unknown) => {
  const text = isOperatorError(error)
    ? error.message
    : error instanceof Error
      ? (error.stack ?? error.message)
      : String(error)
  process.stderr.write(`${text}\n`)
  process.exitCode = isOperatorError(error) ? 2 : 4
})
