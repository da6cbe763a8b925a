import { randomUUID } from 'node:crypto'
import { type Database, MOST_NOTICE_BYTES } from '@ai-census/db'
import { z } from 'zod'
import type { CollectorEvent, EventHub } from './events.ts'

/** Events come in crowds while scans report; one notice carries those of a moment. */
const MOMENT_MS = 100

const Notice = z.object({
  from: z.string(),
  events: z.array(
    z.object({
      type: z.enum(['scan', 'inventory', 'notification']),
      data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    }),
  ),
})

/**
 * Lets the streams of this collector tell what happens at the others on its database, and theirs what happens here.
 * An embedded database has one collector, so there is nothing to do. Gives its end.
 */
export function relayEvents(hub: EventHub, database: Database): () => Promise<void> {
  if (!database.openNotices) return async () => undefined
  const from = randomUUID()
  const notices = database.openNotices({
    heard: (text) => {
      const { success, data } = Notice.safeParse(parsed(text))
      if (success && data.from !== from) for (const event of data.events) hub.tell(event)
    },
    missed: () => hub.tell({ type: 'inventory', data: {} }),
  })
  let waiting: CollectorEvent[] = []
  let timer: NodeJS.Timeout | undefined
  const send = () => {
    timer = undefined
    for (const events of parcels(waiting)) notices.send(JSON.stringify({ from, events }))
    waiting = []
  }
  hub.relay = (event) => {
    waiting.push(event)
    timer ??= setTimeout(send, MOMENT_MS)
  }
  return async () => {
    clearTimeout(timer)
    hub.relay = null
    await notices.close()
  }
}

/** Room for the envelope around the events. */
const MOST_BYTES = MOST_NOTICE_BYTES - 100

/** As many at once as one notice takes. One that alone is too large goes without its data: that it happened counts. */
function parcels(events: readonly CollectorEvent[]): CollectorEvent[][] {
  const all: CollectorEvent[][] = []
  let room = 0
  for (const event of events) {
    const fits = sizeOf(event) <= MOST_BYTES ? event : { type: event.type, data: {} }
    const size = sizeOf(fits) + 1
    if (size > room) {
      all.push([])
      room = MOST_BYTES
    }
    all.at(-1)?.push(fits)
    room -= size
  }
  return all
}

const sizeOf = (event: CollectorEvent): number => Buffer.byteLength(JSON.stringify(event))

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null // of another program on the same channel
  }
}
