import { writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { getFingerprintKey } from '@ai-census/api'
import type { ScanReport } from '@ai-census/schema'
import { CollectorAway, type CollectorClient, createCollectorClient } from '../collector-client.ts'
import { type Delivery, deliver } from '../deliver.ts'
import { ExitCode, UsageError } from '../exit-codes.ts'
import { failures, readBaseline } from '../fail-on.ts'
import { sayDelivery } from '../output/delivery.ts'
import { render, type ScanFormat } from '../output/index.ts'
import { coverageOfScan, isGap, runScan } from '../run-scan.ts'
import type { AnyScanner, ScannerName } from '../scanners.ts'
import { gatherConfig, settingsOf } from '../settings.ts'
import { createSpool, type Spool } from '../spool.ts'
import { fromCaller, localFingerprintKey, reasonOf, spoolFolder, stateFolder } from '../state.ts'

export interface ScanOptions {
  scanner: ScannerName
  set: string[]
  format: ScanFormat
  output?: string
  collector?: string
  token?: string
  wait: number
  failOn?: string[]
  baseline?: string
  ref?: string
  gitignore: boolean
  cache: boolean
  workers?: number
  quiet?: boolean
}

export async function scan(paths: string[], options: ScanOptions): Promise<void> {
  checkOptions(paths, options)
  const baseline = options.baseline ? readBaseline(fromCaller(options.baseline)) : null
  const target = options.collector ? createTarget(options.collector, options.token, options.wait) : null
  const reports: ScanReport[] = []
  const stop = stopOnSignal()
  const startedAt = new Date().toISOString()
  let scanId: string | null = null
  const source = options.scanner === 'code' ? 'code:local' : `${options.scanner}:default`
  reports.push(
    ...(await runScan({
      scanner: options.scanner,
      config: (scanner) =>
        gatherConfig(scanner, options.set, {
          ...(options.scanner === 'code' ? codeConfig(paths, options) : {}),
          ...cacheConfig(scanner, options),
        }),
      source,
      fingerprintKey: target ? await target.fingerprintKey() : localFingerprintKey(),
      quiet: options.quiet === true || (!process.stderr.isTTY && options.format !== 'terminal'),
      signal: stop.signal,
      onReport(report) {
        if (!target) return
        scanId ??= target.spool.start({
          scanner: report.scanner,
          version: report.version,
          catalogue: report.catalogue,
          source,
          startedAt,
        })
        target.spool.add(scanId, report)
      },
    })),
  )
  write(
    render(options.format, reports, {
      color: process.stdout.isTTY === true && !options.output && !process.env.NO_COLOR,
    }),
    options.output,
  )
  if (target && scanId)
    target.spool.finish(scanId, { finishedAt: new Date().toISOString(), coverage: coverageOfScan(reports) })
  const delivery = target
    ? await deliver(target.client, target.spool, Date.now() + options.wait * 1000)
    : null
  if (delivery) sayDelivery(delivery, target?.client.url ?? '')
  process.exitCode = exitCodeOf(reports, delivery, failures(reports, options.failOn ?? [], baseline))
}

function checkOptions(paths: string[], options: ScanOptions): void {
  if (options.scanner === 'code' && paths.length === 0) {
    throw new UsageError('name what to scan: `ai-census scan .` scans this folder (--help shows more)')
  }
  if (options.scanner !== 'code' && paths.length > 0)
    throw new UsageError(
      `the scanner ${options.scanner} takes no paths; its settings come by --set and from the environment`,
    )
  if (options.failOn?.includes('new-supplier') && !options.baseline) {
    throw new UsageError('--fail-on new-supplier needs --baseline, an earlier output of --format json')
  }
  if (options.workers !== undefined && !(options.workers >= 0))
    throw new UsageError('--workers takes a whole number')
  if (!(options.wait >= 0)) throw new UsageError('--wait takes a number of seconds')
}

const codeConfig = (paths: string[], options: ScanOptions) => ({
  paths: paths.map(absolute),
  ref: options.ref,
  gitignore: options.gitignore,
  workers: options.workers,
})

/** Where a scanner keeps what it wants to know next time. Two that read one repository must not displace each other. */
function cacheConfig(scanner: AnyScanner, options: ScanOptions): { cacheFolder?: string } {
  if (!options.cache || !settingsOf(scanner).some(({ name }) => name === 'cacheFolder')) return {}
  const folder = `${stateFolder()}/cache`
  return { cacheFolder: scanner.id === 'code' ? folder : `${folder}/${scanner.id}` }
}

/** A folder is meant from where the person stands; a git URL stays as it is. */
export const absolute = (path: string): string =>
  /^[a-z+]+:\/\/|^[\w.-]+@[\w.-]+:/i.test(path) ? path : fromCaller(path)

interface Target {
  client: CollectorClient
  spool: Spool
  fingerprintKey(): Promise<string>
}

function createTarget(url: string, token: string | undefined, wait: number): Target {
  const client = createCollectorClient(url, token)
  const spool = createSpool(spoolFolder(client.url))
  return { client, spool, fingerprintKey: () => fingerprintKeyOf(client, spool, wait) }
}

/**
 * Fingerprints join only under one key, so a scan for a collector asks for that collector's first. While it is
 * away, the key of last time serves, else this user's own: the scan goes on, its reports wait, and the redacted
 * form still joins what the fingerprint then cannot.
 */
async function fingerprintKeyOf(client: CollectorClient, spool: Spool, wait: number): Promise<string> {
  const deadline = Date.now() + wait * 1000
  for (let pause = 250; ; pause = Math.min(pause * 2, 5000)) {
    try {
      const { key } = await client.call(getFingerprintKey)
      spool.keepKey(key)
      return key
    } catch (error) {
      if (!(error instanceof CollectorAway)) throw error
      if (Date.now() + pause > deadline) return spool.keptKey() ?? localFingerprintKey()
      await sleep(pause)
    }
  }
}

export function stopOnSignal(): AbortController {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stop.abort(new UsageError('stopped; what was read so far is not reported'))
    })
  }
  return stop
}

function write(text: string, output: string | undefined): void {
  if (!output) {
    process.stdout.write(text)
    return
  }
  try {
    writeFileSync(fromCaller(output), text)
  } catch (error) {
    throw new UsageError(`cannot write ${output}: ${reasonOf(error)}`)
  }
}

function exitCodeOf(
  reports: readonly ScanReport[],
  delivery: Delivery | null,
  failed: readonly string[],
): number {
  for (const line of failed) process.stderr.write(`${line}\n`)
  if (delivery && delivery.refused.length > 0) return ExitCode.internal
  if (failed.length > 0) return ExitCode.found
  return reports.some(isGap) || delivery?.away ? ExitCode.incomplete : ExitCode.done
}
