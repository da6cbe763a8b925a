import { setTimeout as sleep } from 'node:timers/promises'
import { confirmScopes, finishScan, putReport, type ReportChange, startScan } from '@ai-census/api'
import { CollectorAnswer, CollectorAway, type CollectorClient } from './collector-client.ts'
import { ExitCode } from './exit-codes.ts'
import type { Spool, SpooledReport, SpooledStart } from './spool.ts'

export interface Delivery {
  sent: number
  /** Scopes whose content the collector had already. */
  confirmed: number
  /** Files of reports that the collector will never take, with why. */
  refused: { file: string; problem: string; status: number }[]
  /** Reports that still wait, and why. */
  waiting: number
  away: string | null
  changes: ScopeChange[]
}

/** What the collector says that one report changed. */
export interface ScopeChange extends ReportChange {
  scope: string
}

/** A token that may not report for a place is the caller's to change; any other refusal is our fault. */
export const refusedCode = ({ refused }: Delivery): number | null =>
  refused.length === 0
    ? null
    : refused.every(({ status }) => status === 403)
      ? ExitCode.usage
      : ExitCode.internal

/** As many as one request may confirm. */
const BATCH = 10_000
const LONGEST_PAUSE_MS = 10_000

/**
 * Sends all that waits, oldest scan first. While the collector is away it tries again until `deadline`
 * (milliseconds since the epoch); what it has not taken by then stays in the spool.
 */
export async function deliver(client: CollectorClient, spool: Spool, deadline: number): Promise<Delivery> {
  const delivery: Delivery = { sent: 0, confirmed: 0, refused: [], waiting: 0, away: null, changes: [] }
  for (let attempt = 0; ; attempt++) {
    try {
      for (const { scan, start, finish } of spool.scans()) {
        await sendScan(client, spool, scan, start, delivery)
        if (finish) {
          await client.call(finishScan, { params: { scan }, body: finish })
          spool.close(scan)
        }
      }
      return delivery
    } catch (error) {
      if (error instanceof CollectorAnswer) throw tellingWhatWaits(error, waitingIn(spool), client.url)
      if (!(error instanceof CollectorAway)) throw error
      const pause = (error.retryAfter ?? 0) * 1000 || Math.min(LONGEST_PAUSE_MS, 250 * 2 ** attempt)
      if (Date.now() + pause > deadline) {
        delivery.away = error.message
        delivery.waiting = waitingIn(spool)
        return delivery
      }
      await sleep(pause)
    }
  }
}

const waitingIn = (spool: Spool): number =>
  spool.scans().reduce((sum, { scan }) => sum + spool.reports(scan).length, 0)

export const whatWaits = (reports: number, url: string): string =>
  `${reports === 1 ? '1 report waits' : `${reports} reports wait`} on disk and ${reports === 1 ? 'goes' : 'go'} out with the next scan, or with \`ai-census send --collector ${url}\`.`

/** The collector would not even begin: what was scanned is not lost, and whoever puts it right can send it. */
const tellingWhatWaits = (answer: CollectorAnswer, reports: number, url: string): CollectorAnswer =>
  reports === 0 ? answer : new CollectorAnswer(answer.status, `${answer.message}\n${whatWaits(reports, url)}`)

async function sendScan(
  client: CollectorClient,
  spool: Spool,
  scan: string,
  start: SpooledStart,
  delivery: Delivery,
): Promise<void> {
  const reports = spool.reports(scan)
  await client.call(startScan, { params: { scan }, body: start })
  for (let at = 0; at < reports.length; at += BATCH) {
    const batch = reports.slice(at, at + BATCH)
    const needed = await confirm(client, spool, scan, batch, delivery)
    for (const report of batch)
      if (needed.has(report.scope)) await sendReport(client, spool, scan, report, delivery)
  }
}

/** One small request for many scopes; gives those that must be sent whole. */
async function confirm(
  client: CollectorClient,
  spool: Spool,
  scan: string,
  batch: SpooledReport[],
  delivery: Delivery,
): Promise<Set<string>> {
  const scopes = batch.map(({ scope, digest, at }) => ({ key: scope, digest, at }))
  const { confirmed } = await client.call(confirmScopes, { params: { scan }, body: { scopes } })
  const known = new Set(confirmed)
  for (const report of batch) if (known.has(report.scope)) spool.taken(scan, report)
  delivery.confirmed += known.size
  return new Set(batch.map((report) => report.scope).filter((scope) => !known.has(scope)))
}

async function sendReport(
  client: CollectorClient,
  spool: Spool,
  scan: string,
  report: SpooledReport,
  delivery: Delivery,
): Promise<void> {
  const body = await spool.body(report)
  if (body === null) return
  try {
    const gzip = { body, media: report.media }
    const { change } = await client.call(putReport, { params: { scan }, gzip })
    delivery.changes.push({ ...change, scope: report.scope })
    delivery.sent += 1
    spool.taken(scan, report)
  } catch (error) {
    if (!(error instanceof CollectorAnswer)) throw error
    const problem = `${report.scope}: ${error.message}`
    delivery.refused.push({ file: spool.refuse(scan, report, problem), problem, status: error.status })
  }
}
