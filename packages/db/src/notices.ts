import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from './log.ts'

/** Short texts that the collectors on one PostgreSQL send each other. What nobody hears is gone. */
export interface Notices {
  send(text: string): void
  close(): Promise<void>
}

export interface Hearer {
  /** Everybody's, one's own too. */
  heard(text: string): void
  /** Some may have been sent while nothing could be heard. */
  missed(): void
}

/** PostgreSQL takes less than 8000 bytes at once. */
export const MOST_NOTICE_BYTES = 7900

const CHANNEL = 'ai_census'
const RETRY_MS = 1000

/** Listens on a connection of its own for as long as it is open; a lost one is made again. */
export function openNotices(url: string, log: Log, hearer: Hearer): Notices {
  const closing = new AbortController()
  let open: pg.Client | null = null

  const listen = async () => {
    for (let n = 0; !closing.signal.aborted; n++) {
      const client = clientOf(url)
      try {
        await client.connect()
        client.on('notification', ({ payload }) => hearer.heard(payload ?? ''))
        await client.query(`listen ${CHANNEL}`)
        open = client
        if (n > 0) hearer.missed()
        await gone(client, closing.signal)
      } catch (error) {
        log.warn({ error: String(error) }, 'notices of other collectors are not heard')
      }
      open = null
      await client.end().catch(() => undefined) // it may be gone already
      await sleep(RETRY_MS, undefined, { signal: closing.signal }).catch(() => undefined)
    }
  }
  const listening = listen()
  return {
    send(text) {
      open?.query('select pg_notify($1, $2)', [CHANNEL, text]).catch((error: unknown) => {
        log.warn({ error: String(error) }, 'a notice for other collectors is lost')
      })
    },
    async close() {
      closing.abort()
      await listening
    },
  }
}

function clientOf(url: string): pg.Client {
  const client = new pg.Client({
    connectionString: url,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    application_name: 'ai-census',
  })
  client.on('error', () => undefined) // its end says the same
  return client
}

const gone = (client: pg.Client, closing: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    client.once('end', resolve)
    closing.addEventListener('abort', () => resolve())
    if (closing.aborted) resolve() // while it was on its way up
  })
