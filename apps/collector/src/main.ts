import { isOperatorError, OperatorError } from '@ai-census/db'
import { pino } from 'pino'
import { Env } from './env.ts'
import { startCollector } from './start-collector.ts'

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
    log,
  })
  process.stdout.write(`AI Census listens at ${collector.url}\nSign in: ${collector.signInLink()}\n`)
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
