import type { Finding, Scope } from '@ai-census/schema'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { runScanner, type ScanEvent } from './run.ts'
import { type ScanContext, type Scanner, ScopeFailure, UsageError } from './scanner.ts'
import { collectReports, testFingerprintKey } from './testing/index.ts'

const finding = (key: string, part: Partial<Finding> = {}): Finding => ({
  key,
  kind: 'service',
  supplier: 'openai',
  name: key,
  grade: 'used',
  context: 'production',
  identifiers: [],
  attributes: {},
  evidence: [
    {
      method: 'api',
      rule: 'test',
      strength: 'strong',
      location: { api: 'test', operation: 'list', resource: key },
    },
  ],
  ...part,
})

interface Parts {
  discover?: Scanner<object>['discover']
  scan?: Scanner<object>['scan']
  config?: z.ZodType<object>
}

const scope = (key: string): Scope => ({ key: `test:${key}`, title: key })

const scanner = ({ discover, scan, config }: Parts): Scanner<object> => ({
  id: 'test',
  version: '1.0.0',
  catalogue: () => 'none',
  config: config ?? z.object({}),
  kinds: ['service', 'credential'],
  discover:
    discover ??
    async function* () {
      yield scope('a')
    },
  scan:
    scan ??
    async function* () {
      yield* []
    },
})

const scanning = (scan: (scope: Scope, ctx: ScanContext<object>) => AsyncIterable<Finding>) =>
  scanner({ scan: (one, ctx) => scan(one, ctx) })

describe('a run', () => {
  it('gives one complete report per scope, with its findings in order of their keys', async () => {
    const [report] = await collectReports(
      scanning(async function* () {
        yield finding('b')
        yield finding('a')
      }),
      {},
    )
    expect(report?.scope.key).toBe('test:a')
    expect(report?.coverage).toEqual({ status: 'complete', kinds: ['credential', 'service'] })
    expect(report?.findings.map((f) => f.key)).toEqual(['a', 'b'])
  })

  it('is partial at best once a place could not be read', async () => {
    const [report] = await collectReports(
      scanning(async function* (_, ctx) {
        ctx.unknown('z.bin', 'too-large', 'big')
        ctx.unknown('a.yaml', 'malformed', 'broken')
        yield finding('a')
      }),
      {},
    )
    expect(report?.coverage).toMatchObject({
      status: 'partial',
      detail: '2 places could not be read: 1 malformed, 1 too-large',
    })
    expect(report?.unknowns.map((u) => u.place)).toEqual(['a.yaml', 'z.bin'])
  })

  it('keeps what was found before a scope failed, and says that it failed', async () => {
    const [report] = await collectReports(
      scanning(async function* () {
        yield finding('a')
        throw new Error('boom at https://user:secret@host/x\n    at stack')
      }),
      {},
    )
    expect(report?.coverage).toMatchObject({ status: 'failed', detail: 'boom at https://host/x' })
    expect(report?.findings).toHaveLength(1)
  })

  it('takes the coverage that an expected failure names', async () => {
    const [report] = await collectReports(
      // biome-ignore lint/correctness/useYield: it fails before it has anything to yield
      scanning(async function* () {
        throw new ScopeFailure('denied', 'keys:list', 'May not list keys.')
      }),
      {},
    )
    expect(report?.coverage).toMatchObject({
      status: 'denied',
      reason: 'keys:list',
      detail: 'May not list keys.',
    })
  })

  it('never lets a milder word hide a graver one', async () => {
    const [report] = await collectReports(
      scanning(async function* (_, ctx) {
        ctx.cover('denied', 'keys:list', 'denied')
        ctx.cover('partial', 'other', 'partial')
        yield finding('a')
      }),
      {},
    )
    expect(report?.coverage.status).toBe('denied')
  })

  it.each([
    ['a finding that is not valid', finding('bad', { name: '' }), '"bad" is not valid: name'],
    ['a finding of a kind that is not claimed', finding('odd', { kind: 'agent' }), '"odd" is a agent'],
    ['a key that comes twice', finding('a'), 'have the key "a"'],
  ])('fails the scope aloud for %s', async (_, bad, sentence) => {
    const [report] = await collectReports(
      scanning(async function* () {
        yield finding('a')
        yield bad
      }),
      {},
    )
    expect(report?.coverage.status).toBe('failed')
    expect(report?.coverage.detail).toContain(sentence)
    expect(report?.findings.map((f) => f.key)).toContain('a')
  })

  it('reports a discovery that failed under the source, beside the scopes that it did find', async () => {
    const reports = await collectReports(
      scanner({
        discover: async function* () {
          yield scope('a')
          throw new ScopeFailure('denied', 'projects:list', 'May not list projects.')
        },
      }),
      {},
      { source: 'acme org' },
    )
    expect(reports.map((r) => [r.scope.key, r.coverage.status])).toEqual([
      ['source:acme%20org', 'denied'],
      ['test:a', 'complete'],
    ])
  })

  it('does not look twice at a scope that was discovered twice, and says so', async () => {
    const reports = await collectReports(
      scanner({
        discover: async function* () {
          yield scope('a')
          yield scope('a')
          yield scope('b')
        },
      }),
      {},
    )
    expect(reports.map((r) => [r.scope.key, r.coverage.status])).toEqual([
      ['source:test', 'failed'],
      ['test:a', 'complete'],
      ['test:b', 'complete'],
    ])
  })

  it('survives a scope, and a description of one, that break the contract', async () => {
    const reports = await collectReports(
      scanner({
        discover: async function* () {
          yield { key: 'no key', title: 'x' }
          yield scope('a')
        },
        scan: async function* (_, ctx) {
          ctx.describe({ url: 'no url' })
          yield finding('a')
        },
      }),
      {},
    )
    expect(
      reports.map(({ coverage, findings }) => [coverage.status, coverage.reason, findings.length]),
    ).toEqual([
      ['failed', 'error', 0],
      ['failed', 'invalid-report', 1],
    ])
  })

  it("gives the scopes found so far before it rejects with the person's mistake", async () => {
    const seen: string[] = []
    const run = async () => {
      const broken = scanner({
        discover: async function* () {
          yield scope('a')
          throw new UsageError('/nowhere does not exist.')
        },
      })
      for await (const report of runScanner(broken, { config: {}, fingerprintKey: testFingerprintKey }))
        seen.push(report.scope.key)
    }
    await expect(run()).rejects.toThrow('/nowhere does not exist.')
    expect(seen).toEqual(['test:a'])
  })

  it('names the setting that does not fit', async () => {
    const picky = scanner({ config: z.object({ size: z.int() }) })
    await expect(collectReports(picky, { size: 'big' })).rejects.toThrow(/settings of scanner "test".*size/)
  })

  it('looks at no more scopes at once than it may', async () => {
    let now = 0
    let most = 0
    const busy = scanner({
      discover: async function* () {
        for (let i = 0; i < 12; i++) yield scope(String(i))
      },
      scan: async function* () {
        most = Math.max(most, ++now)
        await new Promise((done) => setTimeout(done, 5))
        now--
      },
    })
    expect(await collectReports(busy, {}, { concurrency: 3 })).toHaveLength(12)
    expect(most).toBe(3)
  })

  it('stops at once on abort, even where the scanner does not listen', async () => {
    const abort = new AbortController()
    const deaf = scanning(async function* () {
      setTimeout(() => abort.abort(new Error('Ctrl-C')), 5)
      await new Promise((done) => setTimeout(done, 60_000).unref())
      yield finding('a')
    })
    await expect(collectReports(deaf, {}, { signal: abort.signal })).rejects.toThrow('Ctrl-C')
  })

  it('tells scanners to stop when the reader leaves early', async () => {
    let stopped = false
    const two = scanner({
      discover: async function* () {
        yield scope('a')
        yield scope('b')
      },
      scan: async function* (one, ctx) {
        if (one.key === 'test:a') await new Promise((later) => setTimeout(later, 5))
        else
          await new Promise<void>((done) => {
            ctx.signal.addEventListener('abort', () => {
              stopped = true
              done()
            })
          })
        yield finding('a')
      },
    })
    for await (const report of runScanner(two, { config: {}, fingerprintKey: testFingerprintKey })) {
      expect(report.scope.key).toBe('test:a')
      break
    }
    expect(stopped).toBe(true)
  })

  it('tells what happens while it happens', async () => {
    const events: ScanEvent[] = []
    const talking = scanning(async function* (_, ctx) {
      ctx.progress(1, 2, 'files')
      ctx.describe({ revision: 'abc', claims: [{ field: 'purpose', value: 'Sells', source: 'inference' }] })
      yield finding('a')
    })
    const [report] = await collectReports(talking, {}, { onEvent: (event) => events.push(event) })
    expect(events.map((e) => e.type)).toEqual(['scope-started', 'progress', 'scope-finished'])
    expect(report?.scope).toMatchObject({ revision: 'abc', claims: [{ value: 'Sells' }] })
  })

  it('keeps a secret as a fingerprint that depends on the deployment', async () => {
    const prints: string[] = []
    const secretive = scanning(async function* (_, ctx) {
      prints.push(ctx.fingerprint('sk-secret'))
      yield finding('a')
    })
    await collectReports(secretive, {})
    await collectReports(secretive, {})
    await collectReports(secretive, {}, { fingerprintKey: 'another deployment altogether' })
    expect(prints[0]).toMatch(/^[0-9a-f]{64}$/)
    expect(prints[1]).toBe(prints[0])
    expect(prints[2]).not.toBe(prints[0])
  })
})
