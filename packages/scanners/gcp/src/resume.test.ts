import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runScanner } from '@ai-census/scanner-kit'
import { gather, quickClock, testFingerprintKey } from '@ai-census/scanner-kit/testing'
import { reportDigest } from '@ai-census/schema'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createGcpScanner } from './index.ts'
import { estate, type GcpStandIn, NOW, SECRET_VALUE, startGcpStandIn } from './testing/index.ts'

let cacheFolder = ''
beforeEach(async () => {
  cacheFolder = await mkdtemp(join(tmpdir(), 'census-gcp-'))
})
afterEach(() => rm(cacheFolder, { recursive: true, force: true }))

const run = (gcp: GcpStandIn, config: object = {}) =>
  runScanner(createGcpScanner(quickClock()), {
    config: { endpoint: gcp.url, allowInsecure: true, services: ['apikeys', 'bigquery', 'tpu'], ...config },
    fingerprintKey: testFingerprintKey,
    now: () => NOW,
    source: 'gcp:test',
    concurrency: 1,
  })

describe('a scan that was stopped', () => {
  it('goes on where it stopped, reads nothing twice, keeps no secret, and comes to the same', async () => {
    await using gcp = await startGcpStandIn({ data: estate() })
    const whole = await gather(run(gcp))
    let done = 0
    for await (const _ of run(gcp, { cacheFolder })) if (++done === 3) break
    const kept = await readdir(cacheFolder, { recursive: true, withFileTypes: true })
    for (const file of kept.filter((one) => one.isFile()))
      expect(await readFile(join(file.parentPath, file.name), 'utf8')).not.toContain(SECRET_VALUE)
    const before = gcp.calls.length
    const rest = await gather(run(gcp, { cacheFolder }))
    const digests = (reports: typeof whole) =>
      Object.fromEntries(reports.map((one) => [one.scope.key, reportDigest(one)]))
    expect(digests(rest)).toEqual(digests(whole))
    const sent = gcp.calls.slice(before).map(({ path }) => path.split('/').at(-1))
    expect(sent).toContain('nodes')
    expect(sent).not.toContain('keys')
  })
})
