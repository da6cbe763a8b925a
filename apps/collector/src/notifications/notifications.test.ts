import { createHmac } from 'node:crypto'
import { withDatabases } from '@ai-census/db/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rebuildProjection } from '../reconcile/rebuild.ts'
import { startTold, type Told } from '../testing/notifications.ts'
import { dataOf, type Received } from '../testing/receiver.ts'
import { clientOf, day, finding, scanWith } from '../testing/requests.ts'
import { enqueueNews } from './enqueue-news.ts'
import { notify } from './notifier.ts'

const HOUR_MS = 60 * 60_000
const shop = { scope: 'git:github.com/acme/shop' }

withDatabases('notifications', (database) => {
  let here: Told
  beforeEach(async () => {
    here = await startTold(database())
  })
  afterEach(() => here.stop())

  const decide = async (body: object) => {
    const { httpStatus } = await here.ask('POST', '/api/v1/decisions', { body })
    expect(httpStatus).toBe(201)
  }
  const systemNamed = async (name: string) => {
    const { data } = await clientOf(here.collector).GET('/api/v1/systems', {
      params: { query: { limit: 50 } },
    })
    return data?.rows.find((row) => row.name === name)
  }
  const kinds = () => here.receiver.received.map((message) => dataOf(message).counts)

  describe('a webhook', () => {
    it('is told once of a system that nobody registered, in a message that it can verify', async () => {
      const { secret } = await here.create()
      await scanWith(here.collector, shop)
      await here.pass()
      await here.pass()
      expect(here.receiver.received).toHaveLength(1)
      const [message] = here.receiver.received
      expect(message?.json).toMatchObject({
        type: 'ai-census.news',
        data: {
          title: '1 unregistered AI system discovered',
          counts: { 'system-discovered': 1 },
          news: [
            {
              kind: 'system-discovered',
              subject: { type: 'system', name: 'shop' },
              url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:7420\/systems\/sys_/),
            },
          ],
        },
      })
      expect(message?.headers['webhook-signature']).toBe(signatureOf(message, secret))
    })

    it('is not told of what was there before it was set, nor of what came while it was paused', async () => {
      await scanWith(here.collector, shop)
      const { destination } = await here.create()
      await here.pass()
      const settings = { name: 'Inbox', wanted: destination.wanted, recipients: [] }
      const change = (paused: boolean) =>
        here.ask('PUT', `/api/v1/notification-destinations/${destination.id}`, { ...settings, paused })
      await change(true)
      await scanWith(here.collector, { scope: 'git:github.com/acme/meanwhile', at: day(1) })
      await here.pass()
      await change(false)
      await here.pass()
      await scanWith(here.collector, { scope: 'git:github.com/acme/after', at: day(2) })
      await here.pass()
      expect(here.told()).toEqual([['after']])
    })

    it('gets one message about many things that come at once, with the first hundred in words', async () => {
      await here.create()
      const many = Array.from({ length: 103 }, (_, n) => ({ scope: `git:github.com/acme/r${n}` }))
      await scanWith(here.collector, ...many)
      await here.pass()
      expect(kinds()).toEqual([{ 'system-discovered': 103 }])
      expect(here.told()[0]).toHaveLength(100)
    })
  })

  it('are told exactly once over restarts: of a crash before and after each step nothing comes of it', async () => {
    await here.create()
    const { database: db } = here.collector.deps
    await scanWith(here.collector, shop)
    await here.collector.deps.reconciler.settle(20_000)
    const crash = db.orm.transaction(async (tx) => {
      await enqueueNews({ ...here.collector.deps, database: { ...db, orm: asOrm(tx) } })
      throw new Error('the process dies before the commit')
    })
    await expect(crash).rejects.toThrow('dies')
    await enqueueNews(here.collector.deps)
    const next = await startTold(database(), { clock: here.collector.clock })
    await enqueueNews(next.collector.deps)
    await next.pass()
    await rebuildProjection(next.collector.deps)
    await next.pass()
    await next.stop()
    expect(here.told()).toEqual([['shop']])
  })

  it('of two collectors at one database each thing is told once', async () => {
    await here.create()
    const other = await startTold(database(), { clock: here.collector.clock })
    for (let n = 0; n < 4; n++) {
      await scanWith(here.collector, { scope: `git:github.com/acme/r${n}`, at: day(n) })
      await here.collector.deps.reconciler.settle(20_000)
      await Promise.all([notify(here.collector.deps), notify(other.collector.deps)])
      here.collector.clock.pass(HOUR_MS)
      await Promise.all([notify(here.collector.deps), notify(other.collector.deps)])
    }
    await other.stop()
    expect(here.told()).toEqual([['r0'], ['r1'], ['r2'], ['r3']])
  })

  it('once a day come at their hour, with what came until then', async () => {
    await here.create({ gather: 'daily', dailyAt: 7 })
    await scanWith(here.collector, shop, { scope: 'git:github.com/acme/other', at: day(0) })
    await here.pass()
    here.collector.clock.reach('2026-11-24T06:59:00.000Z')
    await notify(here.collector.deps)
    expect(here.told()).toEqual([])
    here.collector.clock.reach('2026-11-24T07:00:00.000Z')
    await notify(here.collector.deps)
    expect(here.told()).toEqual([['other', 'shop']])
  })

  describe('of each kind', () => {
    it('a flag that stays is told of once, and only one that was asked for', async () => {
      await scanWith(here.collector, shop)
      const system = await systemNamed('shop')
      await here.create({}, { kinds: ['flag-raised'], flags: ['unrated'] })
      const register = { type: 'register', system: system?.id, groupKeys: [system?.groupKey], anchors: [] }
      await decide({ ...register, fields: { name: 'Shop' } })
      await here.pass()
      await scanWith(here.collector, { ...shop, at: day(1) })
      await here.pass()
      expect(kinds()).toEqual([{ 'flag-raised': 1 }])
      expect(dataOf(here.receiver.received[0]).news[0]).toMatchObject({
        flag: 'unrated',
        subject: { name: 'Shop' },
      })
    })

    it('a supplier, an assignment, a look that waits and a scan that failed', async () => {
      const wanted = { kinds: ['supplier-appeared', 'system-assigned', 'look-held', 'coverage-lost'] }
      await here.create({}, wanted)
      const keys = Array.from({ length: 12 }, (_, n) => finding(`service:${n}`))
      await scanWith(here.collector, { ...shop, findings: keys })
      await here.pass()
      await decide({ type: 'assign', system: (await systemNamed('shop'))?.id, assignee: 'Ada' })
      await here.pass()
      await scanWith(here.collector, { ...shop, at: day(1), findings: [] })
      await here.pass()
      await scanWith(here.collector, {
        scope: 'git:github.com/acme/closed',
        at: day(2),
        status: 'denied',
        findings: [],
      })
      await here.pass()
      expect(kinds()).toEqual([
        { 'supplier-appeared': 1 },
        { 'system-assigned': 1 },
        { 'look-held': 1 },
        { 'coverage-lost': 1 },
      ])
      expect(dataOf(here.receiver.received[1]).news[0]?.detail).toBe('Assigned to Ada by operator.')
    })

    it('a source that is late is told of when it becomes late, and again when that happens again', async () => {
      for (const n of [0, 1, 2]) {
        here.collector.clock.reach(day(n))
        await scanAt(n)
      }
      await here.create({}, { kinds: ['source-late'] })
      await here.pass()
      expect(here.told()).toEqual([])
      here.collector.clock.reach(day(4))
      await here.pass()
      here.collector.clock.pass(HOUR_MS)
      await here.pass()
      expect(here.told()).toEqual([['code:nightly']])
      await scanAt(4)
      here.collector.clock.reach(day(9))
      await here.pass()
      expect(here.told()).toEqual([['code:nightly'], ['code:nightly']])
    })

    it('a review that is due within the days that were asked for, and not one that was due already', async () => {
      await scanWith(here.collector, shop, { scope: 'git:github.com/acme/other' })
      const register = async (name: string, nextReview: string) => {
        const system = await systemNamed(name)
        const body = { type: 'register', system: system?.id, groupKeys: [system?.groupKey], anchors: [] }
        await decide({ ...body, fields: { name, nextReview } })
      }
      await register('shop', '2026-11-01')
      await here.create({}, { kinds: ['review-due'], daysAhead: 7 })
      await register('other', '2026-12-10')
      await here.pass()
      expect(here.told()).toEqual([])
      here.collector.clock.reach('2026-12-03T00:00:00.000Z')
      await here.pass()
      here.collector.clock.pass(24 * HOUR_MS)
      await here.pass()
      expect(here.told()).toEqual([['other']])
    })
  })

  it('narrowed to suppliers and sources leave out the rest', async () => {
    await here.create({}, { suppliers: ['deepseek'] })
    await here.create({}, { sources: ['code:loc*'] })
    await here.create({}, { sources: ['github:*'] })
    await scanWith(here.collector, shop)
    await here.pass()
    expect(here.told()).toEqual([['shop']])
    await scanWith(here.collector, {
      scope: 'git:github.com/acme/deep',
      at: day(1),
      findings: [finding('service:deepseek', { supplier: 'deepseek' })],
    })
    await here.pass()
    expect(here.told()).toEqual([['shop'], ['deep'], ['deep']])
  })

  /** One scan of a source on that day. */
  async function scanAt(n: number): Promise<void> {
    const scan = `00000000-0000-4000-8000-00000000000${n}`
    await here.ask('PUT', `/api/v1/scans/${scan}`, {
      scanner: 'code',
      version: '1.0.0',
      catalogue: 'c1',
      source: 'code:nightly',
      startedAt: day(n),
    })
  }
})

/** Inside a transaction the same calls are made of it. */
const asOrm = <T, O>(tx: T): O => tx as unknown as O // a transaction offers what `enqueueNews` asks of the database

/** As the documentation tells receivers to do it. */
function signatureOf(message: Received | undefined, secret: string): string {
  const { 'webhook-id': id, 'webhook-timestamp': at } = message?.headers ?? {}
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${at}.${message?.body}`).digest('base64')}`
}
