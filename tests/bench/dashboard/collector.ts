import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../../support/cli.ts'

export interface RunningCollector {
  base: string
  /** One-time: signs the first person in. */
  link: string
  stop(): Promise<void>
}

const LINK = /Sign in: (http:\/\/\S+#\S+)/

/** The collector as a service of its own, with the built dashboard, on a database that is filled already. */
export async function startServing(databaseUrl: string): Promise<RunningCollector> {
  const child = spawn(process.execPath, [join(root, 'apps', 'collector', 'src', 'main.ts')], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: databaseUrl,
      AI_CENSUS_PORT: '0',
      AI_CENSUS_DASHBOARD: join(root, 'apps', 'dashboard', 'build'),
      AI_CENSUS_LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  let said = ''
  const link = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const [, found] = LINK.exec(said) ?? []
      if (found) resolve(found)
    })
    void ended.then(() => reject(new Error(`the collector ended with ${child.exitCode}: ${said}`)))
  })
  return { base: new URL(link).origin, link, stop }
}
