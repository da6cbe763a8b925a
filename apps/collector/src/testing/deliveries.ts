import { setTimeout as sleep } from 'node:timers/promises'
import type { CollectorClient } from '@ai-census/api/client'
import type { ScanReport } from '@ai-census/schema'
import { finding, report } from './requests.ts'

/** One report of one scan, as a scanner would send it. */
export interface Delivery {
  scan: string
  report: ScanReport
}

export const nameOf = ({ scan, report: { scope } }: Delivery): string => `${scan} ${scope.key}`

const SCOPES = 24
const MOST_KEYS = 6
const START = Date.UTC(2026, 10, 23, 8)

/**
 * What a seeded scanner says of one of a few scopes at its n-th look: some findings, some of them changed. A scan looks
 * at each scope once, so every so many looks another one begins; `scans` is what their ids have in common.
 */
export function deliveryOf(scans: string, n: number, random: () => number): Delivery {
  const scan =
    scans.slice(0, -4) +
    Math.floor(n / SCOPES)
      .toString(16)
      .padStart(4, '0')
  const at = new Date(START + n * 60_000).toISOString()
  const keys = Array.from({ length: MOST_KEYS }, (_, i) => i).filter(() => random() < 0.8)
  const findings = keys.map((key) =>
    finding(`service:${key}`, { name: random() < 0.2 ? `service ${n}` : 'service' }),
  )
  return { scan, report: report({ scope: `git:acme/s${n % SCOPES}`, at, findings }) }
}

export const startBody = { scanner: 'code', version: '1.0.0', catalogue: 'c1', source: 'code:x' }

export async function startScan(client: CollectorClient, scan: string): Promise<Response> {
  const body = { ...startBody, startedAt: new Date(START).toISOString() }
  const { response } = await client.PUT('/api/v1/scans/{scan}', { params: { path: { scan } }, body })
  return response
}

export async function put(
  client: CollectorClient,
  { scan, report: body }: Delivery,
): Promise<{ response: Response; error?: unknown }> {
  return client.PUT('/api/v1/scans/{scan}/report', { params: { path: { scan } }, body })
}

/** What a refusal must look like, whatever happened inside. */
export interface Refusal {
  status: number
  type: string | null
  retryAfter: string | null
  body: string
}

/** Sends until it is taken, as a scanner does. Gives every answer that was no success. */
export async function putUntilTaken(
  client: CollectorClient,
  delivery: Delivery,
  pauseMs = 50,
): Promise<Refusal[]> {
  const refusals: Refusal[] = []
  for (;;) {
    const started = await startScan(client, delivery.scan)
    const { response, error } = started.ok
      ? await put(client, delivery)
      : { response: started, error: 'the scan could not be started' }
    if (response.ok) return refusals
    const { status, headers } = response
    refusals.push({
      status,
      type: headers.get('content-type'),
      retryAfter: headers.get('retry-after'),
      body: JSON.stringify(error),
    })
    await sleep(pauseMs)
  }
}
