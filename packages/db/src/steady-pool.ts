import pg from 'pg'
import type { Log } from './log.ts'

/**
 * A pool that outlives its connections. One that the server cuts while a transaction has it would end the process
 * (`pg` raises an error that nobody hears), and where not even its `begin` got through it would never come back: the
 * pool would run dry. Here it leaves the pool at once, and the next query opens a new one.
 */
export class SteadyPool extends pg.Pool {
  readonly #lost = new WeakSet<pg.PoolClient>()

  constructor(config: pg.PoolConfig, log: Log) {
    super(config)
    this.on('error', (error) => log.warn({ error: error.message }, 'a database connection was lost'))
    // There from the first moment: a server may cut what it has just opened, before anybody waits for it.
    this.on('connect', (client) => client.on('error', () => this.#lost.add(client)))
  }

  override connect(): Promise<pg.PoolClient>
  override connect(callback: Callback): void
  override connect(callback?: Callback): Promise<pg.PoolClient> | undefined {
    if (!callback) return super.connect().then((client) => this.#leaveWhenLost(client))
    super.connect(callback)
    return undefined
  }

  #leaveWhenLost(client: pg.PoolClient): pg.PoolClient {
    const giveBack = client.release.bind(client)
    let isBack = false
    const lost = (error: Error) => release(error)
    const release = (error?: Error | boolean) => {
      if (isBack) return // whoever had it gives it back a second time, which is not his fault
      isBack = true
      client.off('error', lost)
      giveBack(error)
    }
    client.on('error', lost)
    client.release = release
    if (this.#lost.has(client)) release(true)
    return client
  }
}

type Callback = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: Error | boolean) => void,
) => void
