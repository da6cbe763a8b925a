import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runScanner } from '@ai-census/scanner-kit'
import { gather, quickClock, testFingerprintKey } from '@ai-census/scanner-kit/testing'
import { reportDigest } from '@ai-census/schema'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAwsScanner } from './index.ts'
import { NOW, SECRET_VALUE, smallAccount, standInEnvironment, startAwsStandIn } from './testing/index.ts'

let cacheFolder = ''
beforeEach(async () => {
  cacheFolder = await mkdtemp(join(tmpdir(), 'census-aws-'))
})
afterEach(() => rm(cacheFolder, { recursive: true, force: true }))

const run = (config: object = {}, now = NOW) =>
  runScanner(createAwsScanner(quickClock()), {
    config: { cacheFolder, services: ['lambda', 'sagemaker', 'ssm'], ...config },
    fingerprintKey: testFingerprintKey,
    now: () => now,
    source: 'aws:test',
    concurrency: 1,
  })

/** A scan that is stopped after so many scopes. */
async function stopAfter(scopes: number): Promise<void> {
  let done = 0
  for await (const _ of run()) if (++done === scopes) return
}

describe('a scan that was stopped', () => {
  it('goes on where it stopped, reads nothing twice, and comes to the same', async () => {
    await using aws = await startAwsStandIn({ data: smallAccount() })
    Object.assign(process.env, standInEnvironment(aws.url))
    const whole = await gather(run({ cacheFolder: undefined }))
    await stopAfter(3)
    aws.forget()
    const rest = await gather(run())
    const digests = (reports: typeof whole) =>
      Object.fromEntries(reports.map((one) => [one.scope.key, reportDigest(one)]))
    expect(digests(rest)).toEqual(digests(whole))
    const sent = aws.calls.map(({ operation }) => operation)
    expect(sent).toContain('ssm:DescribeParameters')
    expect(sent).not.toContain('lambda:ListFunctions')
  })

  it('is begun anew when it is too old, when it asks for something else, and when it came to its end', async () => {
    await using aws = await startAwsStandIn({ data: smallAccount() })
    Object.assign(process.env, standInEnvironment(aws.url))
    const reads = async (...how: Parameters<typeof run>) => {
      aws.forget()
      await gather(run(...how))
      return aws.calls.some(({ operation }) => operation === 'lambda:ListFunctions')
    }
    await stopAfter(3)
    expect(await reads({}, new Date(NOW.getTime() + 7 * 3_600_000))).toBe(true)
    await stopAfter(3)
    expect(await reads({ usageDays: 7 })).toBe(true)
    expect(await reads()).toBe(false)
    expect(await reads()).toBe(true)
  })

  it('keeps findings on the disk, and no secret', async () => {
    await using aws = await startAwsStandIn({ data: smallAccount() })
    Object.assign(process.env, standInEnvironment(aws.url))
    await stopAfter(3)
    const files = await readdir(cacheFolder, { recursive: true, withFileTypes: true })
    const texts = await Promise.all(
      files.filter((one) => one.isFile()).map((one) => readFile(join(one.parentPath, one.name), 'utf8')),
    )
    expect(texts.join('')).toContain('lambda-function')
    expect(texts.join('')).not.toContain(SECRET_VALUE)
  })
})
