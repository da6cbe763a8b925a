import { gzipSync, zstdCompressSync } from 'node:zlib'
import { sql } from '@ai-census/db/query'
import { withDatabases } from '@ai-census/db/testing'
import { reportDigest } from '@ai-census/schema'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readInventory } from '../export/read-inventory.ts'
import { rebuildProjection } from '../reconcile/rebuild.ts'
import { type TestCollector, testCollector } from '../testing/collector.ts'
import {
  bodyOf,
  clientOf,
  day,
  finding,
  type Look,
  report,
  scanWith,
  send,
  startScan,
  tokenFor,
} from '../testing/requests.ts'

withDatabases('ingest', (database) => {
  let collector: TestCollector
  beforeEach(() => {
    collector = testCollector(database())
  })
  afterEach(() => collector.stop())

  const put = (scan: string, body: unknown, headers: Record<string, string> = {}) =>
    send(collector, 'PUT', `/api/v1/scans/${scan}/report`, {
      body: body instanceof Buffer ? new Uint8Array(body) : JSON.stringify(body),
      headers: {
        authorization: 'Bearer aico_test-operator-token',
        'content-type': 'application/json',
        ...headers,
      },
    })
  const countRows = async (table: string): Promise<number> => {
    const { rows } = await database().orm.execute<{ n: number }>(
      sql`select count(*)::int as n from ${sql.identifier(table)}`,
    )
    return rows[0]?.n ?? -1
  }
  const components = async () => {
    const { data } = await clientOf(collector).GET('/api/v1/components')
    return Object.fromEntries((data?.rows ?? []).map(({ name, state }) => [name, state]))
  }

  it('answers a report with what it changed', async () => {
    const [answer] = await scanWith(collector, { keys: ['a', 'b'] })
    expect(answer?.repeated).toBe(false)
    expect(answer?.change).toMatchObject({ added: 2, missing: 0, held: false, addedKeys: ['a', 'b'] })
  })

  it('takes the same scan’s report of a scope once', async () => {
    const scan = await startScan(collector)
    const first = await bodyOf(await put(scan, report()))
    const again = await bodyOf(await put(scan, report()))
    expect(again).toEqual({ ...first, repeated: true })
    expect(await countRows('look')).toBe(1)
    expect(await countRows('finding')).toBe(1)
  })

  it('takes one of many reports of a scope that are put at once', async () => {
    const scan = await startScan(collector)
    const answers = await Promise.all(
      Array.from({ length: 8 }, async () => bodyOf(await put(scan, report()))),
    )
    expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1)
    expect(await countRows('look')).toBe(1)
  })

  it('keeps reports of two scanners that look at once', async () => {
    const scans = await Promise.all([startScan(collector), startScan(collector)])
    const answers = await Promise.all(scans.map((scan) => put(scan, report())))
    expect(answers.map((answer) => answer.status)).toEqual([200, 200])
    expect(await countRows('look')).toBe(2)
    expect(await countRows('finding')).toBe(1)
  })

  it('writes no row for a finding that a rescan sees unchanged', async () => {
    await scanWith(collector, { keys: ['a', 'b'] })
    const [answer] = await scanWith(collector, { keys: ['a', 'b'], at: day(1) })
    expect(answer?.change).toMatchObject({ added: 0, changed: 0, unchanged: 2 })
    expect(await countRows('finding')).toBe(2)
    expect(await countRows('finding_content')).toBe(2)
  })

  it('shows the newest sighting after a rescan without news', async () => {
    await scanWith(collector, { keys: ['a'] })
    await scanWith(collector, { keys: ['a'], at: day(1) })
    const { data } = await clientOf(collector).GET('/api/v1/systems')
    expect(data?.rows[0]).toMatchObject({ firstSeenAt: day(0), lastSeenAt: day(1) })
  })

  it('keeps what a finding said before', async () => {
    await scanWith(collector, { findings: [finding('a')] })
    const [answer] = await scanWith(collector, { findings: [finding('a', { name: 'renamed' })], at: day(1) })
    expect(answer?.change).toMatchObject({ changed: 1 })
    expect(await countRows('finding')).toBe(2)
    expect(await components()).toEqual({ renamed: 'seen' })
  })

  it('calls a component missing after one complete look without it, gone after two, and returned after', async () => {
    const states = []
    for (const [n, keys] of [['a', 'b'], ['a'], ['a'], ['a', 'b']].entries()) {
      await scanWith(collector, { keys, at: day(n) })
      states.push((await components()).b)
    }
    expect(states).toEqual(['seen', 'missing', 'gone', 'returned'])
  })

  it.each(['partial', 'denied', 'failed'] as const)('never removes anything by a %s look', async (status) => {
    await scanWith(collector, { keys: ['a', 'b'] })
    for (const n of [1, 2, 3]) await scanWith(collector, { keys: ['a'], status, at: day(n) })
    expect(await components()).toEqual({ a: 'seen', b: 'seen' })
  })

  it('holds a look in which too much vanished', async () => {
    const keys = Array.from({ length: 20 }, (_, i) => `k${i}`)
    await scanWith(collector, { keys })
    const [answer] = await scanWith(collector, { keys: keys.slice(0, 5), at: day(1) })
    expect(answer?.change.held).toBe(true)
    expect(new Set(Object.values(await components()))).toEqual(new Set(['seen']))
    const { data } = await clientOf(collector).GET('/api/v1/coverage')
    expect(data?.rows[0]).toMatchObject({ held: true, findingCount: 20 })
  })

  it.each([
    [true, 5],
    [false, 20],
  ])('lets a person release a held look (%s), and %i components are seen then', async (accept, seen) => {
    const keys = Array.from({ length: 20 }, (_, i) => `k${i}`)
    await scanWith(collector, { keys })
    await scanWith(collector, { keys: keys.slice(0, 5), at: day(1) })
    const release = (sequence: number) =>
      clientOf(collector).POST('/api/v1/decisions', {
        body: {
          body: {
            type: 'release-look',
            scope: 'git:github.com/acme/shop',
            scanner: 'code',
            sequence,
            accept,
            reason: 'looked at by hand',
          },
        },
      })
    expect((await release(1)).response.status).toBe(409)
    expect((await release(2)).response.status).toBe(201)
    const states = Object.values(await components())
    expect(states.filter((state) => state === 'seen')).toHaveLength(seen)
    const { data } = await clientOf(collector).GET('/api/v1/coverage')
    expect(data?.rows[0]?.held).toBe(false)
    expect((await release(2)).response.status).toBe(404)
    const live = await readInventory(collector.deps)
    await rebuildProjection(collector.deps)
    expect(await readInventory(collector.deps)).toEqual(live)
  })

  it('refuses a report with one bad finding whole, and names the place', async () => {
    const scan = await startScan(collector)
    const bad = report({ keys: ['a', 'b'] })
    const evidence = [{ ...bad.findings[0]?.evidence[0], location: { nowhere: true } }]
    const response = await put(scan, {
      ...bad,
      findings: [bad.findings[0], { ...bad.findings[1], evidence }],
    })
    expect(response.status).toBe(422)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    const problem = await bodyOf(response)
    expect(problem.errors[0].place).toBe('findings[1].evidence[0].location')
    expect(await countRows('finding')).toBe(0)
  })

  it('refuses two findings with one key, and names the second', async () => {
    const response = await put(await startScan(collector), report({ keys: ['a', 'a'] }))
    expect(response.status).toBe(422)
    expect((await bodyOf(response)).errors).toEqual([
      {
        place: 'findings[1].key',
        message: 'the key a stands twice in this report, first at findings[0]',
      },
    ])
  })

  it.each(['gzip', 'zstd'] as const)('reads a body in %s', async (encoding) => {
    const compress = { gzip: gzipSync, zstd: zstdCompressSync }[encoding]
    const body = Buffer.from(compress(Buffer.from(JSON.stringify(report()))))
    expect((await put(await startScan(collector), body, { 'content-encoding': encoding })).status).toBe(200)
  })

  it.each([
    ['not JSON', '{', 400],
    ['not UTF-8', Buffer.from([0x22, 0xff, 0x22]), 400],
    ['a NUL in a name', JSON.stringify(report({ findings: [finding('a', { name: 'a\0b' })] })), 422],
    ['half a surrogate pair', JSON.stringify(report({ findings: [finding('a', { name: 'a\ud800' })] })), 422],
  ])('refuses %s', async (_, body, status) => {
    const scan = await startScan(collector)
    const response = await send(collector, 'PUT', `/api/v1/scans/${scan}/report`, {
      body: typeof body === 'string' ? body : new Uint8Array(body),
    })
    expect(response.status).toBe(status)
    expect(await countRows('look')).toBe(0)
  })

  it('keeps text that means something to a database, a page or a spreadsheet as it is', async () => {
    const names = [
      "'; drop table finding; --",
      '<script>alert(1)</script>',
      '=1+1',
      '😀 \u202e',
      '%_\\',
      '{{x}}',
    ]
    await scanWith(collector, { findings: names.map((name, i) => finding(`k${i}`, { name })) })
    expect(Object.keys(await components()).sort()).toEqual([...names].sort())
    const { data } = await clientOf(collector).GET('/api/v1/components', {
      params: { query: { search: '%_\\' } },
    })
    expect(data?.rows.map((row) => row.name)).toEqual(['%_\\'])
  })

  it('takes scopes that did not change by their digest alone', async () => {
    const looks: Look[] = [{ scope: 'git:a/one' }, { scope: 'git:a/two' }]
    await scanWith(collector, ...looks)
    const scan = await startScan(collector)
    collector.clock.reach(day(2))
    const scopes = [
      { key: 'git:a/one', digest: reportDigest(report(looks[0])), at: day(1) },
      { key: 'git:a/two', digest: 'another', at: day(1) },
      { key: 'git:a/new', digest: 'another', at: day(1) },
    ]
    const confirm = () =>
      clientOf(collector).POST('/api/v1/scans/{scan}/confirm', {
        params: { path: { scan } },
        body: { scopes },
      })
    const { data } = await confirm()
    expect(data).toEqual({ confirmed: ['git:a/one'], needed: ['git:a/two', 'git:a/new'] })
    expect((await confirm()).data).toEqual(data)
    expect(await countRows('look')).toBe(3)
    await collector.deps.reconciler.settle(10_000)
    const coverage = await clientOf(collector).GET('/api/v1/coverage')
    expect(coverage.data?.rows.map((row) => row.lookedAt)).toEqual([day(1), day(0)])
  })

  it('lets a confirmed look make what was missing gone, as the whole report would', async () => {
    await scanWith(collector, { keys: ['a', 'b'] })
    const second = { keys: ['a'], at: day(1) }
    await scanWith(collector, second)
    const scan = await startScan(collector)
    collector.clock.reach(day(2))
    const scopes = [{ key: 'git:github.com/acme/shop', digest: reportDigest(report(second)), at: day(2) }]
    await clientOf(collector).POST('/api/v1/scans/{scan}/confirm', {
      params: { path: { scan } },
      body: { scopes },
    })
    await collector.deps.reconciler.settle(10_000)
    expect(await components()).toEqual({ a: 'seen', b: 'gone' })
  })

  it('refuses what a token may not report for', async () => {
    const token = await tokenFor(collector, 'github:acme', 'aws:*')
    const client = clientOf(collector, token)
    const start = (source: string) =>
      client.PUT('/api/v1/scans/{scan}', {
        params: { path: { scan: crypto.randomUUID() } },
        body: { scanner: 'code', version: '1', catalogue: 'c', source, startedAt: day(0) },
      })
    const statuses = await Promise.all(['github:acme', 'aws:111', 'github:other'].map(start))
    expect(statuses.map(({ response }) => response.status)).toEqual([200, 200, 403])
    const foreign = await startScan(collector, 'github:other')
    const stolen = await client.PUT('/api/v1/scans/{scan}/report', {
      params: { path: { scan: foreign } },
      body: report(),
    })
    expect(stolen.response.status).toBe(403)
  })

  it('tells a pipeline which systems of its scan nobody has registered, and others nothing', async () => {
    await scanWith(collector, { keys: ['a'], scope: 'git:github.com/acme/other' })
    const token = await tokenFor(collector, 'github:acme')
    const scan = await startScan(collector, 'github:acme')
    await put(scan, report({ keys: ['a', 'b'] }))
    const ask = (by?: string) =>
      clientOf(collector, by).GET('/api/v1/scans/{scan}/unregistered', { params: { path: { scan } } })
    const { data } = await ask()
    expect(data?.systems).toMatchObject([{ scope: 'git:github.com/acme/shop', key: 'a' }])
    expect((await ask(token)).response.status).toBe(200)
    expect((await ask(await tokenFor(collector, 'aws:*'))).response.status).toBe(403)
    // A scan that learned its places on its way tells each token of its own alone.
    const unnamed = await startScan(collector, 'github:default')
    const there = report({ keys: ['a', 'b'] })
    await put(unnamed, { ...there, scope: { ...there.scope, source: 'github:acme' } })
    const askUnnamed = async (source: string) => {
      const by = clientOf(collector, await tokenFor(collector, source))
      const params = { path: { scan: unnamed } }
      return (await by.GET('/api/v1/scans/{scan}/unregistered', { params })).data?.systems.length
    }
    expect([await askUnnamed('github:acme'), await askUnnamed('github:else')]).toEqual([1, 0])
    const [system] = data?.systems ?? []
    await clientOf(collector).POST('/api/v1/decisions', {
      body: {
        body: { type: 'dismiss', system: system?.system ?? '', reason: 'A demonstration' },
        requestId: crypto.randomUUID(),
      },
    })
    expect((await ask()).data?.systems).toEqual([])
  })

  it('refuses a report of an unknown scan', async () => {
    expect((await put(crypto.randomUUID(), report())).status).toBe(404)
  })

  it('gives every scanner the same fingerprint key', async () => {
    const keys = await Promise.all([1, 2, 3].map(() => clientOf(collector).GET('/api/v1/fingerprint-key')))
    expect(new Set(keys.map(({ data }) => data?.key)).size).toBe(1)
    expect(Buffer.from(keys[0]?.data?.key ?? '', 'base64')).toHaveLength(32)
  })
})
