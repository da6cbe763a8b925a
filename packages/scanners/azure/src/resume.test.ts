import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runScanner } from '@ai-census/scanner-kit'
import { gather, quickClock, testFingerprintKey } from '@ai-census/scanner-kit/testing'
import { reportDigest } from '@ai-census/schema'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAzureScanner } from './index.ts'
import { type ArmStandIn, NOW, PLANTED, smallSubscription, startArmStandIn } from './testing/index.ts'

let cacheFolder = ''
beforeEach(async () => {
  cacheFolder = await mkdtemp(join(tmpdir(), 'census-azure-'))
})
afterEach(() => rm(cacheFolder, { recursive: true, force: true }))

const services = ['microsoft.app', 'microsoft.botservice', 'microsoft.search', 'microsoft.web']
const run = (arm: ArmStandIn, config: object = {}) =>
  runScanner(createAzureScanner(quickClock()), {
    config: { endpoint: arm.url, allowInsecure: true, token: 'an-access-token', services, ...config },
    fingerprintKey: testFingerprintKey,
    now: () => NOW,
    source: 'azure:test',
    concurrency: 1,
  })

describe('a scan that was stopped', () => {
  it('goes on where it stopped, reads nothing twice, keeps no secret, and comes to the same', async () => {
    await using arm = await startArmStandIn({ estate: smallSubscription() })
    const whole = await gather(run(arm))
    let done = 0
    for await (const _ of run(arm, { cacheFolder })) if (++done === 3) break
    const kept = await readdir(cacheFolder, { recursive: true, withFileTypes: true })
    for (const file of kept.filter((one) => one.isFile()))
      expect(await readFile(join(file.parentPath, file.name), 'utf8')).not.toContain(PLANTED)
    const before = arm.calls.length
    const rest = await gather(run(arm, { cacheFolder }))
    const digests = (reports: typeof whole) =>
      Object.fromEntries(reports.map((one) => [one.scope.key, reportDigest(one)]))
    expect(digests(rest)).toEqual(digests(whole))
    const sent = arm.calls.slice(before).map(({ path }) => path.split('/').at(-1))
    expect(sent).toContain('sites')
    expect(sent).not.toContain('containerapps')
  })
})
