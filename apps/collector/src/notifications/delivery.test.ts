import { withDatabases } from '@ai-census/db/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startTold, type Told } from '../testing/notifications.ts'
import { cookieFor, day, scanWith, send } from '../testing/requests.ts'
import { deliverDue } from './deliver.ts'
import { MOST_ATTEMPTS } from './due.ts'
import { gatherNews } from './gather-news.ts'
import { notify } from './notifier.ts'
import { pruneNotifications } from './prune.ts'

const HOUR_MS = 60 * 60_000
const DAY_MS = 24 * HOUR_MS

withDatabases('deliveries', (database) => {
  let here: Told
  beforeEach(async () => {
    here = await startTold(database())
  })
  afterEach(() => here.stop())

  const list = async () => (await here.ask('GET', '/api/v1/notification-deliveries')).rows
  const found = (name: string, n = 0) =>
    scanWith(here.collector, { scope: `git:github.com/acme/${name}`, at: day(n) })
  const ids = () => here.receiver.received.map(({ headers }) => headers['webhook-id'])

  describe('a receiver that does not take a message', () => {
    it('gets it again under the same id, after the patience that it asks for', async () => {
      await here.create()
      here.receiver.answers.push({ status: 429, headers: { 'retry-after': '3600' }, body: 'slow down' })
      await found('shop')
      await here.pass()
      expect(await list()).toMatchObject([
        { status: 'waiting', attempts: 1, answer: 429, error: 'It answered 429: slow down' },
      ])
      here.collector.clock.pass(HOUR_MS / 2)
      await notify(here.collector.deps)
      expect(here.receiver.received).toHaveLength(1)
      here.collector.clock.pass(HOUR_MS / 2)
      await notify(here.collector.deps)
      expect(new Set(ids()).size).toBe(1)
      expect(here.receiver.received).toHaveLength(2)
      expect(await list()).toMatchObject([
        { status: 'sent', attempts: 2, answer: 204, error: null, nextAt: null },
      ])
    })

    it('is given up at last; meanwhile what comes waits for one message after it', async () => {
      await here.create()
      here.receiver.answers.push(...Array.from({ length: MOST_ATTEMPTS }, () => ({ status: 503 })))
      await found('shop')
      await here.pass()
      await found('second', 1)
      await here.pass()
      await found('third', 2)
      for (let n = 0; n <= MOST_ATTEMPTS; n++) {
        await here.pass()
        here.collector.clock.pass(DAY_MS)
      }
      expect(here.told().slice(0, MOST_ATTEMPTS)).toEqual(Array(MOST_ATTEMPTS).fill(['shop']))
      expect(here.told().slice(MOST_ATTEMPTS)).toEqual([['second', 'third']])
      expect((await list()).map(({ status }: { status: string }) => status)).toEqual(['sent', 'failed'])
    })

    it('and says that it is gone gets it no more, until a person sends it again', async () => {
      await here.create()
      here.receiver.answers.push({ status: 410 })
      await found('shop')
      await here.pass()
      here.collector.clock.pass(DAY_MS)
      await notify(here.collector.deps)
      const [failed] = await list()
      expect(failed).toMatchObject({ status: 'failed', attempts: 1, answer: 410 })
      const again = `/api/v1/notification-deliveries/${failed.id}/again`
      expect(await here.ask('POST', again)).toMatchObject({ httpStatus: 200, status: 'waiting' })
      await notify(here.collector.deps)
      expect(ids()).toEqual([failed.id, failed.id])
      expect((await here.ask('POST', again)).httpStatus).toBe(409)
    })

    it('because it redirects, is told so in the list', async () => {
      await here.create()
      here.receiver.answers.push({ status: 301, headers: { location: 'https://elsewhere.example/' } })
      await found('shop')
      await here.pass()
      expect((await list())[0].error).toBe('It answered 301, a redirect, which is not followed')
    })
  })

  it('of a collector that died while it sent is sent by another one, once the claim has run out', async () => {
    await here.create()
    await found('shop')
    await here.collector.deps.reconciler.settle(20_000)
    await notify(here.collector.deps)
    here.collector.clock.pass(60_000)
    await gatherNews(here.collector.deps)
    const dying = {
      ...here.collector.deps,
      get notifications(): never {
        throw new Error('the process dies while it sends')
      },
    }
    await expect(deliverDue(dying)).rejects.toThrow('dies')
    const other = await startTold(database(), { clock: here.collector.clock })
    await notify(other.collector.deps)
    expect(here.receiver.received).toHaveLength(0)
    here.collector.clock.pass(3 * 60_000)
    await Promise.all([notify(other.collector.deps), notify(here.collector.deps)])
    expect(here.told()).toEqual([['shop']])
    expect(await list()).toMatchObject([{ status: 'sent', attempts: 2 }])
    await other.stop()
  })

  it('that are tests are tried once, and say what became of it', async () => {
    const { destination } = await here.create()
    const test = () => here.ask('POST', `/api/v1/notification-destinations/${destination.id}/test`)
    expect(await test()).toMatchObject({ httpStatus: 200, status: 'sent', isTest: true, answer: 204 })
    here.receiver.answers.push({ status: 500, body: `no, ${here.receiver.url}, no` })
    expect(await test()).toMatchObject({
      status: 'failed',
      error: 'It answered 500: no, …, no',
      nextAt: null,
    })
    await here.receiver.close()
    expect(await test()).toMatchObject({
      status: 'failed',
      answer: null,
      error: 'It refused the connection.',
    })
  })

  it('are kept for ninety days, and at most two hundred of a destination', async () => {
    const { destination } = await here.create()
    await database().pool.query(`
      insert into notification_delivery (id, destination, is_test, message, created_at, status, attempts, next_at)
      select gen_random_uuid(), '${destination.id}', true, '{"news": [], "counts": {}}',
        timestamptz '2026-11-23T00:00:00Z' - n * interval '8 hours', 'sent', 1, now() from generate_series(1, 300) n`)
    await pruneNotifications(here.collector.deps)
    expect((await here.ask('GET', '/api/v1/notification-deliveries')).total).toBe(200)
    here.collector.clock.pass(60 * DAY_MS)
    await pruneNotifications(here.collector.deps)
    expect((await here.ask('GET', '/api/v1/notification-deliveries')).total).toBeLessThan(95)
  })

  describe('addresses and secrets', () => {
    const dump = async () => {
      const { rows } = await database().pool.query(`
        select to_jsonb(t)::text as row from notification_destination t union all
        select to_jsonb(t)::text from notification_delivery t union all
        select to_jsonb(t)::text from access_event t union all
        select to_jsonb(t)::text from decision t`)
      return rows.map(({ row }) => row).join('\n')
    }

    it('are neither in the database, nor in any answer but the first, nor in what is written down', async () => {
      const { destination, secret } = await here.create()
      const address = `/api/v1/notification-destinations/${destination.id}`
      const { secret: second } = await here.ask('POST', `${address}/secret`)
      here.receiver.answers.push({ status: 500, body: here.receiver.url })
      await here.ask('POST', `${address}/test`)
      const said = JSON.stringify([
        await dump(),
        await here.ask('GET', '/api/v1/notification-destinations'),
        await here.ask('GET', '/api/v1/notification-deliveries'),
        await here.ask('GET', '/api/v1/access-events'),
      ])
      for (const one of [secret, second, secret.slice('whsec_'.length), 'a-secret-path'])
        expect(said.includes(one)).toBe(false)
      expect(said).toContain('destination-made')
      expect(said).toContain('destination-changed')
    })

    it('that were sealed with a lost key are said to be, and set anew', async () => {
      const { destination } = await here.create()
      const other = await startTold(database(), { notifications: { sealingKey: Buffer.alloc(32, 9) } })
      const address = `/api/v1/notification-destinations/${destination.id}`
      const state = async () => (await other.ask('GET', '/api/v1/notification-destinations')).rows[0].state
      expect(await state()).toBe('sealed-otherwise')
      expect(await other.ask('POST', `${address}/test`)).toMatchObject({
        status: 'failed',
        error: expect.stringContaining('sealed with a key that this collector does not have'),
      })
      const { name, wanted } = destination
      await other.ask('PUT', address, { name, wanted, url: here.receiver.url })
      await other.ask('POST', `${address}/secret`)
      expect(await state()).toBe('ready')
      expect(await other.ask('POST', `${address}/test`)).toMatchObject({ status: 'sent' })
      await other.stop()
    })

    it('are not kept by a collector without a key, which says so', async () => {
      const keyless = await startTold(database(), { notifications: { sealingKey: null } })
      expect(await keyless.ask('GET', '/api/v1/notification-destinations')).toMatchObject({ canSeal: false })
      await expect(keyless.create()).rejects.toThrow('no sealing key')
      await keyless.stop()
    })
  })

  describe('destinations', () => {
    it('are refused where an address leads inside, or says both less and more than its type needs', async () => {
      const faults = async (more: object) => {
        const body = { type: 'slack', name: 'x', wanted: { kinds: ['system-discovered'] }, ...more }
        const { httpStatus, errors } = await here.ask('POST', '/api/v1/notification-destinations', body)
        return [httpStatus, errors?.[0].place]
      }
      expect(await faults({ url: 'https://10.0.0.1/x' })).toEqual([422, 'url'])
      expect(await faults({ url: 'http://hooks.acme.example/x' })).toEqual([422, 'url'])
      expect(await faults({})).toEqual([422, 'url'])
      expect(await faults({ type: 'email', recipients: [] })).toEqual([422, 'recipients'])
      expect(await faults({ url: 'https://acme.example/x', wanted: { kinds: [] } })).toEqual([
        422,
        'wanted.kinds',
      ])
    })

    it('that two people change at once keep the first change, and tell the second', async () => {
      const { destination } = await here.create()
      const change = (name: string) =>
        here.ask('PUT', `/api/v1/notification-destinations/${destination.id}`, {
          name,
          wanted: destination.wanted,
          ifVersion: 1,
        })
      expect(await change('first')).toMatchObject({
        httpStatus: 200,
        name: 'first',
        version: 2,
        urlShown: expect.stringContaining('…'),
      })
      expect((await change('second')).httpStatus).toBe(412)
    })

    it('and their messages are seen by a viewer, and go with the destination', async () => {
      const { destination } = await here.create()
      await here.ask('POST', `/api/v1/notification-destinations/${destination.id}/test`)
      const cookie = await cookieFor(here.collector, 'viewer')
      const seen = await send(here.collector, 'GET', '/api/v1/notification-deliveries', {
        headers: { cookie },
      })
      expect(seen.status).toBe(200)
      await here.ask('DELETE', `/api/v1/notification-destinations/${destination.id}`)
      expect(await list()).toEqual([])
      await found('shop')
      await here.pass()
      expect(here.receiver.received).toHaveLength(1)
    })
  })
})
