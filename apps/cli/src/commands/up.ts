import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { notificationSettingsOf, startCollector } from '@ai-census/collector'
import type { ScanReport } from '@ai-census/schema'
import { acmeJobs } from '../acme.ts'
import { deliver } from '../deliver.ts'
import { ExitCode, UsageError } from '../exit-codes.ts'
import { operatorClient } from '../local-collector.ts'
import { sayDelivery } from '../output/delivery.ts'
import { summary } from '../output/terminal.ts'
import { dashboardFolder } from '../places.ts'
import { coverageOfScan, isGap, runScan } from '../run-scan.ts'
import type { ScanJob } from '../scan-job.ts'
import { createSpool } from '../spool.ts'
import { fromCaller, reasonOf } from '../state.ts'
import { absolute } from './scan-options.ts'

interface Options {
  data: string
  port: number
  host: string
  scan: boolean
  once?: boolean
}

export async function up(targets: string[], options: Options): Promise<void> {
  const data = fromCaller(options.data)
  makeFolder(data)
  const stop = new AbortController()
  const stopped = untilSignal(stop)
  say(
    existsSync(join(data, 'targets.json')) ? 'Opening the inventory …' : `Making the inventory in ${data} …`,
  )
  const collector = await startCollector({
    dataFolder: data,
    host: options.host,
    port: options.port,
    freePortIfTaken: true,
    dashboardFolder: dashboardFolder(),
    notifications: notificationSettingsOf(process.env),
  })
  try {
    say(`Dashboard: ${await collector.signInLink()}`)
    if (options.scan) await scanAll(targets, data, stop.signal)
    if (options.once || stop.signal.aborted) return
    say('Press Ctrl-C to stop.')
    await stopped
  } finally {
    say('Stopping …')
    await collector.close()
  }
}

function makeFolder(data: string): void {
  try {
    mkdirSync(data, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw new UsageError(
      `cannot make the data folder ${data} (${reasonOf(error)}); name another one with --data`,
    )
  }
}

const say = (line: string) => process.stdout.write(`${line}\n`)

/** Resolves at Ctrl-C or SIGTERM; a second one ends the process at once. */
function untilSignal(stop: AbortController): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (stop.signal.aborted) process.exit(signal === 'SIGINT' ? 130 : 143)
        stop.abort()
        resolve()
      })
    }
  })
}

async function scanAll(targets: string[], data: string, signal: AbortSignal): Promise<void> {
  const { jobs, close } = await jobsFor(targets, data)
  try {
    for (const job of jobs) {
      if (signal.aborted) return
      await scanOne(job, data, signal)
    }
  } finally {
    await close()
  }
}

/** What was named; else what was named last time; else the made-up company. */
async function jobsFor(
  targets: string[],
  data: string,
): Promise<{ jobs: ScanJob[]; close(): Promise<void> }> {
  const remembered = join(data, 'targets.json')
  const named = targets.length > 0 ? targets.map(absolute) : readTargets(remembered)
  if (named === null || named.length === 0) {
    writeFileSync(remembered, '[]')
    say('Nothing was named, so this looks at Acme, a made-up company. `ai-census up PATH` looks at your own.')
    return acmeJobs(data)
  }
  writeFileSync(remembered, JSON.stringify(named))
  const jobs: ScanJob[] = [
    { scanner: 'code', source: 'code:local', config: { paths: named, cacheFolder: join(data, 'cache') } },
  ]
  return { jobs, close: async () => undefined }
}

function readTargets(file: string): string[] | null {
  // Only this file writes it.
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : null
}

/** The same road as from any other machine: through the spool and over HTTP. */
async function scanOne(job: ScanJob, data: string, signal: AbortSignal): Promise<void> {
  const client = operatorClient({ data })
  const spool = createSpool(join(data, 'spool'))
  const { getFingerprintKey } = await import('@ai-census/api')
  const { key } = await client.call(getFingerprintKey)
  const startedAt = new Date().toISOString()
  let scan: string | null = null
  const reports: ScanReport[] = await runScan({
    scanner: job.scanner,
    config: () => job.config,
    source: job.source,
    fingerprintKey: key,
    quiet: false,
    signal,
    onReport(report) {
      scan ??= spool.start({
        scanner: report.scanner,
        version: report.version,
        catalogue: report.catalogue,
        source: job.source,
        startedAt,
      })
      spool.add(scan, report)
    },
  })
  if (scan) spool.finish(scan, { finishedAt: new Date().toISOString(), coverage: coverageOfScan(reports) })
  const delivery = await deliver(client, spool, Date.now() + 30_000)
  for (const report of reports) say(`  ${report.scope.title}: ${summary([report])}`)
  say(`${job.scanner}: ${summary(reports)}`)
  if (delivery.refused.length > 0 || delivery.away) sayDelivery(delivery, client.url)
  if (reports.some(isGap)) {
    say('Some places could not be read; the Coverage page lists them.')
    process.exitCode = ExitCode.incomplete
  }
}
