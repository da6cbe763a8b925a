import { withDatabases } from '@ai-census/db/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readInventory } from '../export/read-inventory.ts'
import { rebuildProjection } from '../reconcile/rebuild.ts'
import { type TestCollector, testCollector } from '../testing/collector.ts'
import { bodyOf, clientOf, day, type Look, report, scanWith, send, startScan } from '../testing/requests.ts'

const SCOPE = 'git:github.com/acme/shop'

withDatabases('safe to retry', (database) => {
  let collector: TestCollector
  beforeEach(() => {
    collector = testCollector(database())
  })
  afterEach(() => collector.stop())

  const put = async (scan: string, look: Look) => {
    const response = await send(collector, 'PUT', `/api/v1/scans/${scan}/report`, {
      body: JSON.stringify(report(look)),
    })
    return { status: response.status, body: await bodyOf(response) }
  }
  const finish = (scan: string, finishedAt = day(0)) =>
    clientOf(collector).POST('/api/v1/scans/{scan}/finish', {
      params: { path: { scan } },
      body: { finishedAt, coverage: { status: 'complete' } },
    })
  const states = async () => {
    await collector.deps.reconciler.settle(10_000)
    const { data } = await clientOf(collector).GET('/api/v1/components')
    return Object.fromEntries((data?.rows ?? []).map(({ name, state }) => [name, state]))
  }
  const looks = async () =>
    (await database().pool.query('select outcome, finished_at from look order by position')).rows

  it('a report whose answer was lost gets the same answer again', async () => {
    const scan = await startScan(collector)
    const first = await put(scan, { keys: ['a', 'b'] })
    await scanWith(collector, { keys: ['a'], at: day(1) })
    expect((await put(scan, { keys: ['a', 'b'] })).body).toEqual({ ...first.body, repeated: true })
    expect(await states()).toEqual({ a: 'seen', b: 'missing' })
  })

  it('a second report of one scan and scope with other content is refused, and says what to do', async () => {
    const scan = await startScan(collector)
    await put(scan, { keys: ['a'] })
    const { status, body } = await put(scan, { keys: ['a', 'b'] })
    expect(status).toBe(409)
    expect(body.detail).toContain(`${SCOPE} already, with other content; report it again in a new scan`)
    expect(await states()).toEqual({ a: 'seen' })
  })

  it('a report that was delayed until its scan was finished is kept', async () => {
    const scan = await startScan(collector)
    expect((await finish(scan)).response.status).toBe(200)
    expect((await put(scan, { keys: ['a'] })).status).toBe(200)
    expect((await finish(scan)).data).toEqual({ scan, reports: 1 })
    expect(await states()).toEqual({ a: 'seen' })
  })

  it('a scan finishes once: again is answered alike, another end is refused', async () => {
    const scan = await startScan(collector)
    const answers = [await finish(scan), await finish(scan), await finish(scan, day(1))]
    expect(answers.map(({ response }) => response.status)).toEqual([200, 200, 409])
  })

  it('a scan starts once: again is answered alike, with other content it is refused', async () => {
    const scan = await startScan(collector)
    const start = (version: string) =>
      clientOf(collector).PUT('/api/v1/scans/{scan}', {
        params: { path: { scan } },
        body: { scanner: 'code', version, catalogue: 'c1', source: 'code:local', startedAt: day(0) },
      })
    expect((await start('1.0.0')).response.status).toBe(200)
    expect((await start('2.0.0')).response.status).toBe(409)
  })

  it('reports of one scope by many scans at once are each kept, whatever they say', async () => {
    const scans = await Promise.all(Array.from({ length: 6 }, () => startScan(collector)))
    const answers = await Promise.all(
      scans.map((scan, i) => put(scan, { keys: ['a', ...(i % 2 ? ['b'] : [])] })),
    )
    expect(answers.map(({ status }) => status)).toEqual(scans.map(() => 200))
    expect(await looks()).toHaveLength(6)
    await collector.deps.reconciler.settle(10_000)
    const live = await readInventory(collector.deps)
    await rebuildProjection(collector.deps)
    expect(await readInventory(collector.deps)).toEqual(live)
  })

  it('a report and a confirmation of one scope at once lose nothing', async () => {
    const [first] = await scanWith(collector, { keys: ['a'] })
    collector.clock.reach(day(2))
    const [one, other] = await Promise.all([startScan(collector), startScan(collector)])
    const [put1, confirmed] = await Promise.all([
      put(one, { keys: ['a', 'b'], at: day(1) }),
      clientOf(collector).POST('/api/v1/scans/{scan}/confirm', {
        params: { path: { scan: other } },
        body: { scopes: [{ key: SCOPE, digest: first?.digest ?? '', at: day(1) }] },
      }),
    ])
    expect(put1.status).toBe(200)
    expect(confirmed.response.status).toBe(200)
    expect(Object.keys(await states())).toEqual(['a', 'b'])
  })

  it('an older report that comes late adds what only it saw, and takes nothing away', async () => {
    await scanWith(collector, { keys: ['a', 'b'], status: 'partial', at: day(2) })
    const [late] = await scanWith(collector, { keys: ['a', 'c'], at: day(1) })
    expect(late?.change).toMatchObject({ added: 1, missing: 0, addedKeys: ['c'] })
    expect(await states()).toEqual({ a: 'seen', b: 'seen', c: 'seen' })
  })

  it('a scanner whose clock is a year ahead does not make what others see late', async () => {
    const ahead = await startScan(collector)
    expect((await put(ahead, { keys: ['a', 'b'], at: '2027-11-23T08:00:00.000Z' })).status).toBe(200)
    collector.clock.reach(day(1))
    await scanWith(collector, { keys: ['a'], at: day(1) })
    const kept = await looks()
    expect(kept.map(({ outcome }) => outcome)).toEqual(['recorded', 'recorded'])
    expect(kept[0].finished_at.toISOString()).toBe(day(0))
    expect(await states()).toEqual({ a: 'seen', b: 'missing' })
  })

  it('a time in which the collector’s own clock was ahead does not make what comes after late', async () => {
    await scanWith(collector, { keys: ['a', 'b'], at: day(400) })
    collector.clock.pass(Date.parse(day(1)) - collector.clock.now().getTime())
    await put(await startScan(collector), { keys: ['a'], at: day(1) })
    expect((await looks()).map(({ outcome }) => outcome)).toEqual(['recorded', 'recorded'])
    expect(await states()).toEqual({ a: 'seen', b: 'missing' })
  })

  it('answers with the keys of all that changed', async () => {
    const renamed = { findings: report({ keys: ['a', 'b', 'c'] }).findings }
    await scanWith(collector, renamed)
    const [gone] = await scanWith(collector, {
      findings: renamed.findings.slice(0, 2).map((one) => ({ ...one, name: `new ${one.name}` })),
      at: day(1),
    })
    expect(gone?.change).toMatchObject({
      changed: 2,
      missing: 1,
      changedKeys: ['a', 'b'],
      missingKeys: ['c'],
      goneKeys: [],
    })
    const back = await scanWith(collector, { keys: ['a', 'b'], at: day(2) })
    expect(back[0]?.change.goneKeys).toEqual(['c'])
    const [returned] = await scanWith(collector, { keys: ['a', 'b', 'c'], at: day(3) })
    expect(returned?.change.returnedKeys).toEqual(['c'])
  })
})
