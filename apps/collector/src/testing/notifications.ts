import type { TestDatabase } from '@ai-census/db/testing'
import { notify } from '../notifications/notifier.ts'
import { type TestCollector, type TestOptions, testCollector } from './collector.ts'
import { dataOf, type Receiver, startReceiver } from './receiver.ts'
import { bodyOf, send } from './requests.ts'

const MINUTE_MS = 60_000

/** A collector with a receiver of its messages, and what tests do with the two. */
export interface Told {
  collector: TestCollector
  receiver: Receiver
  /** Sets a webhook that is told of new systems, unless it shall be otherwise. */
  create(more?: Record<string, unknown>, wanted?: Record<string, unknown>): ReturnType<typeof bodyOf>
  ask(method: string, path: string, body?: unknown): ReturnType<typeof bodyOf>
  /** All that is known goes out that is due within a minute. */
  pass(): Promise<void>
  /** The names of what the receiver was told of, message by message. */
  told(): string[][]
  stop(): Promise<void>
}

export async function startTold(database: TestDatabase, options: TestOptions = {}): Promise<Told> {
  const collector = testCollector(database, options)
  const receiver = await startReceiver()
  const ask: Told['ask'] = async (method, path, body) => {
    const response = await send(collector, method, path, body ? { body: JSON.stringify(body) } : {})
    return { ...(await bodyOf(response)), httpStatus: response.status }
  }
  return {
    collector,
    receiver,
    ask,
    create: async (more = {}, wanted = {}) => {
      const body = {
        type: 'webhook',
        name: 'Inbox',
        url: receiver.url,
        wanted: { kinds: ['system-discovered'], ...wanted },
        ...more,
      }
      const made = await ask('POST', '/api/v1/notification-destinations', body)
      if (made.httpStatus !== 201) throw new Error(JSON.stringify(made))
      return made
    },
    pass: async () => {
      await collector.deps.reconciler.settle(20_000)
      await notify(collector.deps)
      collector.clock.pass(MINUTE_MS)
      await notify(collector.deps)
    },
    told: () => receiver.received.map((message) => dataOf(message).news.map(({ subject }) => subject.name)),
    stop: async () => {
      await collector.stop()
      await receiver.close()
    },
  }
}
