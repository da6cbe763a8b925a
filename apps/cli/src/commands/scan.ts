import type { ScanReport } from '@ai-census/schema'
import { z } from 'zod'
import type { Delivery } from '../deliver.ts'
import { ExitCode, UsageError } from '../exit-codes.ts'
import { failures, type UnregisteredSystem } from '../fail-on.ts'
import { parseOutputs, writeOutputs, writeText } from '../output/outputs.ts'
import { safe } from '../output/safe.ts'
import { coverageOfScan, isGap, runScan } from '../run-scan.ts'
import { gatherConfig } from '../settings.ts'
import { fromCaller, localFingerprintKey } from '../state.ts'
import { cacheConfig, checkOptions, codeConfig, type ScanOptions } from './scan-options.ts'
import type { Target } from './target.ts'

/** Whatever only some scans need is loaded where they need it: most of a small scan's time is loading. */
export async function scan(paths: string[], options: ScanOptions): Promise<void> {
  checkOptions(paths, options)
  // Making code for each schema pays for thousands of findings; a scan has some hundred.
  z.config({ jitless: true })
  const outputs = parseOutputs(options.format, options.output)
  const baseline = options.baseline ? (await baselines()).readBaseline(fromCaller(options.baseline)) : null
  const target = options.collector
    ? (await import('./target.ts')).createTarget(options.collector, options.token, options.wait)
    : null
  const quiet = options.quiet === true || (!process.stderr.isTTY && options.format.length > 0)
  const { signal } = stopOnSignal()
  const { reports, scanId } = await look(paths, options, target, quiet, signal)
  if (options.explain !== undefined) return sayExplanation(reports, options.explain)

  const comparison = baseline ? (await import('../baseline/compare.ts')).compare(reports, baseline) : null
  const said = (comparison?.unknownScopes ?? []).map(
    (scope) => `The baseline knows nothing of ${safe(scope)}; all of it counts as new.`,
  )
  say(said)
  const view = { reports, comparison }
  await writeOutputs(outputs, view)
  if (options.writeBaseline) writeText(options.writeBaseline, (await baselines()).renderBaseline(reports))

  const delivery = target && scanId ? await send(target, scanId, reports, options.wait) : null
  const wanted = options.failOn ?? []
  const asks = wanted.includes('unregistered') && target !== null && scanId !== null
  const unregistered = asks ? await unregisteredOf(target, scanId, delivery) : []
  const failed = failures({ reports, baseline, comparison, unregistered: unregistered ?? [] }, wanted)
  say(failed)
  const code = await exitCodeOf(reports, delivery, failed, unregistered === null)
  process.exitCode = code
  const { keepAnswer } = await import('../answers/keep.ts')
  await keepAnswer({ paths, options, outputs, view, said: [...said, ...failed], code }, signal)
}

function say(lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(`${line}\n`)
}

const baselines = () => import('../baseline/baseline.ts')

interface Looked {
  readonly reports: ScanReport[]
  /** Under which the reports wait for the collector; null without one. */
  readonly scanId: string | null
}

async function look(
  paths: string[],
  options: ScanOptions,
  target: Target | null,
  quiet: boolean,
  signal: AbortSignal,
): Promise<Looked> {
  const source = options.scanner === 'code' ? 'code:local' : `${options.scanner}:default`
  const startedAt = new Date().toISOString()
  let scanId: string | null = null
  const reports = await runScan({
    scanner: options.scanner,
    config: (scanner) =>
      gatherConfig(scanner, options.set, {
        ...(options.scanner === 'code' ? codeConfig(paths, options) : {}),
        ...cacheConfig(scanner, options),
      }),
    source,
    fingerprintKey: target ? await target.fingerprintKey() : localFingerprintKey(),
    quiet,
    signal,
    onReport(report) {
      if (!target) return
      const { scanner, version, catalogue } = report
      scanId ??= target.spool.start({ scanner, version, catalogue, source, startedAt })
      target.spool.add(scanId, report)
    },
  })
  return { reports, scanId }
}

async function sayExplanation(reports: readonly ScanReport[], key: string): Promise<void> {
  const { nearestKeys, renderExplanation } = await import('../output/explain.ts')
  const text = renderExplanation(reports, key)
  if (text === null)
    throw new UsageError(`there is no finding with the key ${safe(key)}.\n${nearestKeys(reports, key)}`)
  process.stdout.write(text)
  process.exitCode = reports.some(isGap) ? ExitCode.incomplete : ExitCode.done
}

async function send(
  { client, spool }: Target,
  scanId: string,
  reports: readonly ScanReport[],
  wait: number,
): Promise<Delivery> {
  spool.finish(scanId, { finishedAt: new Date().toISOString(), coverage: coverageOfScan(reports) })
  const { deliver } = await import('../deliver.ts')
  const delivery = await deliver(client, spool, Date.now() + wait * 1000)
  ;(await import('../output/delivery.ts')).sayDelivery(delivery, client.url)
  return delivery
}

/** Null where the collector could not say: then the build does not pass for all being registered. */
async function unregisteredOf(
  { client }: Target,
  scan: string,
  delivery: Delivery | null,
): Promise<readonly UnregisteredSystem[] | null> {
  const { listUnregistered } = await import('@ai-census/api')
  const { CollectorAway } = await import('../collector-client.ts')
  try {
    if (!delivery?.away) return (await client.call(listUnregistered, { params: { scan } })).systems
  } catch (error) {
    if (!(error instanceof CollectorAway)) throw error
  }
  process.stderr.write('fail-on unregistered: the collector could not be asked, so that nobody knows.\n')
  return null
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

async function exitCodeOf(
  reports: readonly ScanReport[],
  delivery: Delivery | null,
  failed: readonly string[],
  unanswered: boolean,
): Promise<number> {
  const refused = delivery && (await import('../deliver.ts')).refusedCode(delivery)
  if (refused) return refused
  if (failed.length > 0) return ExitCode.found
  return reports.some(isGap) || delivery?.away || unanswered ? ExitCode.incomplete : ExitCode.done
}
