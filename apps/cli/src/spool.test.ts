import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { reportDigest, type ScanReport } from '@ai-census/schema'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { UsageError } from './exit-codes.ts'
import { createSpool } from './spool.ts'

const at = '2026-11-23T08:00:00.000Z'
const start = { scanner: 'code', version: '1.0.0', catalogue: 'c', source: 'code:local', startedAt: at }
const report: ScanReport = {
  scanner: 'code',
  version: '1.0.0',
  catalogue: 'c',
  scope: { key: 'git:github.com/acme/shop', title: 'acme/shop' },
  startedAt: at,
  finishedAt: at,
  coverage: { status: 'complete' },
  findings: [],
  unknowns: [],
}

describe('reports that wait on disk', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ai-census-spool-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('are kept as lines, as they go over the wire', async () => {
    const spool = createSpool(folder)
    const scan = spool.start(start)
    spool.add(scan, report)
    const [kept] = spool.reports(scan)
    expect(kept).toMatchObject({ scope: report.scope.key, media: 'application/x-ndjson' })
    const body = kept && (await spool.body(kept))
    const text = gunzipSync(Buffer.from((await body?.arrayBuffer()) ?? new ArrayBuffer())).toString()
    expect(
      text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).type),
    ).toEqual(['report', 'end'])
  })

  it('of an older version, in JSON, still go out', () => {
    const spool = createSpool(folder)
    const scan = spool.start(start)
    const digest = reportDigest(report)
    writeFileSync(
      join(folder, scan, `${digest}.json`),
      JSON.stringify({ scope: report.scope.key, digest, at }),
    )
    expect(spool.reports(scan)[0]?.media).toBe('application/json')
  })

  it('are not claimed where they cannot be written, and the fault says where and what to do', () => {
    const spool = createSpool(folder)
    const scan = spool.start(start)
    // A folder in the place of the file, as a full disk would, fails the write at its end.
    mkdirSync(join(folder, scan, `${reportDigest(report)}.report.gz`))
    expect(() => spool.add(scan, report)).toThrow(UsageError)
    expect(() => spool.add(scan, report)).toThrow(
      `could not be kept in ${join(folder, scan)} and was not sent`,
    )
    expect(spool.reports(scan)).toEqual([])
    expect(readdirSync(join(folder, scan)).filter((name) => name.endsWith('.draft'))).toEqual([])
  })

  it('cannot start where the folder cannot be made', () => {
    writeFileSync(join(folder, 'file'), '')
    expect(() => createSpool(join(folder, 'file', 'spool')).start(start)).toThrow('make room there')
  })
})
