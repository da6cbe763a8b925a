import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openTestDatabase } from '@ai-census/db/testing'
import { expect, it, onTestFinished, vi } from 'vitest'
import { type CollectorProcess, end, startCollectorProcess } from '../testing/collector-process.ts'
import { putUntilTaken } from '../testing/deliveries.ts'
import { finding, report } from '../testing/requests.ts'

/** `MEMORY_REPORTS=200` is the whole stream; some of it shows a leak as well. */
const REPORTS = Number(process.env.MEMORY_REPORTS ?? 14)
const FINDINGS = 5000
const SCOPES = 4
/** What the process may hold at any time, and how much more at the end than when it had seen every scope twice. */
const MOST_MB = 1000
const MOST_GROWTH_MB = 250

vi.setConfig({ testTimeout: 300_000 + REPORTS * 30_000 })

/** A rescan of a large scope in which a tenth says something new. */
function largeReport(n: number) {
  const findings = Array.from({ length: FINDINGS }, (_, i) =>
    finding(`service:${i}`, { name: `${i} ${i % 10 === n % 10 ? n : ''}` }),
  )
  const at = new Date(Date.UTC(2026, 10, 23, 8, n)).toISOString()
  return { scan: crypto.randomUUID(), report: report({ scope: `git:acme/s${n % SCOPES}`, at, findings }) }
}

async function megabytesOf({ url, token }: CollectorProcess): Promise<number> {
  const answer = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${token}` } })
  const [, bytes] = /^process_resident_memory_bytes (\d+)/m.exec(await answer.text()) ?? []
  return Math.round(Number(bytes) / 1e6)
}

it(`${REPORTS} reports of ${FINDINGS} findings stream through a collector whose memory stays where it was`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ai-census-memory-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const database = await openTestDatabase('postgres')
  onTestFinished(() => database.close())
  const running = await startCollectorProcess({ folder, databaseUrl: database.url })
  onTestFinished(() => end(running))
  const curve: number[] = [await megabytesOf(running)]
  for (let n = 0; n < REPORTS; n++) {
    expect(await putUntilTaken(running.client, largeReport(n))).toEqual([])
    curve.push(await megabytesOf(running))
  }
  process.stdout.write(`resident memory in MB after each report: ${curve.join(' ')}\n`)
  const warm = Math.max(...curve.slice(0, 2 * SCOPES + 1))
  expect(Math.max(...curve)).toBeLessThan(MOST_MB)
  expect(Math.max(...curve) - warm).toBeLessThan(MOST_GROWTH_MB)
})
