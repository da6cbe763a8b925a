import { createHmac } from 'node:crypto'
import { withDatabases } from '@ai-census/db/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TestCollector, testCollector } from '../testing/collector.ts'
import { type Received, type Receiver, startReceiver } from '../testing/receiver.ts'
import { bodyOf, day, scanWith, send } from '../testing/requests.ts'
import { notify } from './notifier.ts'

const MINUTE_MS = 60_000
const webhook = (url: string, more: object = {}) => ({
  type: 'webhook' as const,
  name: 'Inbox',
  url,
  wanted: { kinds: ['system-discovered' as const] },
  ...more,
})

withDatabases('notifications', (database) => {
  let collector: TestCollector
  let receiver: Receiver
  beforeEach(async () => {
    collector = testCollector(database())
    receiver = await startReceiver()
  })
  afterEach(async () => {
    await collector.stop()
    await receiver.close()
  })

  const create = async (body: object = webhook(receiver.url)) => {
    const response = await send(collector, 'POST', '/api/v1/notification-destinations', {
      body: JSON.stringify(body),
    })
    const made = await bodyOf(response)
    if (response.status !== 201) throw new Error(JSON.stringify(made))
    return made
  }
  const settle = () => collector.deps.reconciler.settle(20_000)
  /** Everything that is due within a minute goes out. */
  const pass = async () => {
    await settle()
    await notify(collector.deps)
    collector.clock.pass(MINUTE_MS)
    await notify(collector.deps)
  }
  describe('a webhook', () => {
    it('is told once of a system that nobody registered, in a message that it can verify', async () => {
      const { secret } = await create()
      await scanWith(collector, { scope: 'git:github.com/acme/shop' })
      await pass()
      await pass()
      expect(receiver.received).toHaveLength(1)
      const [message] = receiver.received
      expect(message?.json).toMatchObject({
        type: 'ai-census.news',
        data: {
          title: '1 unregistered AI system discovered',
          counts: { 'system-discovered': 1 },
          news: [{ kind: 'system-discovered', subject: { type: 'system', name: 'shop' } }],
        },
      })
      expect(signatureOf(message, secret)).toBe(message?.headers['webhook-signature'])
    })

    it('is not told of what was there before it was set', async () => {
      await scanWith(collector, { scope: 'git:github.com/acme/shop' })
      await settle()
      await create()
      await pass()
      expect(receiver.received).toEqual([])
      await scanWith(collector, { scope: 'git:github.com/acme/other', at: day(1) })
      await pass()
      expect(receiver.received.map(({ json }) => json.data.news[0].subject.name)).toEqual(['other'])
    })
  })
})

/** As the documentation tells receivers to do it. */
function signatureOf(message: Received | undefined, secret: string): string {
  const { 'webhook-id': id, 'webhook-timestamp': at } = message?.headers ?? {}
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${at}.${message?.body}`).digest('base64')}`
}
